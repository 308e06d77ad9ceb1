package dev.lanewise.kernels.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products that add up in whatever order is fastest: what {@code MatMul} could do if its order of summation were not
 * promised. For m divisible by 8, n of at least two vectors and divisible by 2; {@link ProductRulesBenchmark} sets them beside it.
 */
final class UnorderedProducts {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private UnorderedProducts() {}

    /** C = A·B, or Aᵀ·B with (aRow, aStep) = (1, lda) instead of (lda, 1), with k split over two sums per element. */
    static void split(int m, int n, int k, float[] a, int aRow, int aStep, float[] b, float[] c) {
        int vectors = (n + LANES - 1) / LANES;
        for (int width, j = 0; vectors > 0; vectors -= width, j += width * LANES) {
            width = vectors == 4 ? 2 : Math.min(vectors, 3);
            int last = Math.min((width - 1) * LANES, n - LANES - j);
            for (int i = 0; i < m; i += 4) {
                if (width == 3) {
                    split4x3(k, a, i * aRow, aRow, aStep, b, j, last, n, c, i * n + j, n);
                } else {
                    split4x2(k, a, i * aRow, aRow, aStep, b, j, last, n, c, i * n + j, n);
                }
            }
        }
    }

    /** C = bias + A·B, from the bias on: no second pass over C. */
    static void fromBias(int m, int n, int k, float[] a, float[] b, float[] bias, float[] c) {
        int vectors = (n + LANES - 1) / LANES;
        for (int width, j = 0; vectors > 0; vectors -= width, j += width * LANES) {
            width = vectors == 4 ? 2 : Math.min(vectors, 3);
            int last = Math.min((width - 1) * LANES, n - LANES - j);
            for (int i = 0; i < m; i += 8) {
                if (width == 3) {
                    biased8x3(k, a, i * k, k, b, j, last, n, bias, j, c, i * n + j, n);
                } else {
                    biased8x2(k, a, i * k, k, b, j, last, n, bias, j, c, i * n + j, n);
                }
            }
        }
    }

    /** C = A·Bᵀ in dot products, which need no transpose: lanes run along k and are added up across. */
    static void dotProducts(int m, int n, int k, float[] a, float[] b, float[] c) {
        for (int j = 0; j < n; j += 2) {
            for (int i = 0; i < m; i += 4) {
                dots4x2(k, a, i * k, k, b, j * k, k, c, i * n + j, n);
            }
        }
    }

