package dev.lanewise.runtime;

/**
 * A reconstruction loss of a user's own, ℓ(prediction, target), as the compiler writes it: for one row, in plain loops from index 0 of its
 * arrays on. Of an elementwise function it is the sum over the row. Its twin on the Vector API, which the compiler writes as a class
 * file, takes rows where they are.
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
     * @param scale what the loss counts in the cost
     * @param prediction the output's row
     * @param target what it should have been
     * @param gradient receives scale·∂ℓ/∂prediction, none of the others
     * @param scratch for intermediate values
     * @return the loss
     */
    protected abstract float gradients(
            int n, float scale, float[] prediction, float[] target, float[] gradient, Scratch scratch);

    /**
     * The loss of a row in any place.
     *
     * @param n how many values
     * @param prediction the output's row
     * @param predictionAt where it begins
     * @param target what it should have been
     * @param targetAt where it begins
     * @param scratch for intermediate values
     * @return the loss
     */
    protected float value(int n, float[] prediction, int predictionAt, float[] target, int targetAt, Scratch scratch) {
        float[] output = scratch.operand(0, n);
        float[] wanted = scratch.operand(1, n);
        System.arraycopy(prediction, predictionAt, output, 0, n);
        System.arraycopy(target, targetAt, wanted, 0, n);
        return value(n, output, wanted, scratch);
    }

    /**
     * The loss of a row in any place, and its gradient by the prediction.
     *
     * @param n how many values
     * @param scale what the loss counts in the cost
     * @param prediction the output's row
     * @param predictionAt where it begins
     * @param target what it should have been
     * @param targetAt where it begins
     * @param gradient receives scale·∂ℓ/∂prediction, none of the others
     * @param gradientAt where it begins
     * @param scratch for intermediate values
     * @return the loss
     */
    protected float gradients(
            int n,
            float scale,
            float[] prediction,
            int predictionAt,
            float[] target,
            int targetAt,
            float[] gradient,
            int gradientAt,
            Scratch scratch) {
        float[] output = scratch.operand(0, n);
        float[] wanted = scratch.operand(1, n);
        float[] slopes = scratch.operand(2, n);
        System.arraycopy(prediction, predictionAt, output, 0, n);
        System.arraycopy(target, targetAt, wanted, 0, n);
        float loss = gradients(n, scale, output, wanted, slopes, scratch);
        System.arraycopy(slopes, 0, gradient, gradientAt, n);
        return loss;
    }

    /** Leaves the loss of each of a worker's rows in the figure. */
    final void forward(Worker worker, Buffer output, Buffer target, Figure figure) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            figure.partials()[row] = value(
                    output.columns(),
                    output.data(),
                    output.offset(row),
                    target.data(),
                    target.offset(row),
                    worker.scratch());
        }
    }

    /** The same, and dy = scale·∂ℓ/∂output. */
    final void backward(Worker worker, Buffer output, Buffer target, Figure figure, float scale, Buffer dy) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            figure.partials()[row] = gradients(
                    output.columns(),
                    scale,
                    output.data(),
                    output.offset(row),
                    target.data(),
                    target.offset(row),
                    dy.data(),
                    dy.offset(row),
                    worker.scratch());
        }
    }
}
