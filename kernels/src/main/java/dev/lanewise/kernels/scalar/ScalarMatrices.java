package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.Workspace;
import dev.lanewise.kernels.provider.MatrixKernels;
import java.util.Arrays;

/**
 * Matrix products, in plain loops: the specification, the fallback and the test oracle.
 *
 * <p>The loops run i, k, j, so that the innermost one goes along rows of B and C and C2 turns it into vector code. C2 does so
 * only if it can tell that writing C leaves B alone, and that it can for whole arrays with the same index but not for two
 * places in arrays: rows of B are copied into arrays of their own, and rows of C are summed in such arrays. Four rows of C
 * and four of B at a time spare loads and stores; with more, the loop is too large for C2.
 *
 * <p>C2 takes elements one by one until the row of C that it writes is aligned to a vector, and again what is left at the
 * end: some 16 of a row, each as slow as a vector. That is why short rows are slow.
 */
public final class ScalarMatrices implements MatrixKernels {

    /** Size of the blocks of B that are copied: they fit into the second-level cache. */
    private static final int BLOCK_ROWS = 128;

    /**
     * With the 16 bytes before its elements, a row takes a multiple of 64 bytes: rows allocated one after the other lie alike
     * in cache lines, so that where a vector of C is aligned, those of B are too.
     */
    private static final int BLOCK_COLUMNS = 1024 + 12;

    /** Per thread: the rows of a block of B, then four rows of C, then the bias. */
    private static final ThreadLocal<float[][]> ROWS =
            ThreadLocal.withInitial(() -> new float[BLOCK_ROWS + 4 + 1][BLOCK_COLUMNS]);

    private static final int SUMS = BLOCK_ROWS;
    private static final int BIAS = BLOCK_ROWS + 4;

    private static final float[] NO_BIAS = {};

    /** Creates the kernels; they hold no state. */
    public ScalarMatrices() {}