    /** C (4 × three vectors), with even and odd k added up apart. */
    private static void split4x3(
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
        FloatVector e00 = FloatVector.zero(SPECIES);
        FloatVector e01 = FloatVector.zero(SPECIES);
        FloatVector e02 = FloatVector.zero(SPECIES);
        FloatVector e10 = FloatVector.zero(SPECIES);
        FloatVector e11 = FloatVector.zero(SPECIES);
        FloatVector e12 = FloatVector.zero(SPECIES);
        FloatVector e20 = FloatVector.zero(SPECIES);
        FloatVector e21 = FloatVector.zero(SPECIES);
        FloatVector e22 = FloatVector.zero(SPECIES);
        FloatVector e30 = FloatVector.zero(SPECIES);
        FloatVector e31 = FloatVector.zero(SPECIES);
        FloatVector e32 = FloatVector.zero(SPECIES);
        FloatVector o00 = FloatVector.zero(SPECIES);
        FloatVector o01 = FloatVector.zero(SPECIES);
        FloatVector o02 = FloatVector.zero(SPECIES);
        FloatVector o10 = FloatVector.zero(SPECIES);
        FloatVector o11 = FloatVector.zero(SPECIES);
        FloatVector o12 = FloatVector.zero(SPECIES);
        FloatVector o20 = FloatVector.zero(SPECIES);
        FloatVector o21 = FloatVector.zero(SPECIES);
        FloatVector o22 = FloatVector.zero(SPECIES);
        FloatVector o30 = FloatVector.zero(SPECIES);
        FloatVector o31 = FloatVector.zero(SPECIES);
        FloatVector o32 = FloatVector.zero(SPECIES);
        int p = 0;
        for (; p + 1 < k; p += 2, aAt += 2 * aStep, bAt += 2 * ldb) {
            FloatVector eb0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector eb1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            FloatVector eb2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector ea0 = FloatVector.broadcast(SPECIES, a[aAt]);
            e00 = ea0.fma(eb0, e00);
            e01 = ea0.fma(eb1, e01);
            e02 = ea0.fma(eb2, e02);
            FloatVector ea1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            e10 = ea1.fma(eb0, e10);
            e11 = ea1.fma(eb1, e11);
            e12 = ea1.fma(eb2, e12);
            FloatVector ea2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            e20 = ea2.fma(eb0, e20);
            e21 = ea2.fma(eb1, e21);
            e22 = ea2.fma(eb2, e22);
            FloatVector ea3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
            e30 = ea3.fma(eb0, e30);
            e31 = ea3.fma(eb1, e31);
            e32 = ea3.fma(eb2, e32);
            FloatVector ob0 = FloatVector.fromArray(SPECIES, b, bAt + ldb);
            FloatVector ob1 = FloatVector.fromArray(SPECIES, b, bAt + ldb + LANES);
            FloatVector ob2 = FloatVector.fromArray(SPECIES, b, bAt + ldb + last);
            FloatVector oa0 = FloatVector.broadcast(SPECIES, a[aAt + aStep]);
            o00 = oa0.fma(ob0, o00);
            o01 = oa0.fma(ob1, o01);
            o02 = oa0.fma(ob2, o02);
            FloatVector oa1 = FloatVector.broadcast(SPECIES, a[aAt + aStep + aRow]);
            o10 = oa1.fma(ob0, o10);
            o11 = oa1.fma(ob1, o11);
            o12 = oa1.fma(ob2, o12);
            FloatVector oa2 = FloatVector.broadcast(SPECIES, a[aAt + aStep + 2 * aRow]);
            o20 = oa2.fma(ob0, o20);
            o21 = oa2.fma(ob1, o21);
            o22 = oa2.fma(ob2, o22);
            FloatVector oa3 = FloatVector.broadcast(SPECIES, a[aAt + aStep + 3 * aRow]);
            o30 = oa3.fma(ob0, o30);
            o31 = oa3.fma(ob1, o31);
            o32 = oa3.fma(ob2, o32);
        }
        if (p < k) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            e00 = a0.fma(b0, e00);
            e01 = a0.fma(b1, e01);
            e02 = a0.fma(b2, e02);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            e10 = a1.fma(b0, e10);
            e11 = a1.fma(b1, e11);
            e12 = a1.fma(b2, e12);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            e20 = a2.fma(b0, e20);
            e21 = a2.fma(b1, e21);
            e22 = a2.fma(b2, e22);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
            e30 = a3.fma(b0, e30);
            e31 = a3.fma(b1, e31);
            e32 = a3.fma(b2, e32);
        }
        e00.add(o00).intoArray(c, cAt);
        e01.add(o01).intoArray(c, cAt + LANES);
        e02.add(o02).intoArray(c, cAt + last);
        e10.add(o10).intoArray(c, cAt + ldc);
        e11.add(o11).intoArray(c, cAt + ldc + LANES);
        e12.add(o12).intoArray(c, cAt + ldc + last);
        e20.add(o20).intoArray(c, cAt + 2 * ldc);
        e21.add(o21).intoArray(c, cAt + 2 * ldc + LANES);
        e22.add(o22).intoArray(c, cAt + 2 * ldc + last);
        e30.add(o30).intoArray(c, cAt + 3 * ldc);
        e31.add(o31).intoArray(c, cAt + 3 * ldc + LANES);
        e32.add(o32).intoArray(c, cAt + 3 * ldc + last);
    }
    /** C (4 × two vectors), with even and odd k added up apart. */
    private static void split4x2(
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
        FloatVector e00 = FloatVector.zero(SPECIES);
        FloatVector e01 = FloatVector.zero(SPECIES);
        FloatVector e10 = FloatVector.zero(SPECIES);
        FloatVector e11 = FloatVector.zero(SPECIES);
        FloatVector e20 = FloatVector.zero(SPECIES);
        FloatVector e21 = FloatVector.zero(SPECIES);
        FloatVector e30 = FloatVector.zero(SPECIES);
        FloatVector e31 = FloatVector.zero(SPECIES);
        FloatVector o00 = FloatVector.zero(SPECIES);
        FloatVector o01 = FloatVector.zero(SPECIES);
        FloatVector o10 = FloatVector.zero(SPECIES);
        FloatVector o11 = FloatVector.zero(SPECIES);
        FloatVector o20 = FloatVector.zero(SPECIES);
        FloatVector o21 = FloatVector.zero(SPECIES);
        FloatVector o30 = FloatVector.zero(SPECIES);
        FloatVector o31 = FloatVector.zero(SPECIES);
        int p = 0;
        for (; p + 1 < k; p += 2, aAt += 2 * aStep, bAt += 2 * ldb) {
            FloatVector eb0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector eb1 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector ea0 = FloatVector.broadcast(SPECIES, a[aAt]);
            e00 = ea0.fma(eb0, e00);
            e01 = ea0.fma(eb1, e01);
            FloatVector ea1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            e10 = ea1.fma(eb0, e10);
            e11 = ea1.fma(eb1, e11);
            FloatVector ea2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            e20 = ea2.fma(eb0, e20);
            e21 = ea2.fma(eb1, e21);
            FloatVector ea3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
            e30 = ea3.fma(eb0, e30);
            e31 = ea3.fma(eb1, e31);
            FloatVector ob0 = FloatVector.fromArray(SPECIES, b, bAt + ldb);
            FloatVector ob1 = FloatVector.fromArray(SPECIES, b, bAt + ldb + last);
            FloatVector oa0 = FloatVector.broadcast(SPECIES, a[aAt + aStep]);
            o00 = oa0.fma(ob0, o00);
            o01 = oa0.fma(ob1, o01);
            FloatVector oa1 = FloatVector.broadcast(SPECIES, a[aAt + aStep + aRow]);
            o10 = oa1.fma(ob0, o10);
            o11 = oa1.fma(ob1, o11);
            FloatVector oa2 = FloatVector.broadcast(SPECIES, a[aAt + aStep + 2 * aRow]);
            o20 = oa2.fma(ob0, o20);
            o21 = oa2.fma(ob1, o21);
            FloatVector oa3 = FloatVector.broadcast(SPECIES, a[aAt + aStep + 3 * aRow]);
            o30 = oa3.fma(ob0, o30);
            o31 = oa3.fma(ob1, o31);
        }
        if (p < k) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + last);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt]);
            e00 = a0.fma(b0, e00);
            e01 = a0.fma(b1, e01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aAt + aRow]);
            e10 = a1.fma(b0, e10);
            e11 = a1.fma(b1, e11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aAt + 2 * aRow]);
            e20 = a2.fma(b0, e20);
            e21 = a2.fma(b1, e21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aAt + 3 * aRow]);
            e30 = a3.fma(b0, e30);
            e31 = a3.fma(b1, e31);
        }
        e00.add(o00).intoArray(c, cAt);
        e01.add(o01).intoArray(c, cAt + last);
        e10.add(o10).intoArray(c, cAt + ldc);
        e11.add(o11).intoArray(c, cAt + ldc + last);
        e20.add(o20).intoArray(c, cAt + 2 * ldc);
        e21.add(o21).intoArray(c, cAt + 2 * ldc + last);
        e30.add(o30).intoArray(c, cAt + 3 * ldc);
        e31.add(o31).intoArray(c, cAt + 3 * ldc + last);
    }
    /** C (8 × three vectors) = bias + A·B, added up from the bias. */
    private static void biased8x3(
            int k,
            float[] a,
            int aAt,
            int aRow,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] bias,
            int biasAt,
            float[] c,
            int cAt,
            int ldc) {
        FloatVector bias0 = FloatVector.fromArray(SPECIES, bias, biasAt);
        FloatVector bias1 = FloatVector.fromArray(SPECIES, bias, biasAt + LANES);
        FloatVector bias2 = FloatVector.fromArray(SPECIES, bias, biasAt + last);
        FloatVector c00 = bias0;
        FloatVector c01 = bias1;
        FloatVector c02 = bias2;
        FloatVector c10 = bias0;
        FloatVector c11 = bias1;
        FloatVector c12 = bias2;
        FloatVector c20 = bias0;
        FloatVector c21 = bias1;
        FloatVector c22 = bias2;
        FloatVector c30 = bias0;
        FloatVector c31 = bias1;
        FloatVector c32 = bias2;
        FloatVector c40 = bias0;
        FloatVector c41 = bias1;
        FloatVector c42 = bias2;
        FloatVector c50 = bias0;
        FloatVector c51 = bias1;
        FloatVector c52 = bias2;
        FloatVector c60 = bias0;
        FloatVector c61 = bias1;
        FloatVector c62 = bias2;
        FloatVector c70 = bias0;
        FloatVector c71 = bias1;
        FloatVector c72 = bias2;
        for (int p = 0; p < k; p++, aAt++, bAt += ldb) {
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
    /** C (8 × two vectors) = bias + A·B, added up from the bias. */
    private static void biased8x2(
            int k,
            float[] a,
            int aAt,
            int aRow,
            float[] b,
            int bAt,
            int last,
            int ldb,
            float[] bias,
            int biasAt,
            float[] c,
            int cAt,
            int ldc) {
        FloatVector bias0 = FloatVector.fromArray(SPECIES, bias, biasAt);
        FloatVector bias1 = FloatVector.fromArray(SPECIES, bias, biasAt + last);
        FloatVector c00 = bias0;
        FloatVector c01 = bias1;
        FloatVector c10 = bias0;
        FloatVector c11 = bias1;
        FloatVector c20 = bias0;
        FloatVector c21 = bias1;
        FloatVector c30 = bias0;
        FloatVector c31 = bias1;
        FloatVector c40 = bias0;
        FloatVector c41 = bias1;
        FloatVector c50 = bias0;
        FloatVector c51 = bias1;
        FloatVector c60 = bias0;
        FloatVector c61 = bias1;
        FloatVector c70 = bias0;
        FloatVector c71 = bias1;
        for (int p = 0; p < k; p++, aAt++, bAt += ldb) {
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
    /** C (4 × 2) = A·Bᵀ, each element a dot product whose lanes are added up at the end. */
    private static void dots4x2(
            int k, float[] a, int aAt, int lda, float[] b, int bAt, int ldb, float[] c, int cAt, int ldc) {
        FloatVector c00 = FloatVector.zero(SPECIES);
        FloatVector c01 = FloatVector.zero(SPECIES);
        FloatVector c10 = FloatVector.zero(SPECIES);
        FloatVector c11 = FloatVector.zero(SPECIES);
        FloatVector c20 = FloatVector.zero(SPECIES);
        FloatVector c21 = FloatVector.zero(SPECIES);
        FloatVector c30 = FloatVector.zero(SPECIES);
        FloatVector c31 = FloatVector.zero(SPECIES);
        int p = 0;
        for (; p + LANES <= k; p += LANES) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt + p);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + p + ldb);
            FloatVector a0 = FloatVector.fromArray(SPECIES, a, aAt + p);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.fromArray(SPECIES, a, aAt + p + lda);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.fromArray(SPECIES, a, aAt + p + 2 * lda);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.fromArray(SPECIES, a, aAt + p + 3 * lda);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        if (p < k) {
            VectorMask<Float> rest = SPECIES.indexInRange(p, k);
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt + p, rest);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + p + ldb, rest);
            FloatVector a0 = FloatVector.fromArray(SPECIES, a, aAt + p, rest);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.fromArray(SPECIES, a, aAt + p + lda, rest);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.fromArray(SPECIES, a, aAt + p + 2 * lda, rest);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.fromArray(SPECIES, a, aAt + p + 3 * lda, rest);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c[cAt] = c00.reduceLanes(VectorOperators.ADD);
        c[cAt + 1] = c01.reduceLanes(VectorOperators.ADD);
        c[cAt + ldc] = c10.reduceLanes(VectorOperators.ADD);
        c[cAt + ldc + 1] = c11.reduceLanes(VectorOperators.ADD);
        c[cAt + 2 * ldc] = c20.reduceLanes(VectorOperators.ADD);
        c[cAt + 2 * ldc + 1] = c21.reduceLanes(VectorOperators.ADD);
        c[cAt + 3 * ldc] = c30.reduceLanes(VectorOperators.ADD);
        c[cAt + 3 * ldc + 1] = c31.reduceLanes(VectorOperators.ADD);
    }
}
