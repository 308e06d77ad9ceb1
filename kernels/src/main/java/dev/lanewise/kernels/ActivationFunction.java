package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;

/**
 * The activation functions f of a dense layer y = f(x·W + b), with their derivatives, as Keras 3 defines them.
 *
 * <p>Matrices are rows × columns, row-major, with a leading dimension ld ≥ columns: element (i, j) is at
 * {@code offset + i·ld + j}. A NaN gives a NaN; f(±∞) is the limit (gelu and silu of −∞ are −0). Errors in ulp stand in
 * {@code docs/elementary-functions.md}. All methods are thread-safe, allocate nothing and give the same bits on every
 * machine.
 */
public enum ActivationFunction {
    /** f(x) = x. */
    LINEAR(Saved.OUTPUT),
    /** f(x) = max(x, 0), with f'(0) = 0 and f(−0) = +0. */
    RELU(Saved.OUTPUT),
    /** f(x) = x for x ≥ 0, 0.2·x below, with f'(0) = 0.2. */
    LEAKY_RELU(Saved.OUTPUT),
    /** f(x) = x for x > 0, exp(x) − 1 below. */
    ELU(Saved.OUTPUT),
    /** f(x) = 1.05070098·x for x > 0, 1.05070098·1.67326324·(exp(x) − 1) below. */
    SELU(Saved.OUTPUT),
    /** f(x) = 1 / (1 + exp(−x)). */
    SIGMOID(Saved.OUTPUT),
    /** f(x) = tanh(x). */
    TANH(Saved.OUTPUT),
    /** f(x) = log(1 + exp(x)). */
    SOFTPLUS(Saved.INPUT),
    /** f(x) = x·Φ(x), the exact form with erfc. */
    GELU(Saved.INPUT),
    /** f(x) = x·sigmoid(x). */
    SILU(Saved.INPUT);

    /** What the backward pass needs of the forward pass. */
    public enum Saved {
        /** The pre-activation x. */
        INPUT,
        /** The activation y = f(x). */
        OUTPUT
    }

    private final Saved saved;

    ActivationFunction(Saved saved) {
        this.saved = saved;
    }

    /** {@return which of x and y {@link #backward} takes} */
    public Saved saved() {
        return saved;
    }

    /**
     * y = f(x), element by element. May work in place: the same array, offset and leading dimension.
     *
     * @param rows the rows of x and y
     * @param columns the columns of x and y
     * @param x the pre-activations
     * @param xOffset where row 0 of x starts
     * @param ldx the leading dimension of x
     * @param y the activations, overwritten
     * @param yOffset where row 0 of y starts
     * @param ldy the leading dimension of y
     * @throws IllegalArgumentException if rows or columns are negative or a leading dimension is below columns
     * @throws IndexOutOfBoundsException if a matrix exceeds its array
     */
    public void forward(int rows, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset, int ldy) {
        Slices.check("x", x.length, rows, columns, xOffset, ldx);
        Slices.check("y", y.length, rows, columns, yOffset, ldy);
        if (ldx == columns && ldy == columns) {
            Provider.FUNCTIONS.forward(this, rows * columns, x, xOffset, y, yOffset);
            return;
        }
        for (int i = 0; i < rows; i++) {
            Provider.FUNCTIONS.forward(this, columns, x, xOffset + i * ldx, y, yOffset + i * ldy);
        }
    }

    /**
     * dx = dy ⊙ f'(x), element by element, with f' computed from the saved x or y. May work in place: dx may be dy, or
     * saved, at the same offset and leading dimension. Where f' is exactly 0 (relu), dx is +0 whatever dy is.
     *
     * @param rows the rows of all three
     * @param columns the columns of all three
     * @param saved x or y, as {@link #saved()} says
     * @param savedOffset where row 0 of saved starts
     * @param ldSaved the leading dimension of saved
     * @param dy the gradient of the cost by y
     * @param dyOffset where row 0 of dy starts
     * @param ldDy the leading dimension of dy
     * @param dx the gradient of the cost by x, overwritten
     * @param dxOffset where row 0 of dx starts
     * @param ldDx the leading dimension of dx
     * @throws IllegalArgumentException if rows or columns are negative or a leading dimension is below columns
     * @throws IndexOutOfBoundsException if a matrix exceeds its array
     */
    public void backward(
            int rows,
            int columns,
            float[] saved,
            int savedOffset,
            int ldSaved,
            float[] dy,
            int dyOffset,
            int ldDy,
            float[] dx,
            int dxOffset,
            int ldDx) {
        Slices.check("saved", saved.length, rows, columns, savedOffset, ldSaved);
        Slices.check("dy", dy.length, rows, columns, dyOffset, ldDy);
        Slices.check("dx", dx.length, rows, columns, dxOffset, ldDx);
        if (ldSaved == columns && ldDy == columns && ldDx == columns) {
            Provider.FUNCTIONS.backward(this, rows * columns, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        for (int i = 0; i < rows; i++) {
            Provider.FUNCTIONS.backward(
                    this, columns, saved, savedOffset + i * ldSaved, dy, dyOffset + i * ldDy, dx, dxOffset + i * ldDx);
        }
    }
}
