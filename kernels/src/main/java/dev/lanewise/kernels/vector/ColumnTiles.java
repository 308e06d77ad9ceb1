package dev.lanewise.kernels.vector;

import static dev.lanewise.kernels.vector.MatrixTiles.LANES;
import static dev.lanewise.kernels.vector.MatrixTiles.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The tiles of {@link MatrixTiles} for Aᵀ: the numbers of A that a step of the chain reads lie side by side, {@code a[aAt + i +
 * p·lda]}. Where C2 sees constants between them it checks the first index and the last, and needs no register for each: so short
 * chains (a batch of 32) run a tenth faster, tiles of one vector, which read a number for each multiply-add, half as fast again.
 */
final class ColumnTiles {

    private ColumnTiles() {}

    /** C (8 × three vectors) = Aᵀ·B with A (k × 8) and B (k × three vectors). */
    static void tile8x3(
            int k, float[] a, int aAt, int lda, float[] b, int bAt, int last, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c02 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c12 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c22 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        FloatVector c32 = zero;
        FloatVector c40 = zero;
        FloatVector c41 = zero;
        FloatVector c42 = zero;
        FloatVector c50 = zero;
        FloatVector c51 = zero;
        FloatVector c52 = zero;
        FloatVector c60 = zero;
        FloatVector c61 = zero;
        FloatVector c62 = zero;
        FloatVector c70 = zero;
        FloatVector c71 = zero;
        FloatVector c72 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            c42 = a4.fma(b2, c42);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            c52 = a5.fma(b2, c52);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            c62 = a6.fma(b2, c62);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
            c72 = a7.fma(b2, c72);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + last);
        c10.intoArray(c, cAt + ldc);
        c11.intoArray(c, cAt + ldc + LANES);
        c12.intoArray(c, cAt + ldc + last);
        c20.intoArray(c, cAt + 2 * ldc);
        c21.intoArray(c, cAt + 2 * ldc + LANES);
        c22.intoArray(c, cAt + 2 * ldc + last);
        c30.intoArray(c, cAt + 3 * ldc);
        c31.intoArray(c, cAt + 3 * ldc + LANES);
        c32.intoArray(c, cAt + 3 * ldc + last);
        c40.intoArray(c, cAt + 4 * ldc);
        c41.intoArray(c, cAt + 4 * ldc + LANES);
        c42.intoArray(c, cAt + 4 * ldc + last);
        c50.intoArray(c, cAt + 5 * ldc);
        c51.intoArray(c, cAt + 5 * ldc + LANES);
        c52.intoArray(c, cAt + 5 * ldc + last);
        c60.intoArray(c, cAt + 6 * ldc);
        c61.intoArray(c, cAt + 6 * ldc + LANES);
        c62.intoArray(c, cAt + 6 * ldc + last);
        c70.intoArray(c, cAt + 7 * ldc);
        c71.intoArray(c, cAt + 7 * ldc + LANES);
        c72.intoArray(c, cAt + 7 * ldc + last);
    }

    /** C (8 × two vectors) = Aᵀ·B with A (k × 8) and B (k × two vectors). */
    static void tile8x2(
            int k, float[] a, int aAt, int lda, float[] b, int bAt, int last, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        FloatVector c40 = zero;
        FloatVector c41 = zero;
        FloatVector c50 = zero;
        FloatVector c51 = zero;
        FloatVector c60 = zero;
        FloatVector c61 = zero;
        FloatVector c70 = zero;
        FloatVector c71 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + last);
        c10.intoArray(c, cAt + ldc);
        c11.intoArray(c, cAt + ldc + last);
        c20.intoArray(c, cAt + 2 * ldc);
        c21.intoArray(c, cAt + 2 * ldc + last);
        c30.intoArray(c, cAt + 3 * ldc);
        c31.intoArray(c, cAt + 3 * ldc + last);
        c40.intoArray(c, cAt + 4 * ldc);
        c41.intoArray(c, cAt + 4 * ldc + last);
        c50.intoArray(c, cAt + 5 * ldc);
        c51.intoArray(c, cAt + 5 * ldc + last);
        c60.intoArray(c, cAt + 6 * ldc);
        c61.intoArray(c, cAt + 6 * ldc + last);
        c70.intoArray(c, cAt + 7 * ldc);
        c71.intoArray(c, cAt + 7 * ldc + last);
    }

    /** C (16 × one vector) = Aᵀ·B with A (k × 16) and B (k × one vector). */
    static void tile16x1(int k, float[] a, int aAt, int lda, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c10 = zero;
        FloatVector c20 = zero;
        FloatVector c30 = zero;
        FloatVector c40 = zero;
        FloatVector c50 = zero;
        FloatVector c60 = zero;
        FloatVector c70 = zero;
        FloatVector c80 = zero;
        FloatVector c90 = zero;
        FloatVector ca0 = zero;
        FloatVector cb0 = zero;
        FloatVector cc0 = zero;
        FloatVector cd0 = zero;
        FloatVector ce0 = zero;
        FloatVector cf0 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4]);
            c40 = a4.fma(b0, c40);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5]);
            c50 = a5.fma(b0, c50);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6]);
            c60 = a6.fma(b0, c60);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7]);
            c70 = a7.fma(b0, c70);
            FloatVector a8 = FloatVector.broadcast(SPECIES, a[aAt + 8]);
            c80 = a8.fma(b0, c80);
            FloatVector a9 = FloatVector.broadcast(SPECIES, a[aAt + 9]);
            c90 = a9.fma(b0, c90);
            FloatVector aa = FloatVector.broadcast(SPECIES, a[aAt + 10]);
            ca0 = aa.fma(b0, ca0);
            FloatVector ab = FloatVector.broadcast(SPECIES, a[aAt + 11]);
            cb0 = ab.fma(b0, cb0);
            FloatVector ac = FloatVector.broadcast(SPECIES, a[aAt + 12]);
            cc0 = ac.fma(b0, cc0);
            FloatVector ad = FloatVector.broadcast(SPECIES, a[aAt + 13]);
            cd0 = ad.fma(b0, cd0);
            FloatVector ae = FloatVector.broadcast(SPECIES, a[aAt + 14]);
            ce0 = ae.fma(b0, ce0);
            FloatVector af = FloatVector.broadcast(SPECIES, a[aAt + 15]);
            cf0 = af.fma(b0, cf0);
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + ldc);
        c20.intoArray(c, cAt + 2 * ldc);
        c30.intoArray(c, cAt + 3 * ldc);
        c40.intoArray(c, cAt + 4 * ldc);
        c50.intoArray(c, cAt + 5 * ldc);
        c60.intoArray(c, cAt + 6 * ldc);
        c70.intoArray(c, cAt + 7 * ldc);
        c80.intoArray(c, cAt + 8 * ldc);
        c90.intoArray(c, cAt + 9 * ldc);
        ca0.intoArray(c, cAt + 10 * ldc);
        cb0.intoArray(c, cAt + 11 * ldc);
        cc0.intoArray(c, cAt + 12 * ldc);
        cd0.intoArray(c, cAt + 13 * ldc);
        ce0.intoArray(c, cAt + 14 * ldc);
        cf0.intoArray(c, cAt + 15 * ldc);
    }

    /** C (8 × one vector) = Aᵀ·B with A (k × 8) and B (k × one vector). */
    static void tile8x1(int k, float[] a, int aAt, int lda, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c10 = zero;
        FloatVector c20 = zero;
        FloatVector c30 = zero;
        FloatVector c40 = zero;
        FloatVector c50 = zero;
        FloatVector c60 = zero;
        FloatVector c70 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4]);
            c40 = a4.fma(b0, c40);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5]);
            c50 = a5.fma(b0, c50);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6]);
            c60 = a6.fma(b0, c60);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7]);
            c70 = a7.fma(b0, c70);
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + ldc);
        c20.intoArray(c, cAt + 2 * ldc);
        c30.intoArray(c, cAt + 3 * ldc);
        c40.intoArray(c, cAt + 4 * ldc);
        c50.intoArray(c, cAt + 5 * ldc);
        c60.intoArray(c, cAt + 6 * ldc);
        c70.intoArray(c, cAt + 7 * ldc);
    }

    /** C (5 × three vectors) = Aᵀ·B with A (k × 5) and B (k × three vectors). */
    static void tile5x3(
            int k, float[] a, int aAt, int lda, float[] b, int bAt, int last, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c02 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c12 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c22 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        FloatVector c32 = zero;
        FloatVector c40 = zero;
        FloatVector c41 = zero;
        FloatVector c42 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            c42 = a4.fma(b2, c42);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + last);
        c10.intoArray(c, cAt + ldc);
        c11.intoArray(c, cAt + ldc + LANES);
        c12.intoArray(c, cAt + ldc + last);
        c20.intoArray(c, cAt + 2 * ldc);
        c21.intoArray(c, cAt + 2 * ldc + LANES);
        c22.intoArray(c, cAt + 2 * ldc + last);
        c30.intoArray(c, cAt + 3 * ldc);
        c31.intoArray(c, cAt + 3 * ldc + LANES);
        c32.intoArray(c, cAt + 3 * ldc + last);
        c40.intoArray(c, cAt + 4 * ldc);
        c41.intoArray(c, cAt + 4 * ldc + LANES);
        c42.intoArray(c, cAt + 4 * ldc + last);
    }

    /** C (5 × two vectors) = Aᵀ·B with A (k × 5) and B (k × two vectors). */
    static void tile5x2(
            int k, float[] a, int aAt, int lda, float[] b, int bAt, int last, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        FloatVector c40 = zero;
        FloatVector c41 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + last);
        c10.intoArray(c, cAt + ldc);
        c11.intoArray(c, cAt + ldc + last);
        c20.intoArray(c, cAt + 2 * ldc);
        c21.intoArray(c, cAt + 2 * ldc + last);
        c30.intoArray(c, cAt + 3 * ldc);
        c31.intoArray(c, cAt + 3 * ldc + last);
        c40.intoArray(c, cAt + 4 * ldc);
        c41.intoArray(c, cAt + 4 * ldc + last);
    }

    /** C (4 × three vectors) = Aᵀ·B with A (k × 4) and B (k × three vectors). */
    static void tile4x3(
            int k, float[] a, int aAt, int lda, float[] b, int bAt, int last, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c02 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c12 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c22 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        FloatVector c32 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + last);
        c10.intoArray(c, cAt + ldc);
        c11.intoArray(c, cAt + ldc + LANES);
        c12.intoArray(c, cAt + ldc + last);
        c20.intoArray(c, cAt + 2 * ldc);
        c21.intoArray(c, cAt + 2 * ldc + LANES);
        c22.intoArray(c, cAt + 2 * ldc + last);
        c30.intoArray(c, cAt + 3 * ldc);
        c31.intoArray(c, cAt + 3 * ldc + LANES);
        c32.intoArray(c, cAt + 3 * ldc + last);
    }

    /** C (4 × two vectors) = Aᵀ·B with A (k × 4) and B (k × two vectors). */
    static void tile4x2(
            int k, float[] a, int aAt, int lda, float[] b, int bAt, int last, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + last);
        c10.intoArray(c, cAt + ldc);
        c11.intoArray(c, cAt + ldc + last);
        c20.intoArray(c, cAt + 2 * ldc);
        c21.intoArray(c, cAt + 2 * ldc + last);
        c30.intoArray(c, cAt + 3 * ldc);
        c31.intoArray(c, cAt + 3 * ldc + last);
    }

    /** C (4 × one vector) = Aᵀ·B with A (k × 4) and B (k × one vector). */
    static void tile4x1(int k, float[] a, int aAt, int lda, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c10 = zero;
        FloatVector c20 = zero;
        FloatVector c30 = zero;
        for (int p = 0; p < k; p++, aAt += lda, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + 1]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + ldc);
        c20.intoArray(c, cAt + 2 * ldc);
        c30.intoArray(c, cAt + 3 * ldc);
    }
}
