package dev.lanewise.runtime;

/**
 * A reconstruction loss of a user's own, ℓ(prediction, target), as the compiler writes it: for one row, from index 0 of its arrays on. Of an
 * elementwise function it is the sum over the row.
 */
public abstract class OwnLoss {

    /** For generated classes. */
    protected OwnLoss() {}

    /**
     * The loss of a row.
     *
     * @param n how many values
     * @param prediction the output's row
     * @param target what it should have been
     * @param scratch for intermediate values
     * @return the loss
     */
    protected abstract float value(int n, float[] prediction, float[] target, Scratch scratch);

    /**
     * The loss of a row, and its gradient by the prediction.
     *
     * @param n how many values
     * @param prediction the output's row
     * @param target what it should have been
     * @param scale what the loss counts in the cost
     * @param gradient receives scale·∂ℓ/∂prediction, none of the others
     * @param scratch for intermediate values
     * @return the loss
     */
    protected abstract float gradients(
            int n, float[] prediction, float[] target, float scale, float[] gradient, Scratch scratch);

    /** Leaves the loss of each of a worker's rows in the figure. */
    final void forward(Worker worker, Buffer output, Buffer target, Figure figure) {
        int n = output.columns();
        float[] prediction = worker.operand(0, n);
        float[] wanted = worker.operand(1, n);
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            System.arraycopy(output.data(), output.offset(row), prediction, 0, n);
            System.arraycopy(target.data(), target.offset(row), wanted, 0, n);
            figure.partials()[row] = value(n, prediction, wanted, worker.scratch());
        }
    }

    /** The same, and dy = scale·∂ℓ/∂output. */
    final void backward(Worker worker, Buffer output, Buffer target, Figure figure, float scale, Buffer dy) {
        int n = output.columns();
        float[] prediction = worker.operand(0, n);
        float[] wanted = worker.operand(1, n);
        float[] gradient = worker.operand(2, n);
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            System.arraycopy(output.data(), output.offset(row), prediction, 0, n);
            System.arraycopy(target.data(), target.offset(row), wanted, 0, n);
            figure.partials()[row] = gradients(n, prediction, wanted, scale, gradient, worker.scratch());
            System.arraycopy(gradient, 0, dy.data(), dy.offset(row), n);
        }
    }
}
