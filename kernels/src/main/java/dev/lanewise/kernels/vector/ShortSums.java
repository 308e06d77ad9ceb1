package dev.lanewise.kernels.vector;

import static dev.lanewise.kernels.vector.MatrixTiles.LANES;
import static dev.lanewise.kernels.vector.MatrixTiles.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products whose sums have few terms: two vectors of all of B's rows are held in registers while the rows of A pass. A tile of {@link
 * MatrixTiles} would be at its end before it has paid for its beginning.
 */
final class ShortSums {

    /** Terms of the longest sums: twice as many vectors of B, two of C and one of A fit into 32 registers. */
    static final int MOST = 11;

    private ShortSums() {}

    /** C (rows × two vectors) = A (rows × k)·B (k × two vectors), for k from 1 to {@link #MOST}. */
    static void rows(
            int rows, int k, float[] a, int aAt, int aRow, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
        FloatVector b00 = FloatVector.fromArray(SPECIES, b, bAt);
        FloatVector b01 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
        FloatVector b10 = k > 1 ? FloatVector.fromArray(SPECIES, b, bAt + ldb) : b00;
        FloatVector b11 = k > 1 ? FloatVector.fromArray(SPECIES, b, bAt + ldb + LANES) : b01;
        FloatVector b20 = k > 2 ? FloatVector.fromArray(SPECIES, b, bAt + 2 * ldb) : b00;
        FloatVector b21 = k > 2 ? FloatVector.fromArray(SPECIES, b, bAt + 2 * ldb + LANES) : b01;
        FloatVector b30 = k > 3 ? FloatVector.fromArray(SPECIES, b, bAt + 3 * ldb) : b00;
        FloatVector b31 = k > 3 ? FloatVector.fromArray(SPECIES, b, bAt + 3 * ldb + LANES) : b01;
        FloatVector b40 = k > 4 ? FloatVector.fromArray(SPECIES, b, bAt + 4 * ldb) : b00;
        FloatVector b41 = k > 4 ? FloatVector.fromArray(SPECIES, b, bAt + 4 * ldb + LANES) : b01;
        FloatVector b50 = k > 5 ? FloatVector.fromArray(SPECIES, b, bAt + 5 * ldb) : b00;
        FloatVector b51 = k > 5 ? FloatVector.fromArray(SPECIES, b, bAt + 5 * ldb + LANES) : b01;
        FloatVector b60 = k > 6 ? FloatVector.fromArray(SPECIES, b, bAt + 6 * ldb) : b00;
        FloatVector b61 = k > 6 ? FloatVector.fromArray(SPECIES, b, bAt + 6 * ldb + LANES) : b01;
        FloatVector b70 = k > 7 ? FloatVector.fromArray(SPECIES, b, bAt + 7 * ldb) : b00;
        FloatVector b71 = k > 7 ? FloatVector.fromArray(SPECIES, b, bAt + 7 * ldb + LANES) : b01;
        FloatVector b80 = k > 8 ? FloatVector.fromArray(SPECIES, b, bAt + 8 * ldb) : b00;
        FloatVector b81 = k > 8 ? FloatVector.fromArray(SPECIES, b, bAt + 8 * ldb + LANES) : b01;
        FloatVector b90 = k > 9 ? FloatVector.fromArray(SPECIES, b, bAt + 9 * ldb) : b00;
        FloatVector b91 = k > 9 ? FloatVector.fromArray(SPECIES, b, bAt + 9 * ldb + LANES) : b01;
        FloatVector ba0 = k > 10 ? FloatVector.fromArray(SPECIES, b, bAt + 10 * ldb) : b00;
        FloatVector ba1 = k > 10 ? FloatVector.fromArray(SPECIES, b, bAt + 10 * ldb + LANES) : b01;
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < rows; i++, aAt += aRow, cAt += ldc) {
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            FloatVector c0 = a0.fma(b00, zero);
            FloatVector c1 = a0.fma(b01, zero);
            if (k > 1) {
                FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
                c0 = a1.fma(b10, c0);
                c1 = a1.fma(b11, c1);
            }
            if (k > 2) {
                FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
                c0 = a2.fma(b20, c0);
                c1 = a2.fma(b21, c1);
            }
            if (k > 3) {
                FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
                c0 = a3.fma(b30, c0);
                c1 = a3.fma(b31, c1);
            }
            if (k > 4) {
                FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4]);
                c0 = a4.fma(b40, c0);
                c1 = a4.fma(b41, c1);
            }
            if (k > 5) {
                FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5]);
                c0 = a5.fma(b50, c0);
                c1 = a5.fma(b51, c1);
            }
            if (k > 6) {
                FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6]);
                c0 = a6.fma(b60, c0);
                c1 = a6.fma(b61, c1);
            }
            if (k > 7) {
                FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7]);
                c0 = a7.fma(b70, c0);
                c1 = a7.fma(b71, c1);
            }
            if (k > 8) {
                FloatVector a8 = FloatVector.broadcast(SPECIES, a[aAt + 8]);
                c0 = a8.fma(b80, c0);
                c1 = a8.fma(b81, c1);
            }
            if (k > 9) {
                FloatVector a9 = FloatVector.broadcast(SPECIES, a[aAt + 9]);
                c0 = a9.fma(b90, c0);
                c1 = a9.fma(b91, c1);
            }
            if (k > 10) {
                FloatVector aa = FloatVector.broadcast(SPECIES, a[aAt + 10]);
                c0 = aa.fma(ba0, c0);
                c1 = aa.fma(ba1, c1);
            }
            c0.intoArray(c, cAt);
            c1.intoArray(c, cAt + LANES);
        }
    }
}
