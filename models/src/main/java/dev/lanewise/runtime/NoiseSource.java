package dev.lanewise.runtime;

/**
 * Where a training pass takes its noise from: {@link SeededNoise}, or fixed values in a test.
 *
 * <p>Each call serves the rows of one worker; implementations are called from several threads at once.
 */
public interface NoiseSource {

    /** No noise: every noise layer is the identity. */
    NoiseSource NONE = new NoNoise();

    /**
     * Inverted dropout: y = x·mask / (1 − rate). Called a second time, on gradients, in the backward pass: the mask must
     * then be the same.
     *
     * @param worker whose rows, and at which epoch and step
     * @param layer the layer's number among the model's noise layers, from 1
     * @param rate the share of elements to drop
     * @param x the values, B × n
     * @param y where they go, B × n; may be x
     */
    void dropout(Worker worker, int layer, float rate, Buffer x, Buffer y);

    /**
     * Additive noise: y = x + stddev·n, with n from N(0, 1).
     *
     * @param worker whose rows, and at which epoch and step
     * @param layer the layer's number among the model's noise layers, from 1
     * @param stddev the standard deviation
     * @param x the values, B × n
     * @param y where they go, B × n; may be x
     */
    void gaussian(Worker worker, int layer, float stddev, Buffer x, Buffer y);

    /**
     * Standard normal variates, for a sampling layer.
     *
     * @param worker whose rows, and at which epoch and step
     * @param layer the layer's number among the model's noise layers, from 1
     * @param noise where they go, B × n
     */
    void normal(Worker worker, int layer, Buffer noise);
}
