package dev.lanewise.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost products: one tile of C, R rows × V vectors, whose R·V accumulators stay in registers while k runs.
 *
 * <p>Lanes run along the columns of C, so each element is one chain of fused multiply-adds over ascending k. A step of
 * the chain reads V vectors of a row of B and R numbers of a column of A: {@code a[aAt + i·aRow + p·aStep]} is A's element
 * (i, p), with (aRow, aStep) = (lda, 1) for A as it lies and (1, lda) for Aᵀ, which has tiles of its own where it has four rows or
 * more ({@link ColumnTiles}).
 *
 * <p>In a tile of two or three vectors the last one starts {@code last} columns after the first and may overlap the one
 * before it: both compute the same bits, so a ragged edge needs no mask. A mask is worth avoiding: where a masked load has once
 * come near the end of an array, C2 compiles in a check that boxes the mask each time.
 *
 * <p>The shapes are those that C2 keeps in registers: 8 × 3 has 24 accumulators, 3 vectors of B and one number of A in 32
 * registers; 4 × 3 fits into 16. The methods stay plain, small and without helpers that take vectors: beyond 18,000 nodes
 * C2 stops inlining and boxes every vector, a hundred times slower. So bias and relu are a second pass over the tile just
 * stored, and even relu, two operations (x ≤ 0 becomes +0, so NaN stays), is written out: where C2 found a call of it too
 * rare to inline, its vectors stayed boxed for good.
 */
final class MatrixTiles {