    @Override
    public void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc) {
        product(m, n, k, a, aOffset, lda, 1, b, bOffset, ldb, 1, NO_BIAS, 0, false, c, cOffset, ldc);
    }

    @Override
    public void multiplyBias(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] bias,
            int biasOffset,
            boolean relu,
            float[] c,
            int cOffset,
            int ldc) {
        product(m, n, k, a, aOffset, lda, 1, b, bOffset, ldb, 1, bias, biasOffset, relu, c, cOffset, ldc);
    }

    @Override
    public void multiplyTransposedA(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc) {
        product(m, n, k, a, aOffset, 1, lda, b, bOffset, ldb, 1, NO_BIAS, 0, false, c, cOffset, ldc);
    }

    @Override
    public void multiplyTransposedB(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            Workspace workspace) {
        product(m, n, k, a, aOffset, lda, 1, b, bOffset, 1, ldb, NO_BIAS, 0, false, c, cOffset, ldc);
    }

    /**
     * C = A·B + bias, relu of it if {@code relu}, where A's element (i, p) is {@code a[aOffset + i·aRow + p·aStep]} and B's element
     * (p, j) is {@code b[bOffset + p·bStep + j·bColumn]}; block by block of B.
     */
    private static void product(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            int bColumn,
            float[] bias,
            int biasOffset,
            boolean relu,
            float[] c,
            int cOffset,
            int ldc) {
        float[][] rows = ROWS.get();
        for (int j = 0; j < n; j += BLOCK_COLUMNS) {
            int columns = Math.min(n - j, BLOCK_COLUMNS);
            // Without steps there is one block all the same, for C = bias.
            for (int p = 0; p == 0 || p < k; p += BLOCK_ROWS) {
                int steps = Math.min(k - p, BLOCK_ROWS);
                pack(steps, columns, b, bOffset + p * bStep + j * bColumn, bStep, bColumn, rows);
                boolean first = p == 0;
                boolean last = p + steps == k;
                boolean biased = last && bias.length > 0;
                if (biased) {
                    System.arraycopy(bias, biasOffset + j, rows[BIAS], 0, columns);
                }
                addBlock(
                        m,
                        columns,
                        steps,
                        a,
                        aOffset + p * aStep,
                        aRow,
                        aStep,
                        rows,
                        first,
                        biased,
                        relu,
                        c,
                        cOffset + j,
                        ldc);
            }
        }
    }

    /** Copies a block of B into {@code rows[0]} … {@code rows[steps − 1]}. */
    private static void pack(int steps, int columns, float[] b, int offset, int bStep, int bColumn, float[][] rows) {
        if (bColumn == 1) {
            for (int p = 0; p < steps; p++) {
                System.arraycopy(b, offset + p * bStep, rows[p], 0, columns);
            }
            return;
        }
        int p = 0;
        for (; p < steps - 3; p += 4) {
            packColumns(columns, b, offset + p, bColumn, rows[p], rows[p + 1], rows[p + 2], rows[p + 3]);
        }
        for (; p < steps; p++) {
            for (int j = 0; j < columns; j++) {
                rows[p][j] = b[offset + p + j * bColumn];
            }
        }
    }

    /** Copies four columns of Bᵀ, neighbours in memory. */
    private static void packColumns(
            int n, float[] b, int offset, int ldb, float[] b0, float[] b1, float[] b2, float[] b3) {
        for (int j = 0; j < n; j++) {
            int i = offset + j * ldb;
            b0[j] = b[i];
            b1[j] = b[i + 1];
            b2[j] = b[i + 2];
            b3[j] = b[i + 3];
        }
    }

    /** C = C + A·B with a block of B in rows; the first block starts from +0, the last one adds the bias. */
    private static void addBlock(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[][] rows,
            boolean first,
            boolean biased,
            boolean relu,
            float[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i += 4) {
            int height = Math.min(m - i, 4);
            for (int r = 0; r < height; r++) {
                if (first) {
                    Arrays.fill(rows[SUMS + r], 0, n, 0);
                } else {
                    System.arraycopy(c, cOffset + (i + r) * ldc, rows[SUMS + r], 0, n);
                }
            }
            // Rows past the last are computed from the last row of A, and dropped.
            int a0 = aOffset + i * aRow;
            int a1 = a0 + Math.min(1, height - 1) * aRow;
            int a2 = a0 + Math.min(2, height - 1) * aRow;
            int a3 = a0 + (height - 1) * aRow;
            int p = 0;
            for (; p < k - 3; p += 4, a0 += 4 * aStep, a1 += 4 * aStep, a2 += 4 * aStep, a3 += 4 * aStep) {
                addFour(n, a, a0, a1, a2, a3, aStep, rows, p);
            }
            for (; p < k; p++, a0 += aStep, a1 += aStep, a2 += aStep, a3 += aStep) {
                addOne(n, a[a0], a[a1], a[a2], a[a3], rows, p);
            }
            for (int r = 0; r < height; r++) {
                if (biased) {
                    addBias(n, rows[BIAS], relu, rows[SUMS + r]);
                }
                System.arraycopy(rows[SUMS + r], 0, c, cOffset + (i + r) * ldc, n);
            }
        }
    }

    /** Adds multiples of four rows of B, from row p on and one after the other, to four rows of C. */
    private static void addFour(int n, float[] a, int a0, int a1, int a2, int a3, int aStep, float[][] rows, int p) {
        float a00 = a[a0];
        float a01 = a[a0 + aStep];
        float a02 = a[a0 + 2 * aStep];
        float a03 = a[a0 + 3 * aStep];
        float a10 = a[a1];
        float a11 = a[a1 + aStep];
        float a12 = a[a1 + 2 * aStep];
        float a13 = a[a1 + 3 * aStep];
        float a20 = a[a2];
        float a21 = a[a2 + aStep];
        float a22 = a[a2 + 2 * aStep];
        float a23 = a[a2 + 3 * aStep];
        float a30 = a[a3];
        float a31 = a[a3 + aStep];
        float a32 = a[a3 + 2 * aStep];
        float a33 = a[a3 + 3 * aStep];
        float[] b0 = rows[p];
        float[] b1 = rows[p + 1];
        float[] b2 = rows[p + 2];
        float[] b3 = rows[p + 3];
        float[] c0 = rows[SUMS];
        float[] c1 = rows[SUMS + 1];
        float[] c2 = rows[SUMS + 2];
        float[] c3 = rows[SUMS + 3];
        for (int j = 0; j < n; j++) {
            float sum0 = Math.fma(a00, b0[j], c0[j]);
            float sum1 = Math.fma(a10, b0[j], c1[j]);
            float sum2 = Math.fma(a20, b0[j], c2[j]);
            float sum3 = Math.fma(a30, b0[j], c3[j]);
            sum0 = Math.fma(a01, b1[j], sum0);
            sum1 = Math.fma(a11, b1[j], sum1);
            sum2 = Math.fma(a21, b1[j], sum2);
            sum3 = Math.fma(a31, b1[j], sum3);
            sum0 = Math.fma(a02, b2[j], sum0);
            sum1 = Math.fma(a12, b2[j], sum1);
            sum2 = Math.fma(a22, b2[j], sum2);
            sum3 = Math.fma(a32, b2[j], sum3);
            c0[j] = Math.fma(a03, b3[j], sum0);
            c1[j] = Math.fma(a13, b3[j], sum1);
            c2[j] = Math.fma(a23, b3[j], sum2);
            c3[j] = Math.fma(a33, b3[j], sum3);
        }
    }

    /** Adds multiples of row p of B to four rows of C. */
    private static void addOne(int n, float a0, float a1, float a2, float a3, float[][] rows, int p) {
        float[] b = rows[p];
        float[] c0 = rows[SUMS];
        float[] c1 = rows[SUMS + 1];
        float[] c2 = rows[SUMS + 2];
        float[] c3 = rows[SUMS + 3];
        for (int j = 0; j < n; j++) {
            c0[j] = Math.fma(a0, b[j], c0[j]);
            c1[j] = Math.fma(a1, b[j], c1[j]);
            c2[j] = Math.fma(a2, b[j], c2[j]);
            c3[j] = Math.fma(a3, b[j], c3[j]);
        }
    }

    private static void addBias(int n, float[] bias, boolean relu, float[] c) {
        if (relu) {
            for (int j = 0; j < n; j++) {
                c[j] = Math.max(c[j] + bias[j], 0f);
            }
        } else {
            for (int j = 0; j < n; j++) {
                c[j] += bias[j];
            }
        }
    }
}
