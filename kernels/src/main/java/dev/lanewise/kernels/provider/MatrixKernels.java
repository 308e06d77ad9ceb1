package dev.lanewise.kernels.provider;

import dev.lanewise.kernels.Workspace;

/**
 * Matrix products: what both providers implement. Arguments were checked by the facade, {@code MatMul}, which documents
 * formula, shapes and order.
 */
public interface MatrixKernels {

    /** C = A·B with A (m × k), B (k × n), C (m × n). */
    void multiply(
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
            int ldc);

    /** C = A·B + bias, and relu of it if {@code relu}, with A (m × k), B (k × n), bias (n), C (m × n). */
    void multiplyBias(
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
            int ldc);

    /** C = Aᵀ·B with A (k × m), B (k × n), C (m × n). */
    void multiplyTransposedA(
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
            int ldc);

    /** C = A·Bᵀ with A (m × k), B (n × k), C (m × n). */
    void multiplyTransposedB(
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
            Workspace workspace);
}
