package dev.lanewise.runtime;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.MatMul;
import dev.lanewise.kernels.Penalties;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.Sampling;

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

    /**
     * Values beside others: columns [column, column + n) of y become x.
     *
     * @param worker whose rows
     * @param x the values, B × n
     * @param column where they go, from 0
     * @param y what they become a part of, at least column + n wide
     */
    public static void place(Worker worker, Buffer x, int column, Buffer y) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            System.arraycopy(x.data(), x.offset(row), y.data(), y.offset(row) + column, x.columns());
        }
    }

    /**
     * A sum: y = a + b.
     *
     * @param worker whose rows
     * @param a B × n
     * @param b B × n
     * @param y the sum, B × n; may be a
     */
    public static void add(Worker worker, Buffer a, Buffer b, Buffer y) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            sum(y.columns(), a.data(), a.offset(row), b.data(), b.offset(row), y.data(), y.offset(row));
        }
    }

    private static void sum(int n, float[] a, int fromA, float[] b, int fromB, float[] y, int to) {
        for (int i = 0; i < n; i++) {
            y[to + i] = a[fromA + i] + b[fromB + i];
        }
    }

    /**
     * A dense layer whose weight is another's, transposed: y = f(x·Wᵀ + b).
     *
     * @param worker whose rows
     * @param x the input, B × in
     * @param weight W, out × in
     * @param bias b, out
     * @param activation f
     * @param y the output, B × out
     */
    public static void denseTransposed(
            Worker worker, Buffer x, Parameter weight, Parameter bias, ActivationFunction activation, Buffer y) {
        MatMul.multiplyTransposedB(
                worker.rows(),
                weight.rows(),
                weight.columns(),
                x.data(),
                x.offset(worker.from()),
                x.stride(),
                weight.values(),
                0,
                weight.columns(),
                y.data(),
                y.offset(worker.from()),
                y.stride(),
                worker.workspace());
        Penalties.addToRows(
                worker.rows(), y.columns(), bias.values(), 0, y.data(), y.offset(worker.from()), y.stride());
        activation(worker, y, activation, y);
    }

    /**
     * Additive noise: y = x + stddev·n, with n from N(0, 1).
     *
     * @param worker whose rows
     * @param layer the layer's number among the model's noise layers, from 1
     * @param stddev the standard deviation
     * @param x the values, B × n
     * @param y the output, B × n
     */
    public static void gaussianNoise(Worker worker, int layer, float stddev, Buffer x, Buffer y) {
        worker.noise().gaussian(worker, layer, stddev, x, y);
    }

    /**
     * The penalty l1·Σ|a| + l2·Σa², left in the figure's partials.
     *
     * @param worker whose rows
     * @param l1 the factor of the absolute values
     * @param l2 the factor of the squares
     * @param a the activations, B × n
     * @param figure receives one partial value per row
     */
    public static void activityRegularization(Worker worker, float l1, float l2, Buffer a, Figure figure) {
        Penalties.activity(
                worker.rows(),
                a.columns(),
                a.data(),
                a.offset(worker.from()),
                a.stride(),
                l1,
                l2,
                figure.partials(),
                worker.from());
    }

    /**
     * The penalty Σ [p·log(p / q) + (1 − p)·log((1 − p) / (1 − q))] with q the mean activation of a unit over the batch. Needs the
     * rows of every worker: a barrier comes before it.
     *
     * @param worker the leader computes, the others do nothing
     * @param target p
     * @param a the activations, B × n
     * @param figure receives one partial value for the batch
     */
    public static void klSparsity(Worker worker, double target, Buffer a, Figure figure) {
        if (worker.leads()) {
            float[] means = worker.workspace().floats(a.columns());
            Reductions.columnMeans(worker.batch(), a.columns(), a.data(), a.offset(0), a.stride(), means, 0);
            figure.partials()[0] = Penalties.sparsity(a.columns(), means, 0, target);
        }
    }

    /**
     * The sampling layer: z = μ + σ·ε with σ = exp(γ / 2) and ε from N(0, 1).
     *
     * @param worker whose rows
     * @param layer the layer's number among the model's noise layers, from 1
     * @param mean μ, B × n
     * @param logVariance γ, B × n
     * @param noise receives ε, B × n
     * @param deviation receives σ, B × n
     * @param z the output, B × n
     */
    public static void sampling(
            Worker worker, int layer, Buffer mean, Buffer logVariance, Buffer noise, Buffer deviation, Buffer z) {
        worker.noise().normal(worker, layer, noise);
        int from = worker.from();
        Sampling.forward(
                worker.rows(),
                z.columns(),
                mean.data(),
                mean.offset(from),
                mean.stride(),
                logVariance.data(),
                logVariance.offset(from),
                logVariance.stride(),
                noise.data(),
                noise.offset(from),
                noise.stride(),
                deviation.data(),
                deviation.offset(from),
                deviation.stride(),
                z.data(),
                z.offset(from),
                z.stride());
    }

    /**
     * The latent loss −½·Σ(1 + γ − exp(γ) − μ²), left in the figure's partials.
     *
     * @param worker whose rows
     * @param mean μ, B × n
     * @param logVariance γ, B × n
     * @param deviation σ, as {@link #sampling} left it, B × n
     * @param figure receives one partial value per row
     */
    public static void latentLoss(Worker worker, Buffer mean, Buffer logVariance, Buffer deviation, Figure figure) {
        int from = worker.from();
        Sampling.latentLoss(
                worker.rows(),
                mean.columns(),
                mean.data(),
                mean.offset(from),
                mean.stride(),
                logVariance.data(),
                logVariance.offset(from),
                logVariance.stride(),
                deviation.data(),
                deviation.offset(from),
                deviation.stride(),
                figure.partials(),
                from);
    }

    /**
     * An activation of a user's own: y = f(x), possibly in place.
     *
     * @param worker whose rows
     * @param x the pre-activation, B × n
     * @param activation f
     * @param y the output, B × n
     */
    public static void activation(Worker worker, Buffer x, OwnActivation activation, Buffer y) {
        activation.forward(worker, x, y);
    }

    /**
     * An activation of a user's own as training needs it: y = f(x), and x becomes f′(x), which the backward pass multiplies by. Much of
     * a derivative is computed for the value as well; so it is computed once, and needs no buffer more.
     *
     * @param worker whose rows
     * @param slope x, then f′(x), B × n
     * @param activation f
     * @param y the output, B × n
     */
    public static void activationAndSlope(Worker worker, Buffer slope, OwnActivation activation, Buffer y) {
        activation.forwardAndSlope(worker, slope, y);
    }

    /**
     * A reconstruction loss of a user's own, left in the figure's partials.
     *
     * @param worker whose rows
     * @param loss ℓ
     * @param output o, B × n
     * @param target t, B × n
     * @param figure receives one partial value per row
     */
    public static void loss(Worker worker, OwnLoss loss, Buffer output, Buffer target, Figure figure) {
        loss.forward(worker, output, target, figure);
    }

    /**
     * A penalty of a user's own, left in the figure's partials.
     *
     * @param worker whose rows
     * @param penalty p
     * @param a the values, B × n
     * @param figure receives one partial value per row
     */
    public static void penalty(Worker worker, OwnPenalty penalty, Buffer a, Figure figure) {
        penalty.forward(worker, a, figure);
    }
}
