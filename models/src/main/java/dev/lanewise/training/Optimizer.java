package dev.lanewise.training;

/**
 * How a gradient g moves a weight w. Formulas and defaults are those of Keras 3; state starts at zero; t counts steps
 * from 1.
 */
public sealed interface Optimizer permits Sgd, RmsProp, Adam, AdamW, Nadam {

    /**
     * The step size η.
     *
     * @return the learning rate, positive
     */
    double learningRate();

    /**
     * Starts a run of this optimizer.
     *
     * @return the rule, before its first step
     */
    UpdateRule rule();
}
