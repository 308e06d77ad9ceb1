package dev.lanewise.training;

/**
 * An {@link Optimizer} in the course of a run. One thread calls {@link #advance}; several may then {@link #apply} it to
 * slices that do not overlap.
 */
public interface UpdateRule {

    /**
     * How many state arrays, each at least as long as the parameter, the rule keeps for a parameter.
     *
     * @return the number of arrays
     */
    int slots();

    /**
     * Moves on to a step and computes its coefficients.
     *
     * @param step the step t, counted from 1; steps are visited in ascending order
     * @param share what the learning rate is multiplied by at this step; 1 without a schedule
     */
    void advance(long step, double share);

    /**
     * Updates a slice of a parameter.
     *
     * @param decayed whether the parameter takes part in weight decay (weights do, biases do not)
     * @param offset the slice's first element, in all arrays
     * @param length the slice's length
     * @param values the parameter
     * @param gradient the gradient of the cost
     * @param state the {@link #slots()} state arrays
     */
    void apply(boolean decayed, int offset, int length, float[] values, float[] gradient, float[][] state);
}
