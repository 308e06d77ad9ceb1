package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.MatrixKernels;
import dev.lanewise.kernels.provider.Provider;
import java.util.Objects;

/**
 * Products of row-major matrices in {@code float[]}, in the three forms a dense layer needs.
 *
 * <p>A matrix of r × c elements is given by its array, the offset of its first element and its leading dimension, the
 * distance between the first elements of two rows: element (i, j) is {@code x[offset + i·ld + j]}, with {@code ld ≥ c}.
 * Nothing outside C's r × c elements is written.
 *
 * <p><b>Order of summation.</b> Each element of C starts from +0 and accumulates over k in ascending order, one fused
 * multiply-add (a single rounding) at a time; the bias is added last, then the activation is applied. So the result has
 * the same bits whatever the vector width and however a caller splits C into blocks. Denormal numbers are kept. With
 * k = 0 the products are +0.
 *
 * <p><b>NaN.</b> Where an element is NaN it is NaN with either provider, but its sign and payload are those the
 * processor left: compare by {@link Float#floatToIntBits(float)}, and write files through it. No kernel of this library
 * lets the payload of a NaN reach a number.
 *
 * <p>C must not overlap an input; the result is undefined if it does. All methods are thread-safe as long as no two
 * calls write the same elements, and none allocates (a {@link Workspace} may grow).
 *
 * <p>Checks, in all methods: {@link IllegalArgumentException} for a negative size or a leading dimension shorter than a
 * row, {@link IndexOutOfBoundsException} for a matrix that does not fit into its array. The message names the argument,
 * what was expected and what was found; nothing has been written then.
 */
public final class MatMul {

    /** Rows per block between product and activation: few enough that the block is still in the cache. */
    private static final int ACTIVATION_ROWS = 32;

    private MatMul() {}

