package dev.lanewise.runtime;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.MatMul;
import dev.lanewise.kernels.Penalties;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.Sampling;
import dev.lanewise.layer.Per;

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
            add(dx.columns(), dy.data(), dy.offset(row), dx.data(), dx.offset(row));
        }
    }

    /**
     * The gradient of one of the values that a sum is made of: dx = dy.
     *
     * @param worker whose rows
     * @param dy the gradient by the sum, B × n
     * @param dx the gradient by the value, B × n
     */
    public static void copy(Worker worker, Buffer dy, Buffer dx) {
        Forward.copy(worker, dy, dx);
    }

    /**
     * The gradient of a value that stands beside others: dx = columns [column, column + n) of dy.
     *
     * @param worker whose rows
     * @param dy the gradient by all of them
     * @param column where the value stands, from 0
     * @param dx the gradient by the value, B × n
     */
    public static void slice(Worker worker, Buffer dy, int column, Buffer dx) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            System.arraycopy(dy.data(), dy.offset(row) + column, dx.data(), dx.offset(row), dx.columns());
        }
    }

    /**
     * The gradient of a value that has other uses, and stands beside others: dx ← dx + columns [column, column + n) of dy.
     *
     * @param worker whose rows
     * @param dy the gradient by all of them
     * @param column where the value stands, from 0
     * @param dx the gradient by the value so far, B × n
     */
    public static void addSlice(Worker worker, Buffer dy, int column, Buffer dx) {
        for (int row = worker.from(), end = row + worker.rows(); row < end; row++) {
            add(dx.columns(), dy.data(), dy.offset(row) + column, dx.data(), dx.offset(row));
        }
    }

    private static void add(int n, float[] x, int from, float[] sum, int to) {
        for (int i = 0; i < n; i++) {
            sum[to + i] += x[from + i];
        }
    }

    /**
     * The gradient of the input of a dense layer whose weight is another's, transposed: dx = dy·W.
     *
     * @param worker whose rows
     * @param dy the gradient by the pre-activation, B × out
     * @param weight W, out × in
     * @param dx the gradient by the input, B × in
     */
    public static void denseTransposed(Worker worker, Buffer dy, Parameter weight, Buffer dx) {
        MatMul.multiply(
                worker.rows(),
                weight.columns(),
                weight.rows(),
                dy.data(),
                dy.offset(worker.from()),
                dy.stride(),
                weight.values(),
                0,
                weight.columns(),
                dx.data(),
                dx.offset(worker.from()),
                dx.stride());
    }

    /**
     * The penalty l1·Σ|a| + l2·Σa² and its gradient: da ← da + (l1·sign(a) + 2·l2·a), divided by B if per sample.
     *
     * @param worker whose rows
     * @param l1 the factor of the absolute values
     * @param l2 the factor of the squares
     * @param per what the penalty is divided by
     * @param a the activations, B × n
     * @param figure receives one partial value per row
     * @param da the gradient by the activations so far, B × n
     */
    public static void activityRegularization(
            Worker worker, float l1, float l2, Per per, Buffer a, Figure figure, Buffer da) {
        Forward.activityRegularization(worker, l1, l2, a, figure);
        Penalties.addActivityGradient(
                worker.rows(),
                a.columns(),
                a.data(),
                a.offset(worker.from()),
                a.stride(),
                l1,
                l2,
                per == Per.SAMPLE ? 1f / worker.batch() : 1f,
                da.data(),
                da.offset(worker.from()),
                da.stride());
    }

    /**
     * The penalty of {@link Forward#klSparsity} and its gradient: da ← da + weight·(−p / q + (1 − p) / (1 − q)) / B, divided by B
     * once more if per sample. Needs the rows of every worker: a barrier comes before it.
     *
     * @param worker whose rows; each worker computes the means of all units for itself
     * @param weight the factor of the penalty
     * @param target p
     * @param per what the penalty is divided by
     * @param a the activations, B × n
     * @param figure receives one partial value for the batch
     * @param da the gradient by the activations so far, B × n
     */
    public static void klSparsity(
            Worker worker, double weight, double target, Per per, Buffer a, Figure figure, Buffer da) {
        int units = a.columns();
        int batch = worker.batch();
        float[] scratch = worker.workspace().floats(2 * units);
        Reductions.columnMeans(batch, units, a.data(), a.offset(0), a.stride(), scratch, 0);
        if (worker.leads()) {
            figure.partials()[0] = Penalties.sparsity(units, scratch, 0, target);
        }
        double scale = weight / batch / (per == Per.SAMPLE ? batch : 1);
        Penalties.sparsityGradient(units, scratch, 0, target, scale, scratch, units);
        Penalties.addToRows(worker.rows(), units, scratch, units, da.data(), da.offset(worker.from()), da.stride());
    }

    /**
     * The sampling layer's latent loss, and the gradients through both: dμ = dz + s·μ and dγ = ½·(dz·ε·σ + s·(σ² − 1)), with s =
     * beta / (B·inputs).
     *
     * @param worker whose rows
     * @param beta the factor of the latent loss; in epochs of warm-up, a part of it counts
     * @param inputs the size of the model's input
     * @param mean μ, B × n
     * @param logVariance γ, B × n
     * @param noise ε, as {@link Forward#sampling} left it, B × n
     * @param deviation σ, as {@link Forward#sampling} left it, B × n
     * @param dz the gradient by the sample, B × n
     * @param figure receives one partial value per row
     * @param dMean receives dμ, B × n
     * @param dLogVariance receives dγ, B × n
     */
    public static void sampling(
            Worker worker,
            double beta,
            int inputs,
            Buffer mean,
            Buffer logVariance,
            Buffer noise,
            Buffer deviation,
            Buffer dz,
            Figure figure,
            Buffer dMean,
            Buffer dLogVariance) {
        Forward.latentLoss(worker, mean, logVariance, deviation, figure);
        int from = worker.from();
        Sampling.backward(
                worker.rows(),
                mean.columns(),
                mean.data(),
                mean.offset(from),
                mean.stride(),
                noise.data(),
                noise.offset(from),
                noise.stride(),
                deviation.data(),
                deviation.offset(from),
                deviation.stride(),
                dz.data(),
                dz.offset(from),
                dz.stride(),
                (float) (worker.latentWeight() * beta / ((double) worker.batch() * inputs)),
                dMean.data(),
                dMean.offset(from),
                dMean.stride(),
                dLogVariance.data(),
                dLogVariance.offset(from),
                dLogVariance.stride());
    }

    /**
     * The gradient through an activation of a user's own, in place: dy ← dy ⊙ f′(x).
     *
     * @param worker whose rows
     * @param slope f′(x), B × n
     * @param dy the gradient by y = f(x), then by x, B × n
     */
    public static void slope(Worker worker, Buffer slope, Buffer dy) {
        OwnActivation.backward(worker, slope, dy);
    }

    /**
     * A reconstruction loss of a user's own and its gradient: dy = ℓ′(o, t) / (B·elements).
     *
     * @param worker whose rows
     * @param loss ℓ
     * @param elements what the loss of a row is divided by
     * @param output o, B × n
     * @param target t, B × n
     * @param figure receives one partial value per row
     * @param dy the gradient by the output, B × n
     */
    public static void loss(
            Worker worker, OwnLoss loss, int elements, Buffer output, Buffer target, Figure figure, Buffer dy) {
        loss.backward(worker, output, target, figure, 1f / ((float) worker.batch() * elements), dy);
    }

    /**
     * A penalty of a user's own and its gradient: da ← da + weight·∂p/∂a, divided by B if per sample.
     *
     * @param worker whose rows
     * @param penalty p
     * @param weight its factor
     * @param per what the penalty is divided by
     * @param a the values, B × n
     * @param figure receives one partial value per row
     * @param da the gradient by the values so far, B × n
     */
    public static void penalty(
            Worker worker, OwnPenalty penalty, double weight, Per per, Buffer a, Figure figure, Buffer da) {
        float scale = (float) (per == Per.SAMPLE ? weight / worker.batch() : weight);
        penalty.backward(worker, a, figure, scale, da);
    }
}
