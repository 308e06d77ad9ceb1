package dev.lanewise.runtime;

/** A penalty of a user's own on the values of a row, p(a), as the compiler writes it: for one row, from index 0 of its array on. */
public abstract class OwnPenalty {

    /** For generated classes. */
    protected OwnPenalty() {}

    /**
     * p(a).
     *
     * @param n how many values
     * @param a the values of a row
     * @param scratch for intermediate values
     * @return the penalty of the row
     */
    protected abstract float value(int n, float[] a, Scratch scratch);

    /**
     * p(a), and da = scale·∂p/∂a.
     *
     * @param n how many values
     * @param a the values of a row
     * @param scale what the penalty counts in the cost
     * @param da receives the gradient, not a
     * @param scratch for intermediate values
     * @return the penalty of the row
     */
    protected abstract float gradients(int n, float[] a, float scale, float[] da, Scratch scratch);

    /** Leaves the penalty of each of a worker's rows in the figure. */
    final void forward(Worker worker, Buffer a, Figure figure) {
        int n = a.columns();
        float[] values = worker.operand(0, n);
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            System.arraycopy(a.data(), a.offset(row), values, 0, n);
            figure.partials()[row] = value(n, values, worker.scratch());
        }
    }

    /** The same, and da += its gradient. */
    final void backward(Worker worker, Buffer a, Figure figure, float scale, Buffer da) {
        int n = a.columns();
        float[] values = worker.operand(0, n);
        float[] gradient = worker.operand(1, n);
        float[] sum = worker.operand(2, n);
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            System.arraycopy(a.data(), a.offset(row), values, 0, n);
            figure.partials()[row] = gradients(n, values, scale, gradient, worker.scratch());
            System.arraycopy(da.data(), da.offset(row), sum, 0, n);
            add(n, gradient, sum);
            System.arraycopy(sum, 0, da.data(), da.offset(row), n);
        }
    }

    private static void add(int n, float[] gradient, float[] sum) {
        for (int i = 0; i < n; i++) {
            sum[i] += gradient[i];
        }
    }
}
