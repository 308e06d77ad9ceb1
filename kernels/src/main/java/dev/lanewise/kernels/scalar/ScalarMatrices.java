package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.Workspace;
import dev.lanewise.kernels.provider.MatrixKernels;
import java.util.Arrays;

/**
 * Matrix products, in plain loops: the specification, the fallback and the test oracle.
 *
 * <p>The loops run i, k, j: the innermost one adds a multiple of a row of B to a row of C, which C2 turns into vector
 * code. Four rows of B are added in one pass, one after the other per element, so that C is read and written a quarter as
 * often.
 */
public final class ScalarMatrices implements MatrixKernels {

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

    /** C = A·B, where A's element (i, p) is {@code a[aOffset + i·aRow + p·aStep]}. */
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
            int cRow = cOffset + i * ldc;
            Arrays.fill(c, cRow, cRow + n, 0);
            int p = 0;
            for (; p < k - 3; p += 4) {
                int at = aOffset + i * aRow + p * aStep;
                addRows(
                        n,
                        a[at],
                        a[at + aStep],
                        a[at + 2 * aStep],
                        a[at + 3 * aStep],
                        b,
                        bOffset + p * ldb,
                        ldb,
                        c,
                        cRow);
            }
            for (; p < k; p++) {
                addRow(n, a[aOffset + i * aRow + p * aStep], b, bOffset + p * ldb, c, cRow);
            }
        }
    }

    /** c += a0·b0 + a1·b1 + a2·b2 + a3·b3 with b0 … b3 four rows of B, added in that order. */
    private static void addRows(
            int n, float a0, float a1, float a2, float a3, float[] b, int b0, int ldb, float[] c, int c0) {
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        for (int j = 0; j < n; j++) {
            float sum = Math.fma(a0, b[b0 + j], c[c0 + j]);
            sum = Math.fma(a1, b[b1 + j], sum);
            sum = Math.fma(a2, b[b2 + j], sum);
            c[c0 + j] = Math.fma(a3, b[b3 + j], sum);
        }
    }

    private static void addRow(int n, float a0, float[] b, int b0, float[] c, int c0) {
        for (int j = 0; j < n; j++) {
            c[c0 + j] = Math.fma(a0, b[b0 + j], c[c0 + j]);
        }
    }
}