    /** The widest species up to 512 bits. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.vectorBitSize() > 512
            ? VectorSpecies.of(float.class, VectorShape.S_512_BIT)
            : FloatVector.SPECIES_PREFERRED;

    static final int LANES = SPECIES.length();

    private MatrixTiles() {}

    /** C (8 × three vectors) = A (8 × k)·B (k × three vectors). */
    static void tile8x3(
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] c,
            int cAt,
            int ldc) {
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
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            c42 = a4.fma(b2, c42);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5 * aRow]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            c52 = a5.fma(b2, c52);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6 * aRow]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            c62 = a6.fma(b2, c62);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7 * aRow]);
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

    /** C (8 × two vectors) = A (8 × k)·B (k × two vectors). */
    static void tile8x2(
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] c,
            int cAt,
            int ldc) {
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
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5 * aRow]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6 * aRow]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7 * aRow]);
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

    /**
     * C (16 × one vector) = A (16 × k)·B (k × one vector), A's rows {@code aRow} apart. It reads a number of A for each multiply-add, so
     * what that costs decides: in two steps at a time C2 computes and checks an index for both.
     */
    static void tile16x1(
            int k, float[] a, int aAt, int aRow, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
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
        int p = 0;
        for (; p < k - 1; p += 2, aAt += 2, bAt += 2 * ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + ldb);
            c00 = FloatVector.broadcast(SPECIES, a[aAt]).fma(b0, c00);
            c00 = FloatVector.broadcast(SPECIES, a[aAt + 1]).fma(b1, c00);
            int at1 = aAt + aRow;
            c10 = FloatVector.broadcast(SPECIES, a[at1]).fma(b0, c10);
            c10 = FloatVector.broadcast(SPECIES, a[at1 + 1]).fma(b1, c10);
            int at2 = aAt + 2 * aRow;
            c20 = FloatVector.broadcast(SPECIES, a[at2]).fma(b0, c20);
            c20 = FloatVector.broadcast(SPECIES, a[at2 + 1]).fma(b1, c20);
            int at3 = aAt + 3 * aRow;
            c30 = FloatVector.broadcast(SPECIES, a[at3]).fma(b0, c30);
            c30 = FloatVector.broadcast(SPECIES, a[at3 + 1]).fma(b1, c30);
            int at4 = aAt + 4 * aRow;
            c40 = FloatVector.broadcast(SPECIES, a[at4]).fma(b0, c40);
            c40 = FloatVector.broadcast(SPECIES, a[at4 + 1]).fma(b1, c40);
            int at5 = aAt + 5 * aRow;
            c50 = FloatVector.broadcast(SPECIES, a[at5]).fma(b0, c50);
            c50 = FloatVector.broadcast(SPECIES, a[at5 + 1]).fma(b1, c50);
            int at6 = aAt + 6 * aRow;
            c60 = FloatVector.broadcast(SPECIES, a[at6]).fma(b0, c60);
            c60 = FloatVector.broadcast(SPECIES, a[at6 + 1]).fma(b1, c60);
            int at7 = aAt + 7 * aRow;
            c70 = FloatVector.broadcast(SPECIES, a[at7]).fma(b0, c70);
            c70 = FloatVector.broadcast(SPECIES, a[at7 + 1]).fma(b1, c70);
            int at8 = aAt + 8 * aRow;
            c80 = FloatVector.broadcast(SPECIES, a[at8]).fma(b0, c80);
            c80 = FloatVector.broadcast(SPECIES, a[at8 + 1]).fma(b1, c80);
            int at9 = aAt + 9 * aRow;
            c90 = FloatVector.broadcast(SPECIES, a[at9]).fma(b0, c90);
            c90 = FloatVector.broadcast(SPECIES, a[at9 + 1]).fma(b1, c90);
            int ata = aAt + 10 * aRow;
            ca0 = FloatVector.broadcast(SPECIES, a[ata]).fma(b0, ca0);
            ca0 = FloatVector.broadcast(SPECIES, a[ata + 1]).fma(b1, ca0);
            int atb = aAt + 11 * aRow;
            cb0 = FloatVector.broadcast(SPECIES, a[atb]).fma(b0, cb0);
            cb0 = FloatVector.broadcast(SPECIES, a[atb + 1]).fma(b1, cb0);
            int atc = aAt + 12 * aRow;
            cc0 = FloatVector.broadcast(SPECIES, a[atc]).fma(b0, cc0);
            cc0 = FloatVector.broadcast(SPECIES, a[atc + 1]).fma(b1, cc0);
            int atd = aAt + 13 * aRow;
            cd0 = FloatVector.broadcast(SPECIES, a[atd]).fma(b0, cd0);
            cd0 = FloatVector.broadcast(SPECIES, a[atd + 1]).fma(b1, cd0);
            int ate = aAt + 14 * aRow;
            ce0 = FloatVector.broadcast(SPECIES, a[ate]).fma(b0, ce0);
            ce0 = FloatVector.broadcast(SPECIES, a[ate + 1]).fma(b1, ce0);
            int atf = aAt + 15 * aRow;
            cf0 = FloatVector.broadcast(SPECIES, a[atf]).fma(b0, cf0);
            cf0 = FloatVector.broadcast(SPECIES, a[atf + 1]).fma(b1, cf0);
        }
        if (p < k) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            c00 = FloatVector.broadcast(SPECIES, a[aAt]).fma(b0, c00);
            c10 = FloatVector.broadcast(SPECIES, a[aAt + aRow]).fma(b0, c10);
            c20 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]).fma(b0, c20);
            c30 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]).fma(b0, c30);
            c40 = FloatVector.broadcast(SPECIES, a[aAt + 4 * aRow]).fma(b0, c40);
            c50 = FloatVector.broadcast(SPECIES, a[aAt + 5 * aRow]).fma(b0, c50);
            c60 = FloatVector.broadcast(SPECIES, a[aAt + 6 * aRow]).fma(b0, c60);
            c70 = FloatVector.broadcast(SPECIES, a[aAt + 7 * aRow]).fma(b0, c70);
            c80 = FloatVector.broadcast(SPECIES, a[aAt + 8 * aRow]).fma(b0, c80);
            c90 = FloatVector.broadcast(SPECIES, a[aAt + 9 * aRow]).fma(b0, c90);
            ca0 = FloatVector.broadcast(SPECIES, a[aAt + 10 * aRow]).fma(b0, ca0);
            cb0 = FloatVector.broadcast(SPECIES, a[aAt + 11 * aRow]).fma(b0, cb0);
            cc0 = FloatVector.broadcast(SPECIES, a[aAt + 12 * aRow]).fma(b0, cc0);
            cd0 = FloatVector.broadcast(SPECIES, a[aAt + 13 * aRow]).fma(b0, cd0);
            ce0 = FloatVector.broadcast(SPECIES, a[aAt + 14 * aRow]).fma(b0, ce0);
            cf0 = FloatVector.broadcast(SPECIES, a[aAt + 15 * aRow]).fma(b0, cf0);
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

    /** C (8 × one vector) = A (8 × k)·B (k × one vector). */
    static void tile8x1(
            int k, float[] a, int aAt, int aRow, int aStep, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c10 = zero;
        FloatVector c20 = zero;
        FloatVector c30 = zero;
        FloatVector c40 = zero;
        FloatVector c50 = zero;
        FloatVector c60 = zero;
        FloatVector c70 = zero;
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[aAt + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[aAt + 5 * aRow]);
            c50 = a5.fma(b0, c50);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[aAt + 6 * aRow]);
            c60 = a6.fma(b0, c60);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[aAt + 7 * aRow]);
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

    /** C (4 × three vectors) = A (4 × k)·B (k × three vectors). */
    static void tile4x3(
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] c,
            int cAt,
            int ldc) {
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
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
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

    /** C (4 × two vectors) = A (4 × k)·B (k × two vectors). */
    static void tile4x2(
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] c,
            int cAt,
            int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
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

    /** C (4 × one vector) = A (4 × k)·B (k × one vector). */
    static void tile4x1(
            int k, float[] a, int aAt, int aRow, int aStep, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c10 = zero;
        FloatVector c20 = zero;
        FloatVector c30 = zero;
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + ldc);
        c20.intoArray(c, cAt + 2 * ldc);
        c30.intoArray(c, cAt + 3 * ldc);
    }

    /** C (2 × seven vectors) = A (2 × k)·B (k × seven vectors): each vector of B is read once for both rows. */
    static void tile2x7(
            int k,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] c,
            int cAt,
            int ldc) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c02 = zero;
        FloatVector c03 = zero;
        FloatVector c04 = zero;
        FloatVector c05 = zero;
        FloatVector c06 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c12 = zero;
        FloatVector c13 = zero;
        FloatVector c14 = zero;
        FloatVector c15 = zero;
        FloatVector c16 = zero;
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            c00 = a0.fma(b0, c00);
            c10 = a1.fma(b0, c10);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            c01 = a0.fma(b1, c01);
            c11 = a1.fma(b1, c11);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + 2 * LANES);
            c02 = a0.fma(b2, c02);
            c12 = a1.fma(b2, c12);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, bAt + 3 * LANES);
            c03 = a0.fma(b3, c03);
            c13 = a1.fma(b3, c13);
            FloatVector b4 = FloatVector.fromArray(SPECIES, b, bAt + 4 * LANES);
            c04 = a0.fma(b4, c04);
            c14 = a1.fma(b4, c14);
            FloatVector b5 = FloatVector.fromArray(SPECIES, b, bAt + 5 * LANES);
            c05 = a0.fma(b5, c05);
            c15 = a1.fma(b5, c15);
            FloatVector b6 = FloatVector.fromArray(SPECIES, b, bAt + last);
            c06 = a0.fma(b6, c06);
            c16 = a1.fma(b6, c16);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + 2 * LANES);
        c03.intoArray(c, cAt + 3 * LANES);
        c04.intoArray(c, cAt + 4 * LANES);
        c05.intoArray(c, cAt + 5 * LANES);
        c06.intoArray(c, cAt + last);
        c10.intoArray(c, cAt + ldc);
        c11.intoArray(c, cAt + ldc + LANES);
        c12.intoArray(c, cAt + ldc + 2 * LANES);
        c13.intoArray(c, cAt + ldc + 3 * LANES);
        c14.intoArray(c, cAt + ldc + 4 * LANES);
        c15.intoArray(c, cAt + ldc + 5 * LANES);
        c16.intoArray(c, cAt + ldc + last);
    }

    /** C (1 × seven vectors) = A (1 × k)·B (k × seven vectors): enough chains for a single row to keep the pipes busy. */
    static void tile1x7(
            int k, float[] a, int aAt, int aStep, float[] b, int bAt, int last, int ldb, float[] c, int cAt) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c02 = zero;
        FloatVector c03 = zero;
        FloatVector c04 = zero;
        FloatVector c05 = zero;
        FloatVector c06 = zero;
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(FloatVector.fromArray(SPECIES, b, bAt), c00);
            c01 = a0.fma(FloatVector.fromArray(SPECIES, b, bAt + LANES), c01);
            c02 = a0.fma(FloatVector.fromArray(SPECIES, b, bAt + 2 * LANES), c02);
            c03 = a0.fma(FloatVector.fromArray(SPECIES, b, bAt + 3 * LANES), c03);
            c04 = a0.fma(FloatVector.fromArray(SPECIES, b, bAt + 4 * LANES), c04);
            c05 = a0.fma(FloatVector.fromArray(SPECIES, b, bAt + 5 * LANES), c05);
            c06 = a0.fma(FloatVector.fromArray(SPECIES, b, bAt + last), c06);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + 2 * LANES);
        c03.intoArray(c, cAt + 3 * LANES);
        c04.intoArray(c, cAt + 4 * LANES);
        c05.intoArray(c, cAt + 5 * LANES);
        c06.intoArray(c, cAt + last);
    }

    /** C (1 × three vectors) = A (1 × k)·B (k × three vectors). */
    static void tile1x3(
            int k, float[] a, int aAt, int aStep, float[] b, int bAt, int last, int ldb, float[] c, int cAt) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c02 = zero;
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + last);
    }

    /** C (1 × two vectors) = A (1 × k)·B (k × two vectors). */
    static void tile1x2(
            int k, float[] a, int aAt, int aStep, float[] b, int bAt, int last, int ldb, float[] c, int cAt) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + last);
    }

    /** C (1 × one vector) = A (1 × k)·B (k × one vector). */
    static void tile1x1(int k, float[] a, int aAt, int aStep, float[] b, int bAt, int ldb, float[] c, int cAt) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = zero;
        for (int p = 0; p < k; p++, aAt += aStep, bAt += ldb) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, cAt);
    }

    /** y (k × three vectors) = b (k × three vectors), row after row; with two, the second is the last. */
    static void pack(int k, float[] b, int bAt, int last, int ldb, float[] y) {
        int second = Math.min(LANES, last);
        for (int p = 0, to = 0; p < k; p++, bAt += ldb, to += 3 * LANES) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + second);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            b0.intoArray(y, to);
            b1.intoArray(y, to + second);
            b2.intoArray(y, to + last);
        }
    }

    /** y (k × one vector) = b (k × n) and, beside it, whatever is there; n is less than a vector. */
    static void widen(int k, int n, float[] b, int bAt, int ldb, float[] y) {
        int p = 0;
        for (; p < k && bAt <= b.length - LANES; p++, bAt += ldb) {
            FloatVector.fromArray(SPECIES, b, bAt).intoArray(y, p * LANES);
        }
        for (; p < k; p++, bAt += ldb) {
            System.arraycopy(b, bAt, y, p * LANES, n);
        }
    }

    /**
     * C (rows × n) = the first n columns of x (rows × one vector). The mask is used where a whole vector would fit into the array,
     * so that the check that boxes it is never compiled; the rest goes number by number.
     */
    static void narrow(int rows, int n, float[] x, int xAt, float[] c, int cAt, int ldc) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, n);
        int i = 0;
        for (; i < rows && cAt <= c.length - LANES; i++, xAt += LANES, cAt += ldc) {
            FloatVector.fromArray(SPECIES, x, xAt).intoArray(c, cAt, mask);
        }
        for (; i < rows; i++, xAt += LANES, cAt += ldc) {
            System.arraycopy(x, xAt, c, cAt, n);
        }
    }

    /** C (rows × three vectors) = C + bias, and relu of it if asked for. */
    static void finish3(int rows, float[] bias, int biasAt, boolean relu, float[] c, int cAt, int last, int ldc) {
        FloatVector bias0 = FloatVector.fromArray(SPECIES, bias, biasAt);
        FloatVector bias1 = FloatVector.fromArray(SPECIES, bias, biasAt + LANES);
        FloatVector bias2 = FloatVector.fromArray(SPECIES, bias, biasAt + last);
        for (int i = 0; i < rows; i++, cAt += ldc) {
            FloatVector c0 = FloatVector.fromArray(SPECIES, c, cAt).add(bias0);
            FloatVector c1 = FloatVector.fromArray(SPECIES, c, cAt + LANES).add(bias1);
            FloatVector c2 = FloatVector.fromArray(SPECIES, c, cAt + last).add(bias2);
            if (relu) {
                c0 = c0.blend(0f, c0.compare(VectorOperators.LE, 0f));
                c1 = c1.blend(0f, c1.compare(VectorOperators.LE, 0f));
                c2 = c2.blend(0f, c2.compare(VectorOperators.LE, 0f));
            }
            c0.intoArray(c, cAt);
            c1.intoArray(c, cAt + LANES);
            c2.intoArray(c, cAt + last);
        }
    }

    /** C (rows × two vectors) = C + bias, and relu of it if asked for. */
    static void finish2(int rows, float[] bias, int biasAt, boolean relu, float[] c, int cAt, int last, int ldc) {
        FloatVector bias0 = FloatVector.fromArray(SPECIES, bias, biasAt);
        FloatVector bias1 = FloatVector.fromArray(SPECIES, bias, biasAt + last);
        for (int i = 0; i < rows; i++, cAt += ldc) {
            FloatVector c0 = FloatVector.fromArray(SPECIES, c, cAt).add(bias0);
            FloatVector c1 = FloatVector.fromArray(SPECIES, c, cAt + last).add(bias1);
            if (relu) {
                c0 = c0.blend(0f, c0.compare(VectorOperators.LE, 0f));
                c1 = c1.blend(0f, c1.compare(VectorOperators.LE, 0f));
            }
            c0.intoArray(c, cAt);
            c1.intoArray(c, cAt + last);
        }
    }

    /** C (rows × one vector) = C + bias, and relu of it if asked for. */
    static void finish1(int rows, float[] bias, int biasAt, boolean relu, float[] c, int cAt, int ldc) {
        FloatVector bias0 = FloatVector.fromArray(SPECIES, bias, biasAt);
        for (int i = 0; i < rows; i++, cAt += ldc) {
            FloatVector c0 = FloatVector.fromArray(SPECIES, c, cAt).add(bias0);
            if (relu) {
                c0 = c0.blend(0f, c0.compare(VectorOperators.LE, 0f));
            }
            c0.intoArray(c, cAt);
        }
    }
}
