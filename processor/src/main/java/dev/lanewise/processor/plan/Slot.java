package dev.lanewise.processor.plan;

import dev.lanewise.processor.graph.Value;

/**
 * A buffer of a pass.
 *
 * @param kind what it holds
 * @param value of which value
 */
public record Slot(Kind kind, Value value) {

    /** What a buffer holds of a value. */
    public enum Kind {
        /** The model's input: every pass has it. */
        INPUT,
        /** The model's second input: every pass of a model that has one has it. */
        CONDITION,
        /** The encoder's result: every inference pass has it. */
        CODINGS,
        /** The decoder's result: every inference pass has it. */
        OUTPUT,
        /** The value. */
        VALUES,
        /** The value before its activation, which the derivative is computed from. */
        PRE_ACTIVATION,
        /** The value before an activation of the user's own, and then that activation's derivative there. */
        SLOPE,
        /** The value before its sigmoid, which the loss is computed from. */
        LOGITS,
        /** What a sampling layer drew from N(0, 1) for the value. */
        NOISE,
        /** The standard deviation that a sampling layer draws the value with. */
        DEVIATION,
        /** The gradient of the cost by the value. */
        GRADIENT,
        /** What a further use of the value adds to the gradient. */
        FURTHER_GRADIENT
    }

    /** {@return the elements of a row} */
    public int width() {
        return value.width();
    }
}
