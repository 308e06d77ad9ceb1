package dev.lanewise.peers.tensorflow;

import static dev.lanewise.peers.Example.DROPOUT_RATE;
import static dev.lanewise.peers.Example.GAUSSIAN_DEVIATION;
import static dev.lanewise.peers.Example.KL_TARGET;
import static dev.lanewise.peers.Example.KL_WEIGHT;
import static dev.lanewise.peers.Example.L1;
import static dev.lanewise.peers.Example.PIXELS;
import static dev.lanewise.peers.Example.SAMPLED_CODINGS;

import dev.lanewise.peers.Example;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** An example's training pass: from a batch of clean images to the loss with its penalty. */
final class Cost {

    private final Ops tf;
    private final Layers layers;
    private final Example example;
    private final int batch;

    Cost(Ops tf, Layers layers, Example example, int batch) {
        this.tf = tf;
        this.layers = layers;
        this.example = example;
        this.batch = batch;
    }

    /** The loss on a batch, batch × 784. */
    Operand<TFloat32> of(Operand<TFloat32> clean) {
        Operand<TFloat32> hidden = layers.stack("recognition.", example.encoder(), corrupted(clean), PIXELS);
        int width = example.encoder().getLast().units();
        return switch (example.codings()) {
            case PLAIN -> reconstructionLoss(hidden, width, clean);
            case L1 ->
                tf.math.add(reconstructionLoss(hidden, width, clean), times(sum(tf.math.abs(hidden)), L1 / batch));
            case KL -> tf.math.add(reconstructionLoss(hidden, width, clean), sparsity(hidden));
            case SAMPLED -> sampled(hidden, width, clean);
        };
    }

    private Operand<TFloat32> corrupted(Operand<TFloat32> clean) {
        var shape = tf.constant(new int[] {batch, PIXELS});
        return switch (example.corruption()) {
            case NONE -> clean;
            case DROPOUT ->
                tf.select(
                        tf.math.greaterEqual(tf.random.randomUniform(shape, TFloat32.class), tf.constant(DROPOUT_RATE)),
                        times(clean, 1 / (1 - DROPOUT_RATE)),
                        tf.constant(0f));
            case GAUSSIAN ->
                tf.math.add(clean, times(tf.random.randomStandardNormal(shape, TFloat32.class), GAUSSIAN_DEVIATION));
        };
    }

    /** The mean squared error, as half the sum of squares (which has a kernel, and the plainest of gradients) times 2 / (B·784). */
    private Operand<TFloat32> reconstructionLoss(Operand<TFloat32> codings, int width, Operand<TFloat32> clean) {
        Operand<TFloat32> output = layers.stack("generation.", example.decoder(), codings, width);
        return times(tf.nn.l2Loss(tf.math.sub(output, clean)), 2f / (batch * PIXELS));
    }

    private Operand<TFloat32> sparsity(Operand<TFloat32> codings) {
        Operand<TFloat32> means = tf.math.mean(codings, tf.constant(0));
        Operand<TFloat32> active = times(tf.math.log(means), -KL_TARGET);
        Operand<TFloat32> silent = times(tf.math.log1p(tf.math.neg(means)), KL_TARGET - 1);
        double entropy = KL_TARGET * Math.log(KL_TARGET) + (1 - KL_TARGET) * Math.log1p(-KL_TARGET);
        Operand<TFloat32> divergence = tf.math.add(sum(tf.math.add(active, silent)), tf.constant((float)
                (entropy * example.encoder().getLast().units())));
        return times(divergence, KL_WEIGHT / batch);
    }

    private Operand<TFloat32> sampled(Operand<TFloat32> hidden, int width, Operand<TFloat32> clean) {
        Operand<TFloat32> mean = layers.linear("recognition.mean", hidden, width, SAMPLED_CODINGS);
        Operand<TFloat32> logVariance = layers.linear("recognition.logVariance", hidden, width, SAMPLED_CODINGS);
        Operand<TFloat32> noise =
                tf.random.randomStandardNormal(tf.constant(new int[] {batch, SAMPLED_CODINGS}), TFloat32.class);
        Operand<TFloat32> codings = tf.math.add(mean, tf.math.mul(tf.math.exp(times(logVariance, 0.5f)), noise));
        Operand<TFloat32> terms = tf.math.sub(
                tf.math.sub(tf.math.add(logVariance, tf.constant(1f)), tf.math.exp(logVariance)), tf.math.square(mean));
        return tf.math.add(
                reconstructionLoss(codings, SAMPLED_CODINGS, clean), times(sum(terms), -0.5f / PIXELS / batch));
    }

    private Operand<TFloat32> sum(Operand<TFloat32> x) {
        return tf.reduceSum(x, tf.range(tf.constant(0), tf.constant(x.rank()), tf.constant(1)));
    }

    private Operand<TFloat32> times(Operand<TFloat32> x, float factor) {
        return tf.math.mul(x, tf.constant(factor));
    }
}
