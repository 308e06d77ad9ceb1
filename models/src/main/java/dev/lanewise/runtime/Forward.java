package dev.lanewise.runtime;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.MatMul;

/** The forward computations of the layers, each over the rows of one worker. {@link Backward} holds their derivatives. */
public final class Forward {

    private Forward() {}

    /**
     * A dense layer: y = f(x·W + b).
     *
     * @param worker whose rows
     * @param x the input, B × in
     * @param weight W, in × out
     * @param bias b, out
     * @param activation f
     * @param y the output, B × out
     */
    public static void dense(
            Worker worker, Buffer x, Parameter weight, Parameter bias, ActivationFunction activation, Buffer y) {
        MatMul.multiplyBias(
                worker.rows(),
                weight.columns(),
                weight.rows(),
                x.data(),
                x.offset(worker.from()),
                x.stride(),
                weight.values(),
                0,
                weight.columns(),
                bias.values(),
                0,
                activation,
                y.data(),
                y.offset(worker.from()),
                y.stride());
    }

    /**
     * An activation on its own, where the backward pass needs the pre-activation: y = f(x).
     *
     * @param worker whose rows
     * @param x the pre-activation, B × n
     * @param activation f
     * @param y the output, B × n
     */
    public static void activation(Worker worker, Buffer x, ActivationFunction activation, Buffer y) {
        activation.forward(
                worker.rows(),
                x.columns(),
                x.data(),
                x.offset(worker.from()),
                x.stride(),
                y.data(),
                y.offset(worker.from()),
                y.stride());
    }

    /**
     * Inverted dropout: y = x·mask / (1 − rate).
     *
     * @param worker whose rows
     * @param layer the layer's number among the model's noise layers, from 1
     * @param rate the share of elements to drop
     * @param x the values, B × n
     * @param y the output, B × n
     */
    public static void dropout(Worker worker, int layer, float rate, Buffer x, Buffer y) {
        worker.noise().dropout(worker, layer, rate, x, y);
    }

    /**
     * A reconstruction loss ℓ(o, t), left in the figure's partials.
     *
     * @param worker whose rows
     * @param loss ℓ
     * @param output o, B × n
     * @param target t, B × n
     * @param figure receives one partial value per row
     */
    public static void loss(Worker worker, LossFunction loss, Buffer output, Buffer target, Figure figure) {
        loss.value(
                worker.rows(),
                output.columns(),
                output.data(),
                output.offset(worker.from()),
                output.stride(),
                target.data(),
                target.offset(worker.from()),
                target.stride(),
                figure.partials(),
                worker.from());
    }

    /**
     * The same values under another name: y = x.
     *
     * @param worker whose rows
     * @param x the values, B × n
     * @param y where they go, B × n
     */
    public static void copy(Worker worker, Buffer x, Buffer y) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            System.arraycopy(x.data(), x.offset(row), y.data(), y.offset(row), x.columns());
        }
    }
}
