package dev.lanewise.processor.plan;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;

/** One call of the runtime: a line of generated code. */
public sealed interface Statement {

    /** A line that computes values. */
    sealed interface Forward extends Statement {}

    /** A line that computes gradients by values. */
    sealed interface Backward extends Statement {}

    /** A line that computes gradients by parameters, and moves them. */
    sealed interface Update extends Statement {}

    /**
     * y = f(x·W + b).
     *
     * @param x B × in
     * @param parameters W and b
     * @param activation f
     * @param y B × out
     */
    record Dense(Slot x, DenseParameters parameters, Activation activation, Slot y) implements Forward {}

    /**
     * y = f(x).
     *
     * @param x B × n
     * @param activation f
     * @param y B × n
     */
    record Activate(Slot x, Activation activation, Slot y) implements Forward {}

    /**
     * y = x·mask / (1 − rate).
     *
     * @param number of the layer among the model's noise layers, from 1
     * @param rate the share of elements to drop
     * @param x B × n
     * @param y B × n
     */
    record Dropout(int number, double rate, Slot x, Slot y) implements Forward {}

    /**
     * y = x.
     *
     * @param x B × n
     * @param y B × n
     */
    record Copy(Slot x, Slot y) implements Forward {}

    /**
     * The reconstruction loss.
     *
     * @param loss which
     * @param output B × n; logits for binary cross-entropy
     * @param target B × n
     */
    record LossValue(Loss loss, Slot output, Slot target) implements Forward {}

    /**
     * The reconstruction loss and its gradient.
     *
     * @param loss which
     * @param output B × n; logits for binary cross-entropy
     * @param target B × n
     * @param dy the gradient by the output, B × n
     */
    record LossGradient(Loss loss, Slot output, Slot target, Slot dy) implements Backward {}

    /**
     * In place: from the gradient by f(x) to that by x.
     *
     * @param activation f
     * @param saved x or f(x), as the derivative wants
     * @param dy B × n
     */
    record ActivationGradient(Activation activation, Slot saved, Slot dy) implements Backward {}

    /**
     * dx = dy·Wᵀ.
     *
     * @param dy the gradient by x·W + b, B × out
     * @param parameters W
     * @param dx B × in
     */
    record DenseGradient(Slot dy, DenseParameters parameters, Slot dx) implements Backward {}

    /**
     * In place: from the gradient by a dropped value to that by the value.
     *
     * @param number of the layer among the model's noise layers, from 1
     * @param rate the share of elements that were dropped
     * @param dy B × n
     */
    record DropoutGradient(int number, double rate, Slot dy) implements Backward {}

    /**
     * dx += dy.
     *
     * @param dy B × n
     * @param dx B × n
     */
    record AddGradient(Slot dy, Slot dx) implements Backward {}

    /**
     * dW = xᵀ·dy, db = Σ dy, and both parameters move.
     *
     * @param x the layer's input, B × in
     * @param dy the gradient by x·W + b, B × out
     * @param parameters W and b
     */
    record DenseUpdate(Slot x, Slot dy, DenseParameters parameters) implements Update {}
}
