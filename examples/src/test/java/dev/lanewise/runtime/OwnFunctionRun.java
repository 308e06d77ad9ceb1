package dev.lanewise.runtime;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.ActivationFunction.Saved;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.Penalties;
import dev.lanewise.layer.Per;
import java.util.Random;

/**
 * A layer's values, and what a training step does with a function of a user's own on them, or with a built-in one: alone, for
 * benchmarks. In this package because users have no business with any of it.
 */
public final class OwnFunctionRun {

    private static final float SCALE = 1e-3f;

    private final int rows;
    private final int columns;
    private final Worker worker = Worker.alone(new NoNoise());
    private final Buffer x;
    private final Buffer slope;
    private final Buffer y;
    private final Buffer target;
    /** Zeros, which stay zeros: a gradient that a benchmark multiplies by slopes again and again would end up in denormals. */
    private final Buffer gradient;

    private final Figure figure;

    /** Values from a normal distribution. */
    public OwnFunctionRun(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        worker.take(rows, 1, 0);
        x = new Buffer(rows, columns);
        slope = new Buffer(rows, columns);
        y = new Buffer(rows, columns);
        target = new Buffer(rows, columns);
        gradient = new Buffer(rows, columns);
        figure = new Figure("loss", "", 1, Per.SAMPLE, true, true, rows);
        Random random = new Random(3);
        for (int i = 0; i < rows * columns; i++) {
            x.data()[i] = (float) (2 * random.nextGaussian());
            slope.data()[i] = x.data()[i];
            target.data()[i] = (float) random.nextGaussian();
        }
    }

    /** y = f(x). */
    public void forward(OwnActivation f) {
        f.forward(worker, x, y);
    }

    /** y = f(x). */
    public void forward(ActivationFunction f) {
        f.forward(rows, columns, x.data(), 0, columns, y.data(), 0, columns);
    }

    /** y = f(x) and f′(x), then dy = dy·f′(x). The next time f′(x) is x: what its values are makes no difference. */
    public void forwardAndBackward(OwnActivation f) {
        f.forwardAndSlope(worker, slope, y);
        OwnActivation.backward(worker, slope, gradient);
    }

    /** y = f(x), then dy = dy·f′(x). */
    public void forwardAndBackward(ActivationFunction f) {
        forward(f);
        float[] dy = gradient.data();
        Buffer saved = f.saved() == Saved.INPUT ? x : y;
        f.backward(rows, columns, saved.data(), 0, columns, dy, 0, columns, dy, 0, columns);
    }

    /** ℓ(x, target) of each row. */
    public void forward(OwnLoss loss) {
        loss.forward(worker, x, target, figure);
    }

    /** ℓ(x, target) of each row. */
    public void forward(LossFunction loss) {
        loss.value(rows, columns, x.data(), 0, columns, target.data(), 0, columns, figure.partials(), 0);
    }

    /** The same and its gradient. */
    public void forwardAndBackward(OwnLoss loss) {
        loss.backward(worker, x, target, figure, SCALE, gradient);
    }

    /** The same and its gradient. */
    public void forwardAndBackward(LossFunction loss) {
        loss.valueAndGradient(
                rows,
                columns,
                x.data(),
                0,
                columns,
                target.data(),
                0,
                columns,
                SCALE,
                gradient.data(),
                0,
                columns,
                figure.partials(),
                0);
    }

    /** p(x) of each row. */
    public void forward(OwnPenalty penalty) {
        penalty.forward(worker, x, figure);
    }

    /** The same, and its gradient on top of another. */
    public void forwardAndBackward(OwnPenalty penalty) {
        penalty.backward(worker, x, figure, SCALE, gradient);
    }

    /** l1·Σ|x| + l2·Σx² of each row. */
    public void forward(float l1, float l2) {
        Penalties.activity(rows, columns, x.data(), 0, columns, l1, l2, figure.partials(), 0);
    }

    /** The same, and its gradient on top of another. */
    public void forwardAndBackward(float l1, float l2) {
        forward(l1, l2);
        Penalties.addActivityGradient(rows, columns, x.data(), 0, columns, l1, l2, SCALE, gradient.data(), 0, columns);
    }
}
