package dev.lanewise.training;

/** The cost has become infinite or NaN. The model keeps the parameters from before the step where that showed. */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int epoch;
    private final int step;
    private final String layer;

    /**
     * Creates the exception.
     *
     * @param epoch the epoch, from 1
     * @param step the step of the epoch, from 1
     * @param layer the first layer, in the order of computation, whose values are not finite
     */
    public TrainingDivergedException(int epoch, int step, String layer) {
        super("the loss is not finite at epoch " + epoch + ", step " + step
                + "; the first layer whose values are not is " + layer + " (a smaller learning rate often helps)");
        this.epoch = epoch;
        this.step = step;
        this.layer = layer;
    }

    /**
     * The epoch.
     *
     * @return the epoch, from 1
     */
    public int epoch() {
        return epoch;
    }

    /**
     * The step of the epoch.
     *
     * @return the step, from 1
     */
    public int step() {
        return step;
    }

    /**
     * The first layer, in the order of computation, whose values are not finite.
     *
     * @return the layer, such as {@code recognition.hidden1}
     */
    public String layer() {
        return layer;
    }
}
