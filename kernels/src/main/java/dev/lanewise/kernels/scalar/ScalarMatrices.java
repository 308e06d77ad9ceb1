package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.Workspace;
import dev.lanewise.kernels.provider.MatrixKernels;
import java.util.Arrays;

/**
 * Matrix products, in plain loops: the specification, the fallback and the test oracle.
 *
 * <p>The loops run i, k, j, so that the innermost one goes along rows of B and C and C2 turns it into vector code. C2 does so
 * only if it can tell that writing C leaves B alone, and that it can for whole arrays with the same index but not for two
 * places in arrays: rows of B are copied into arrays of their own, and rows of C are summed in such arrays. Two rows of C
 * and four of B at a time spare loads and stores.
 */
public final class ScalarMatrices implements MatrixKernels {

    /** Size of the blocks of B that are copied: they fit into the second-level cache. */
    private static final int BLOCK_ROWS = 64;

    private static final int BLOCK_COLUMNS = 1024;

    /** Per thread: the rows of a block of B, then two rows of C. */
    private static final ThreadLocal<float[][]> ROWS =
            ThreadLocal.withInitial(() -> new float[BLOCK_ROWS + 2][BLOCK_COLUMNS]);

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
        for (int i = 0; i < m; i += 2) {
            // An odd last row of C is paired with itself, and the second result is dropped.
            int next = Math.min(i + 1, m - 1);
            System.arraycopy(c, cOffset + i * ldc, c0, 0, n);
            System.arraycopy(c, cOffset + next * ldc, c1, 0, n);
            int a0 = aOffset + i * aRow;
            int a1 = aOffset + next * aRow;
            int p = 0;
            for (; p < k - 3; p += 4) {
                addRows(n, a, a0 + p * aStep, a1 + p * aStep, aStep, b[p], b[p + 1], b[p + 2], b[p + 3], c0, c1);
            }
            for (; p < k; p++) {
                addRow(n, a[a0 + p * aStep], a[a1 + p * aStep], b[p], c0, c1);
            }
            System.arraycopy(c1, 0, c, cOffset + next * ldc, n);
            System.arraycopy(c0, 0, c, cOffset + i * ldc, n);
        }
    }

    /** Adds multiples of four rows of B, one after the other, to two rows of C. */
    private static void addRows(
            int n,
            float[] a,
            int a0,
            int a1,
            int aStep,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] c0,
            float[] c1) {
        float a00 = a[a0];
        float a01 = a[a0 + aStep];
        float a02 = a[a0 + 2 * aStep];
        float a03 = a[a0 + 3 * aStep];
        float a10 = a[a1];
        float a11 = a[a1 + aStep];
        float a12 = a[a1 + 2 * aStep];
        float a13 = a[a1 + 3 * aStep];
        for (int j = 0; j < n; j++) {
            float sum0 = Math.fma(a00, b0[j], c0[j]);
            float sum1 = Math.fma(a10, b0[j], c1[j]);
            sum0 = Math.fma(a01, b1[j], sum0);
            sum1 = Math.fma(a11, b1[j], sum1);
            sum0 = Math.fma(a02, b2[j], sum0);
            sum1 = Math.fma(a12, b2[j], sum1);
            c0[j] = Math.fma(a03, b3[j], sum0);
            c1[j] = Math.fma(a13, b3[j], sum1);
        }
    }

    /** Adds multiples of one row of B to two rows of C. */
    private static void addRow(int n, float a0, float a1, float[] b0, float[] c0, float[] c1) {
        for (int j = 0; j < n; j++) {
            c0[j] = Math.fma(a0, b0[j], c0[j]);
            c1[j] = Math.fma(a1, b0[j], c1[j]);
        }
    }
}
