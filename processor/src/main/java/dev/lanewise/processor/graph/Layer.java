package dev.lanewise.processor.graph;

import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Initializer;
import dev.lanewise.layer.Per;
import java.util.List;
import java.util.Optional;

/**
 * What a layer computes: one record per layer annotation, with its shape rule. Every place that must know a new layer
 * switches over this type.
 */
public sealed interface Layer {

    /** {@return how many values the layer takes, or at least takes} */
    default int inputs() {
        return 1;
    }

    /** {@return whether the layer also takes more values than that} */
    default boolean takesMore() {
        return false;
    }

    /** {@return the layer whose weight this one shares, by the name that is written} */
    default Optional<String> tiedTo() {
        return Optional.empty();
    }

    /**
     * The shape rule.
     *
     * @param inputs the widths of the layer's inputs, 0 for one that is not known
     * @param tied the rows of the weight that the layer shares, 0 without one
     * @return the width of its output, 0 if that is not known
     */
    int width(List<Integer> inputs, int tied);

    /** A layer f(x·W + b), whatever W is. */
    sealed interface FullyConnected extends Layer {

        /** {@return f; linear where it is one of the user's own} */
        Activation activation();

        /** {@return the name of the user's own function that is f} */
        Optional<String> activationBy();
    }

    /** A layer that changes values in training, and is the identity in inference. */
    sealed interface Noise extends Layer {

        @Override
        default int width(List<Integer> inputs, int tied) {
            return inputs.isEmpty() ? 0 : inputs.getFirst();
        }
    }

    /** A layer that is the identity, and adds to the cost. */
    sealed interface Penalty extends Layer {

        @Override
        default int width(List<Integer> inputs, int tied) {
            return inputs.isEmpty() ? 0 : inputs.getFirst();
        }
    }

    /** A layer that makes one value of several, of any number, without parameters. */
    sealed interface Merge extends Layer {

        @Override
        default int inputs() {
            return 2;
        }

        @Override
        default boolean takesMore() {
            return true;
        }
    }

    /**
     * A fully connected layer.
     *
     * @param units the width of its output
     * @param activation f
     * @param activationBy the user's own function, in place of that
     * @param initializer how its weight is drawn
     */
    record Dense(int units, Activation activation, Optional<String> activationBy, Initializer initializer)
            implements FullyConnected {

        /**
         * A layer with an activation that is built in.
         *
         * @param units the width of its output
         * @param activation f
         * @param initializer how its weight is drawn
         */
        public Dense(int units, Activation activation, Initializer initializer) {
            this(units, activation, Optional.empty(), initializer);
        }

        @Override
        public int width(List<Integer> inputs, int tied) {
            return units;
        }
    }

    /**
     * A fully connected layer with the transpose of another one's weight.
     *
     * @param of the name of the other one
     * @param activation f
     * @param activationBy the user's own function, in place of that
     */
    record DenseTransposed(String of, Activation activation, Optional<String> activationBy) implements FullyConnected {

        /**
         * A layer with an activation that is built in.
         *
         * @param of the name of the other one
         * @param activation f
         */
        public DenseTransposed(String of, Activation activation) {
            this(of, activation, Optional.empty());
        }

        @Override
        public Optional<String> tiedTo() {
            return Optional.of(of);
        }

        @Override
        public int width(List<Integer> inputs, int tied) {
            return tied;
        }
    }

    /**
     * Inverted dropout.
     *
     * @param rate the share of elements that are dropped
     */
    record Dropout(double rate) implements Noise {}

    /**
     * Additive noise.
     *
     * @param stddev its standard deviation
     */
    record GaussianNoise(double stddev) implements Noise {}

    /**
     * A penalty on the magnitude of activations.
     *
     * @param l1 the factor of the absolute values
     * @param l2 the factor of the squares
     * @param per what the penalty is divided by
     */
    record ActivityRegularization(double l1, double l2, Per per) implements Penalty {}

    /**
     * A penalty on the mean activations of a batch.
     *
     * @param weight its factor
     * @param target the mean that activations are drawn to
     * @param per what the penalty is divided by
     */
    record KlSparsity(double weight, double target, Per per) implements Penalty {}

    /**
     * A penalty of the user's own.
     *
     * @param by the name of the function
     * @param weight its factor
     * @param per what the penalty is divided by
     */
    record OwnPenalty(String by, double weight, Per per) implements Penalty {}

    /**
     * Draws values from the normal distribution of a mean and a logarithm of the variance.
     *
     * @param beta the factor of the latent loss
     */
    record Sampling(double beta) implements Layer {

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int width(List<Integer> inputs, int tied) {
            return inputs.isEmpty() ? 0 : inputs.getFirst();
        }
    }

    /** Values side by side. */
    record Concat() implements Merge {

        @Override
        public int width(List<Integer> inputs, int tied) {
            long sum = inputs.stream().mapToLong(width -> width).sum();
            return inputs.contains(0) || sum > Limits.WIDTH ? 0 : (int) sum;
        }
    }

    /** The sum of values. */
    record Add() implements Merge {

        @Override
        public int width(List<Integer> inputs, int tied) {
            return inputs.stream().distinct().count() == 1 ? inputs.getFirst() : 0;
        }
    }
}
