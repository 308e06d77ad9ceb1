package dev.lanewise.runtime;

/**
 * A penalty of a user's own on the values of a row, p(a), as the compiler writes it: for one row, in plain loops from index 0 of its arrays
 * on. Its twin on the Vector API, which the compiler writes as a class file, takes rows where they are.
 */
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
     * p(a), and da += scale·∂p/∂a.
     *
     * @param n how many values
     * @param scale what the penalty counts in the cost
     * @param a the values of a row
     * @param da the gradient by them, to which that of the penalty is added; not a
     * @param scratch for intermediate values
     * @return the penalty of the row
     */
    protected abstract float gradients(int n, float scale, float[] a, float[] da, Scratch scratch);

    /**
     * p(a) of a row in any place.
     *
     * @param n how many values
     * @param a the values of a row
     * @param aAt where they begin
     * @param scratch for intermediate values
     * @return the penalty of the row
     */
    protected float value(int n, float[] a, int aAt, Scratch scratch) {
        float[] values = scratch.operand(0, n);
        System.arraycopy(a, aAt, values, 0, n);
        return value(n, values, scratch);
    }

    /**
     * p(a) of a row in any place, and da += scale·∂p/∂a.
     *
     * @param n how many values
     * @param scale what the penalty counts in the cost
     * @param a the values of a row
     * @param aAt where they begin
     * @param da the gradient by them, to which that of the penalty is added; not a
     * @param daAt where it begins
     * @param scratch for intermediate values
     * @return the penalty of the row
     */
    protected float gradients(int n, float scale, float[] a, int aAt, float[] da, int daAt, Scratch scratch) {
        float[] values = scratch.operand(0, n);
        float[] sum = scratch.operand(1, n);
        System.arraycopy(a, aAt, values, 0, n);
        System.arraycopy(da, daAt, sum, 0, n);
        float penalty = gradients(n, scale, values, sum, scratch);
        System.arraycopy(sum, 0, da, daAt, n);
        return penalty;
    }

    /** Leaves the penalty of each of a worker's rows in the figure. */
    final void forward(Worker worker, Buffer a, Figure figure) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            figure.partials()[row] = value(a.columns(), a.data(), a.offset(row), worker.scratch());
        }
    }

    /** The same, and da += its gradient. */
    final void backward(Worker worker, Buffer a, Figure figure, float scale, Buffer da) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            figure.partials()[row] =
                    gradients(a.columns(), scale, a.data(), a.offset(row), da.data(), da.offset(row), worker.scratch());
        }
    }
}
