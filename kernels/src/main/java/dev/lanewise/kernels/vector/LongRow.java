package dev.lanewise.kernels.vector;

import static dev.lanewise.kernels.vector.MatrixTiles.LANES;
import static dev.lanewise.kernels.vector.MatrixTiles.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A single row of C, many vectors long, as in the inference of one image: it stays in the first-level cache while the rows of B pass
 * eight at a time, each read from end to end. That is the order in which processors fetch ahead; down a strip of B, as a tile of
 * {@link MatrixTiles} goes, the row takes up to a quarter longer.
 */
final class LongRow {

    private LongRow() {}

    /** C (1 × n) = A (1 × k)·B (k × n), n being at least a vector's lanes. */
    static void multiply(int n, int k, float[] a, int aAt, float[] b, int bAt, int ldb, float[] c, int cAt) {
        int whole = n - n % LANES;
        Arrays.fill(c, cAt, cAt + whole, 0f);
        int p = 0;
        for (; p <= k - 8; p += 8) {
            addEight(whole, a, aAt + p, b, bAt + p * ldb, ldb, c, cAt);
        }
        for (; p < k; p++) {
            addOne(whole, a[aAt + p], b, bAt + p * ldb, c, cAt);
        }
        if (whole < n) {
            // What is added to in memory must not overlap; what a tile stores may.
            int last = n - LANES;
            MatrixTiles.tile1x1(k, a, aAt, 1, b, bAt + last, ldb, c, cAt + last);
        }
    }

    private static void addEight(int n, float[] a, int aAt, float[] b, int bAt, int ldb, float[] c, int cAt) {
        FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
        FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
        FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
        FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
        FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4]);
        FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5]);
        FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6]);
        FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7]);
        for (int j = 0; j <= n - LANES; j += LANES) {
            int at = bAt + j;
            FloatVector sum = FloatVector.fromArray(SPECIES, c, cAt + j);
            sum = a0.fma(FloatVector.fromArray(SPECIES, b, at), sum);
            sum = a1.fma(FloatVector.fromArray(SPECIES, b, at + ldb), sum);
            sum = a2.fma(FloatVector.fromArray(SPECIES, b, at + 2 * ldb), sum);
            sum = a3.fma(FloatVector.fromArray(SPECIES, b, at + 3 * ldb), sum);
            sum = a4.fma(FloatVector.fromArray(SPECIES, b, at + 4 * ldb), sum);
            sum = a5.fma(FloatVector.fromArray(SPECIES, b, at + 5 * ldb), sum);
            sum = a6.fma(FloatVector.fromArray(SPECIES, b, at + 6 * ldb), sum);
            sum = a7.fma(FloatVector.fromArray(SPECIES, b, at + 7 * ldb), sum);
            sum.intoArray(c, cAt + j);
        }
    }

    private static void addOne(int n, float a, float[] b, int bAt, float[] c, int cAt) {
        FloatVector a0 = FloatVector.broadcast(SPECIES, a);
        for (int j = 0; j <= n - LANES; j += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, c, cAt + j);
            a0.fma(FloatVector.fromArray(SPECIES, b, bAt + j), sum).intoArray(c, cAt + j);
        }
    }
}