    /**
     * The product C = A·B: {@code c[i][j] = Σ_p a[i][p]·b[p][j]}.
     *
     * @param m rows of A and C
     * @param n columns of B and C
     * @param k columns of A, rows of B
     * @param a A, m × k
     * @param aOffset index of A's first element
     * @param lda A's leading dimension, at least k
     * @param b B, k × n
     * @param bOffset index of B's first element
     * @param ldb B's leading dimension, at least n
     * @param c C, m × n, overwritten
     * @param cOffset index of C's first element
     * @param ldc C's leading dimension, at least n
     */
    public static void multiply(
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
        checkSizes(m, n, k);
        checkMatrix("a", a, aOffset, m, k, lda);
        checkMatrix("b", b, bOffset, k, n, ldb);
        checkMatrix("c", c, cOffset, m, n, ldc);
        Provider.MATRICES.multiply(m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
    }

    /**
     * A dense layer's forward pass C = f(A·B + bias): {@code c[i][j] = f(Σ_p a[i][p]·b[p][j] + bias[j])}.
     *
     * @param m rows of A and C: the batch
     * @param n columns of B and C: the layer's units
     * @param k columns of A, rows of B: the layer's inputs
     * @param a A, m × k: the inputs
     * @param aOffset index of A's first element
     * @param lda A's leading dimension, at least k
     * @param b B, k × n: the weights
     * @param bOffset index of B's first element
     * @param ldb B's leading dimension, at least n
     * @param bias one number per column of C
     * @param biasOffset index of the first of them
     * @param f the activation, {@link ActivationFunction#LINEAR} for none
     * @param c C, m × n, overwritten
     * @param cOffset index of C's first element
     * @param ldc C's leading dimension, at least n
     */
    public static void multiplyBias(
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
            ActivationFunction f,
            float[] c,
            int cOffset,
            int ldc) {
        checkSizes(m, n, k);
        checkMatrix("a", a, aOffset, m, k, lda);
        checkMatrix("b", b, bOffset, k, n, ldb);
        checkMatrix("bias", bias, biasOffset, 1, n, n);
        checkMatrix("c", c, cOffset, m, n, ldc);
        MatrixKernels kernels = Provider.MATRICES;
        boolean relu = f == ActivationFunction.RELU;
        if (relu || f == ActivationFunction.LINEAR) {
            kernels.multiplyBias(m, n, k, a, aOffset, lda, b, bOffset, ldb, bias, biasOffset, relu, c, cOffset, ldc);
            return;
        }
        for (int i = 0; i < m; i += ACTIVATION_ROWS) {
            int rows = Math.min(m - i, ACTIVATION_ROWS);
            int aRow = aOffset + i * lda;
            int cRow = cOffset + i * ldc;
            kernels.multiplyBias(rows, n, k, a, aRow, lda, b, bOffset, ldb, bias, biasOffset, false, c, cRow, ldc);
            f.forward(rows, n, c, cRow, ldc, c, cRow, ldc);
        }
    }

    /**
     * The product C = Aᵀ·B: {@code c[i][j] = Σ_p a[p][i]·b[p][j]}. With a layer's inputs x (batch × in) as A and the
     * gradient dy (batch × out) of its outputs as B it is the gradient of the weights, xᵀ·dy (in × out).
     *
     * @param m columns of A, rows of C
     * @param n columns of B and C
     * @param k rows of A and B
     * @param a A, k × m
     * @param aOffset index of A's first element
     * @param lda A's leading dimension, at least m
     * @param b B, k × n
     * @param bOffset index of B's first element
     * @param ldb B's leading dimension, at least n
     * @param c C, m × n, overwritten
     * @param cOffset index of C's first element
     * @param ldc C's leading dimension, at least n
     */
    public static void multiplyTransposedA(
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
        checkSizes(m, n, k);
        checkMatrix("a", a, aOffset, k, m, lda);
        checkMatrix("b", b, bOffset, k, n, ldb);
        checkMatrix("c", c, cOffset, m, n, ldc);
        Provider.MATRICES.multiplyTransposedA(m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc);
    }

    /**
     * The product C = A·Bᵀ: {@code c[i][j] = Σ_p a[i][p]·b[j][p]}. With the gradient dy (batch × out) of a layer's
     * outputs as A and its weights W (in × out) as B it is the gradient of the inputs, dy·Wᵀ (batch × in).
     *
     * @param m rows of A and C
     * @param n rows of B, columns of C
     * @param k columns of A and B
     * @param a A, m × k
     * @param aOffset index of A's first element
     * @param lda A's leading dimension, at least k
     * @param b B, n × k
     * @param bOffset index of B's first element
     * @param ldb B's leading dimension, at least k
     * @param c C, m × n, overwritten
     * @param cOffset index of C's first element
     * @param ldc C's leading dimension, at least n
     * @param workspace scratch memory for a transposed operand, up to about (m + n)·k elements
     * @throws IllegalArgumentException also if the transposed operand is too large for an array
     */
    public static void multiplyTransposedB(
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
        checkSizes(m, n, k);
        checkMatrix("a", a, aOffset, m, k, lda);
        checkMatrix("b", b, bOffset, n, k, ldb);
        checkMatrix("c", c, cOffset, m, n, ldc);
        Objects.requireNonNull(workspace, "workspace");
        Provider.MATRICES.multiplyTransposedB(m, n, k, a, aOffset, lda, b, bOffset, ldb, c, cOffset, ldc, workspace);
    }

    private static void checkSizes(int m, int n, int k) {
        checkSize("m", m);
        checkSize("n", n);
        checkSize("k", k);
    }

    private static void checkSize(String name, int size) {
        if (size < 0) {
            throw new IllegalArgumentException(name + ": expected at least 0, found " + size);
        }
    }

    private static void checkMatrix(String name, float[] x, int offset, int rows, int columns, int ld) {
        if (ld < columns) {
            throw new IllegalArgumentException("ld" + name + ": expected at least " + columns + ", the columns of "
                    + name + " (" + rows + " × " + columns + "), found " + ld);
        }
        long length = rows == 0 || columns == 0 ? 0 : (rows - 1L) * ld + columns;
        if (offset < 0 || offset + length > x.length) {
            throw new IndexOutOfBoundsException(name + ": expected an array that holds " + length
                    + " elements (" + rows + " × " + columns + ", leading dimension " + ld + ") from offset " + offset
                    + ", found " + x.length + " elements in all");
        }
    }
}
