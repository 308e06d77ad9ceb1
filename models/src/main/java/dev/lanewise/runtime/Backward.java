package dev.lanewise.runtime;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.MatMul;

/**
 * The backward computations of the layers: from the gradient of the cost by a layer's output to that by its input, over
 * the rows of one worker.
 */
public final class Backward {

    private Backward() {}

    /**
     * The gradient of a dense layer's input: dx = dy·Wᵀ.
     *
     * @param worker whose rows
     * @param dy the gradient by the pre-activation, B × out
     * @param weight W, in × out
     * @param dx the gradient by the input, B × in
     */
    public static void dense(Worker worker, Buffer dy, Parameter weight, Buffer dx) {
        MatMul.multiplyTransposedB(
                worker.rows(),
                weight.rows(),
                weight.columns(),
                dy.data(),
                dy.offset(worker.from()),
                dy.stride(),
                weight.values(),
                0,
                weight.columns(),
                dx.data(),
                dx.offset(worker.from()),
                dx.stride(),
                worker.workspace());
    }

    /**
     * The gradient through an activation, in place: dy ← dy ⊙ f′.
     *
     * @param worker whose rows
     * @param activation f
     * @param saved what f keeps for its derivative ({@link ActivationFunction#saved}): its output or its input, B × n
     * @param dy the gradient by the output, then by the pre-activation, B × n
     */
    public static void activation(Worker worker, ActivationFunction activation, Buffer saved, Buffer dy) {
        activation.backward(
                worker.rows(),
                dy.columns(),
                saved.data(),
                saved.offset(worker.from()),
                saved.stride(),
                dy.data(),
                dy.offset(worker.from()),
                dy.stride(),
                dy.data(),
                dy.offset(worker.from()),
                dy.stride());
    }

    /**
     * The gradient through inverted dropout, in place: dy ← dy·mask / (1 − rate), with the forward pass's mask.
     *
     * @param worker whose rows
     * @param layer the layer's number among the model's noise layers, from 1
     * @param rate the share of elements that were dropped
     * @param dy the gradient by the output, then by the input, B × n
     */
    public static void dropout(Worker worker, int layer, float rate, Buffer dy) {
        worker.noise().dropout(worker, layer, rate, dy, dy);
    }

    /**
     * A reconstruction loss ℓ(o, t) and its gradient: dy = ℓ′(o, t) / (B·n).
     *
     * @param worker whose rows
     * @param loss ℓ
     * @param output o, B × n
     * @param target t, B × n
     * @param figure receives one partial value per row
     * @param dy the gradient by the output, B × n
     */
    public static void loss(Worker worker, LossFunction loss, Buffer output, Buffer target, Figure figure, Buffer dy) {
        loss.valueAndGradient(
                worker.rows(),
                output.columns(),
                output.data(),
                output.offset(worker.from()),
                output.stride(),
                target.data(),
                target.offset(worker.from()),
                target.stride(),
                1f / ((float) worker.batch() * output.columns()),
                dy.data(),
                dy.offset(worker.from()),
                dy.stride(),
                figure.partials(),
                worker.from());
    }

    /**
     * The gradient of a value with several uses, which add up: dx ← dx + dy.
     *
     * @param worker whose rows
     * @param dy the gradient by one more use, B × n
     * @param dx the gradient so far, B × n
     */
    public static void add(Worker worker, Buffer dy, Buffer dx) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            int from = dy.offset(row);
            int to = dx.offset(row);
            for (int column = 0; column < dx.columns(); column++) {
                dx.data()[to + column] += dy.data()[from + column];
            }
        }
    }
}
