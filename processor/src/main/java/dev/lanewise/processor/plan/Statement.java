package dev.lanewise.processor.plan;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Per;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Parameter.Bias;
import dev.lanewise.processor.plan.Parameter.Weight;

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
     * @param weight W, in × out
     * @param bias b, out
     * @param activation f
     * @param y B × out
     */
    record Dense(Slot x, Weight weight, Bias bias, Activation activation, Slot y) implements Forward {}

    /**
     * y = f(x·Wᵀ + b).
     *
     * @param x B × in
     * @param weight W of another layer, out × in
     * @param bias b, out
     * @param activation f
     * @param y B × out
     */
    record DenseTransposed(Slot x, Weight weight, Bias bias, Activation activation, Slot y) implements Forward {}

    /**
     * y = f(x).
     *
     * @param x B × n
     * @param activation f
     * @param y B × n
     */
    record Activate(Slot x, Activation activation, Slot y) implements Forward {}

    /**
     * y = f(x), possibly in place.
     *
     * @param x B × n
     * @param own f
     * @param y B × n
     */
    record OwnActivate(Slot x, OwnFunction own, Slot y) implements Forward {}

    /**
     * y = f(x), and x becomes f′(x).
     *
     * @param own f
     * @param slope x, then f′(x), B × n
     * @param y B × n
     */
    record OwnActivateAndSlope(OwnFunction own, Slot slope, Slot y) implements Forward {}

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
     * y = x + stddev·n.
     *
     * @param number of the layer among the model's noise layers, from 1
     * @param stddev the standard deviation
     * @param x B × n
     * @param y B × n
     */
    record GaussianNoise(int number, double stddev, Slot x, Slot y) implements Forward {}

    /**
     * z = μ + σ·ε with σ = exp(γ / 2).
     *
     * @param number of the layer among the model's noise layers, from 1
     * @param mean μ, B × n
     * @param logVariance γ, B × n
     * @param noise receives ε, B × n
     * @param deviation receives σ, B × n
     * @param z B × n
     */
    record Sampling(int number, Slot mean, Slot logVariance, Slot noise, Slot deviation, Slot z) implements Forward {}

    /**
     * y = x.
     *
     * @param x B × n
     * @param y B × n
     */
    record Copy(Slot x, Slot y) implements Forward {}

    /**
     * Columns [column, column + n) of y = x.
     *
     * @param value which value that is
     * @param x B × n
     * @param column where it goes, from 0
     * @param y values side by side
     */
    record Place(Value value, Slot x, int column, Slot y) implements Forward {}

    /**
     * y = a + b.
     *
     * @param a B × n; y itself for all but the first two of several terms
     * @param b B × n
     * @param y B × n
     */
    record Sum(Slot a, Slot b, Slot y) implements Forward {}

    /**
     * The reconstruction loss.
     *
     * @param loss which
     * @param output B × n; logits for binary cross-entropy
     * @param target B × n
     * @param figure receives it
     */
    record LossValue(Loss loss, Slot output, Slot target, Figure figure) implements Forward {}

    /**
     * The reconstruction loss of the user's own.
     *
     * @param own which
     * @param output B × n
     * @param target B × n
     * @param figure receives it
     */
    record OwnLossValue(OwnFunction own, Slot output, Slot target, Figure figure) implements Forward {}

    /**
     * A penalty of the user's own.
     *
     * @param own which
     * @param a B × n
     * @param figure receives it
     */
    record OwnPenaltyValue(OwnFunction own, Slot a, Figure figure) implements Forward {}

    /**
     * The penalty l1·Σ|a| + l2·Σa².
     *
     * @param l1 the factor of the absolute values
     * @param l2 the factor of the squares
     * @param a B × n
     * @param figure receives it
     */
    record ActivityValue(double l1, double l2, Slot a, Figure figure) implements Forward {}

    /**
     * The divergence of mean activations from a target.
     *
     * @param target the mean that activations are drawn to
     * @param a B × n, of every worker
     * @param figure receives it
     */
    record SparsityValue(double target, Slot a, Figure figure) implements Forward {}

    /**
     * The latent loss −½·Σ(1 + γ − exp(γ) − μ²).
     *
     * @param mean μ, B × n
     * @param logVariance γ, B × n
     * @param deviation σ, B × n
     * @param figure receives it
     */
    record LatentLossValue(Slot mean, Slot logVariance, Slot deviation, Figure figure) implements Forward {}

    /** Waits for the other workers: what follows needs their rows. */
    record Barrier() implements Forward, Backward {}

    /**
     * The reconstruction loss and its gradient.
     *
     * @param loss which
     * @param output B × n; logits for binary cross-entropy
     * @param target B × n
     * @param figure receives the loss
     * @param dy the gradient by the output, B × n
     */
    record LossGradient(Loss loss, Slot output, Slot target, Figure figure, Slot dy) implements Backward {}

    /**
     * The reconstruction loss of the user's own and its gradient.
     *
     * @param own which
     * @param elements what the loss of a row is divided by
     * @param output B × n
     * @param target B × n
     * @param figure receives the loss
     * @param dy the gradient by the output, B × n
     */
    record OwnLossGradient(OwnFunction own, int elements, Slot output, Slot target, Figure figure, Slot dy)
            implements Backward {}

    /**
     * In place: from the gradient by f(x) of the user's own to that by x.
     *
     * @param slope f′(x), B × n
     * @param dy B × n
     */
    record SlopeGradient(Slot slope, Slot dy) implements Backward {}

    /**
     * The penalty of {@link OwnPenaltyValue}, and da += its gradient.
     *
     * @param own which
     * @param weight its factor
     * @param per what the penalty is divided by
     * @param a B × n
     * @param figure receives the penalty
     * @param da the gradient by the values, B × n
     */
    record OwnPenaltyGradient(OwnFunction own, double weight, Per per, Slot a, Figure figure, Slot da)
            implements Backward {}

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
     * @param weight W, in × out
     * @param dx B × in
     */
    record DenseGradient(Slot dy, Weight weight, Slot dx) implements Backward {}

    /**
     * dx = dy·W.
     *
     * @param dy the gradient by x·Wᵀ + b, B × out
     * @param weight W of another layer, out × in
     * @param dx B × in
     */
    record DenseTransposedGradient(Slot dy, Weight weight, Slot dx) implements Backward {}

    /**
     * In place: from the gradient by a dropped value to that by the value.
     *
     * @param number of the layer among the model's noise layers, from 1
     * @param rate the share of elements that were dropped
     * @param dy B × n
     */
    record DropoutGradient(int number, double rate, Slot dy) implements Backward {}

    /**
     * The penalty of {@link ActivityValue}, and da += its gradient.
     *
     * @param l1 the factor of the absolute values
     * @param l2 the factor of the squares
     * @param per what the penalty is divided by
     * @param a B × n
     * @param figure receives the penalty
     * @param da the gradient by the activations, B × n
     */
    record ActivityGradient(double l1, double l2, Per per, Slot a, Figure figure, Slot da) implements Backward {}

    /**
     * The penalty of {@link SparsityValue}, and da += its gradient.
     *
     * @param weight the factor of the penalty
     * @param target the mean that activations are drawn to
     * @param per what the penalty is divided by
     * @param a B × n, of every worker
     * @param figure receives the penalty
     * @param da the gradient by the activations, B × n
     */
    record SparsityGradient(double weight, double target, Per per, Slot a, Figure figure, Slot da)
            implements Backward {}

    /**
     * The latent loss, and the gradients by mean and logarithm of the variance through the loss and through the sample.
     *
     * @param beta the factor of the latent loss
     * @param inputs the size of the model's input
     * @param sample the forward pass's line
     * @param dz the gradient by the sample, B × n
     * @param figure receives the latent loss
     * @param dMean dμ, B × n
     * @param dLogVariance dγ, B × n
     */
    record SamplingGradient(
            double beta, int inputs, Sampling sample, Slot dz, Figure figure, Slot dMean, Slot dLogVariance)
            implements Backward {}

    /**
     * dx += dy.
     *
     * @param dy B × n
     * @param dx B × n
     */
    record AddGradient(Slot dy, Slot dx) implements Backward {}

    /**
     * dx = dy.
     *
     * @param dy B × n
     * @param dx B × n
     */
    record CopyGradient(Slot dy, Slot dx) implements Backward {}

    /**
     * dx = columns [column, column + n) of dy.
     *
     * @param dy the gradient by values side by side
     * @param column where the value stands, from 0
     * @param dx the gradient by the value, B × n
     */
    record SliceGradient(Slot dy, int column, Slot dx) implements Backward {}

    /**
     * dx += columns [column, column + n) of dy.
     *
     * @param dy the gradient by values side by side
     * @param column where the value stands, from 0
     * @param dx the gradient by the value so far, B × n
     */
    record AddSliceGradient(Slot dy, int column, Slot dx) implements Backward {}

    /**
     * dW = xᵀ·dy, db = Σ dy, and both parameters move.
     *
     * @param x the layer's input, B × in
     * @param dy the gradient by x·W + b, B × out
     * @param weight W, in × out
     * @param bias b, out
     */
    record DenseUpdate(Slot x, Slot dy, Weight weight, Bias bias) implements Update {}

    /**
     * dW = xᵀ·dy, to which more is added.
     *
     * @param x the layer's input, B × in
     * @param dy the gradient by x·W + b, B × out
     * @param weight W, in × out
     */
    record WeightGradient(Slot x, Slot dy, Weight weight) implements Update {}

    /**
     * dW += dyᵀ·x.
     *
     * @param tied the value of the layer that shares the weight
     * @param x that layer's input, B × out
     * @param dy the gradient by its x·Wᵀ + b, B × in
     * @param weight W, in × out
     */
    record TransposedGradient(Value tied, Slot x, Slot dy, Weight weight) implements Update {}

    /**
     * W moves.
     *
     * @param weight W
     */
    record WeightUpdate(Weight weight) implements Update {}

    /**
     * db = Σ dy, and b moves.
     *
     * @param dy the gradient by x·W + b, B × out
     * @param bias b
     */
    record BiasUpdate(Slot dy, Bias bias) implements Update {}
}
