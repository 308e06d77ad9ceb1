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
 * and four of B at a time spare loads and stores.
 */
public final class ScalarMatrices implements MatrixKernels {

    /** Size of the blocks of B that are copied: they fit into the second-level cache. */
    private static final int BLOCK_ROWS = 128;

    private static final int BLOCK_COLUMNS = 1024;

    /** Below this many columns rows are short. */
    private static final int SHORT = 64;

    /** Per thread: the rows of a block of B, then four rows of C. */
    private static final ThreadLocal<float[][]> ROWS =
            ThreadLocal.withInitial(() -> new float[BLOCK_ROWS + 4][BLOCK_COLUMNS]);

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
        product(m, n, k, a, aOffset, lda, 1, b, bOffset, ldb, c, cOffset, ldc);
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
        product(m, n, k, a, aOffset, lda, 1, b, bOffset, ldb, c, cOffset, ldc);
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * ldc;
            for (int j = 0; j < n; j++) {
                float y = c[row + j] + bias[biasOffset + j];
                c[row + j] = relu && y <= 0 ? 0 : y;
            }
        }
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
        product(m, n, k, a, aOffset, 1, lda, b, bOffset, ldb, c, cOffset, ldc);
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
        int ld = Transpose.leadingDimension(n);
        float[] transposed = workspace.floats(Transpose.length(k, ld, 0));
        Transpose.transpose(n, k, b, bOffset, ldb, transposed, 0, ld);
        product(m, n, k, a, aOffset, lda, 1, transposed, 0, ld, c, cOffset, ldc);
    }

    /** C = A·B, where A's element (i, p) is {@code a[aOffset + i·aRow + p·aStep]}; block by block of B. */
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
            int ldb,
            float[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i++) {
            Arrays.fill(c, cOffset + i * ldc, cOffset + i * ldc + n, 0);
        }
        float[][] rows = ROWS.get();
        for (int j = 0; j < n; j += BLOCK_COLUMNS) {
            int columns = Math.min(n - j, BLOCK_COLUMNS);
            for (int p = 0; p < k; p += BLOCK_ROWS) {
                int steps = Math.min(k - p, BLOCK_ROWS);
                for (int q = 0; q < steps; q++) {
                    System.arraycopy(b, bOffset + (p + q) * ldb + j, rows[q], 0, columns);
                }
                addBlock(m, columns, steps, a, aOffset + p * aStep, aRow, aStep, rows, c, cOffset + j, ldc);
            }
        }
    }

    /** C = C + A·B with a block of B in {@code b[0]} … {@code b[k − 1]}. */
    private static void addBlock(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[][] b,
            float[] c,
            int cOffset,
            int ldc) {
        float[] c0 = b[BLOCK_ROWS];
        float[] c1 = b[BLOCK_ROWS + 1];
        float[] c2 = b[BLOCK_ROWS + 2];
        float[] c3 = b[BLOCK_ROWS + 3];
        for (int i = 0; i < m; i += 4) {
            int rows = Math.min(m - i, 4);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(c, cOffset + (i + r) * ldc, b[BLOCK_ROWS + r], 0, n);
            }
            // Rows past the last are computed from the last row of A, and dropped.
            int a0 = aOffset + i * aRow;
            int a1 = a0 + Math.min(1, rows - 1) * aRow;
            int a2 = a0 + Math.min(2, rows - 1) * aRow;
            int a3 = a0 + (rows - 1) * aRow;
            int p = 0;
            for (; p < k - 3; p += 4, a0 += 4 * aStep, a1 += 4 * aStep, a2 += 4 * aStep, a3 += 4 * aStep) {
                if (n < SHORT) {
                    addShortRows(n, a, a0, a1, a2, a3, aStep, b[p], b[p + 1], b[p + 2], b[p + 3], c0, c1, c2, c3);
                } else {
                    addRows(n, a, a0, a1, a2, a3, aStep, b[p], b[p + 1], b[p + 2], b[p + 3], c0, c1, c2, c3);
                }
            }
            for (; p < k; p++, a0 += aStep, a1 += aStep, a2 += aStep, a3 += aStep) {
                addRow(n, a[a0], a[a1], a[a2], a[a3], b[p], c0, c1, c2, c3);
            }
            for (int r = 0; r < rows; r++) {
                System.arraycopy(b[BLOCK_ROWS + r], 0, c, cOffset + (i + r) * ldc, n);
            }
        }
    }

    /** Adds multiples of four rows of B, one after the other, to four rows of C. */
    private static void addRows(
            int n,
            float[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int aStep,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3) {
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

    /**
     * The same for short rows. C2 makes vectors as wide as the loop was long on average when it was profiled; a method of
     * their own keeps long rows from making short ones all tail.
     */
    private static void addShortRows(
            int n,
            float[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int aStep,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3) {
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

    /** Adds multiples of one row of B to four rows of C. */
    private static void addRow(
            int n, float a0, float a1, float a2, float a3, float[] b, float[] c0, float[] c1, float[] c2, float[] c3) {
        for (int j = 0; j < n; j++) {
            c0[j] = Math.fma(a0, b[j], c0[j]);
            c1[j] = Math.fma(a1, b[j], c1[j]);
            c2[j] = Math.fma(a2, b[j], c2[j]);
            c3[j] = Math.fma(a3, b[j], c3[j]);
        }
    }
}
