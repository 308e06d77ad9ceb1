package dev.lanewise.training;

/**
 * How a gradient g moves a weight w. Formulas and defaults are those of Keras 3; state starts at zero; t counts steps
 * from 1.
 */
public sealed interface Optimizer permits Sgd, RmsProp, Adam, AdamW, Nadam, CosineDecay {

    /**
     * The step size η, at the start of a run.
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

    /**
     * This optimizer and all its numbers as text, such as {@code sgd learningRate=0.01 momentum=0.9 nesterov=false}. Model files
     * say so how they came to be.
     *
     * @return the text, which {@link #parse} reads
     */
    default String text() {
        return OptimizerText.format(this);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text an optimizer and all its numbers
     * @return the optimizer
     * @throws IllegalArgumentException if the text is not of that form, or a number is out of its range
     */
    static Optimizer parse(String text) {
        return OptimizerText.parse(text);
    }
}
