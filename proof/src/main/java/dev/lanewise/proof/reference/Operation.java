package dev.lanewise.proof.reference;

import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Per;
import java.util.Optional;

/** What a layer computes: one record per word in a structure's text. */
public sealed interface Operation {

    /** A layer f(x·W + b), whatever W is. */
    sealed interface FullyConnected extends Operation {

        /** {@return f, where it is not one of the user's own} */
        Activation activation();

        /** {@return the name of the user's own function that is f} */
        Optional<String> activationBy();
    }

    /** A layer that changes values in training, and is the identity in inference. */
    sealed interface Noise extends Operation {}

    /** A layer that is the identity, and adds to the cost. */
    sealed interface Penalty extends Operation {}

    /** A layer that makes one value of several. */
    sealed interface Merge extends Operation {}

    /**
     * f(x·W + b).
     *
     * @param units the width of its output
     * @param activation f
     * @param activationBy the user's own function, in place of that
     */
    record Dense(int units, Activation activation, Optional<String> activationBy) implements FullyConnected {}

    /**
     * f(x·Wᵀ + b).
     *
     * @param of the qualified name of the layer whose weight is W
     * @param activation f
     * @param activationBy the user's own function, in place of that
     */
    record DenseTransposed(String of, Activation activation, Optional<String> activationBy) implements FullyConnected {}

    /**
     * x·mask / (1 − rate).
     *
     * @param rate the share of elements that are dropped
     */
    record Dropout(double rate) implements Noise {}

    /**
     * x + stddev·n.
     *
     * @param stddev the standard deviation
     */
    record GaussianNoise(double stddev) implements Noise {}

    /**
     * Adds l1·Σ|x| + l2·Σx².
     *
     * @param l1 the factor of the absolute values
     * @param l2 the factor of the squares
     * @param per what the sum is divided by
     */
    record ActivityRegularization(double l1, double l2, Per per) implements Penalty {}

    /**
     * Adds weight·Σ KL(target ‖ q), q the mean of each column.
     *
     * @param weight the factor
     * @param target the mean that activations are drawn to
     * @param per what the sum is divided by
     */
    record KlSparsity(double weight, double target, Per per) implements Penalty {}

    /**
     * Adds weight·Σ p(row).
     *
     * @param by the user's own function p
     * @param weight the factor
     * @param per what the sum is divided by
     */
    record OwnPenalty(String by, double weight, Per per) implements Penalty {}

    /**
     * μ + exp(γ/2)·n, and adds β times the latent loss.
     *
     * @param beta β
     */
    record Sampling(double beta) implements Operation {}

    /** [x₁ x₂ …]. */
    record Concat() implements Merge {}

    /** x₁ + x₂ + …. */
    record Add() implements Merge {}

    /** {@return whether it draws random numbers in training} */
    default boolean isRandom() {
        return switch (this) {
            case Noise unused -> true;
            case Sampling unused -> true;
            case FullyConnected unused -> false;
            case Penalty unused -> false;
            case Merge unused -> false;
        };
    }
}
