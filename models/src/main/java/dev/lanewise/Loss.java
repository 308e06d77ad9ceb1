package dev.lanewise;

/** The reconstruction loss ℓ between an output o and its target t: the mean over batch and elements. */
public enum Loss {
    /** Mean squared error, ℓ = (o − t)². */
    MSE,
    /** Mean absolute error, ℓ = |o − t|, with derivative 0 at 0. */
    MAE,
    /** Huber loss with δ = 1: ℓ = ½·(o − t)² where |o − t| ≤ 1, |o − t| − ½ beyond. */
    HUBER,
    /**
     * Binary cross-entropy, ℓ = −t·log(o) − (1 − t)·log(1 − o). The output layer must end in a {@code SIGMOID}; both
     * are computed together from the logits, which is stable where o is near 0 or 1.
     */
    BINARY_CROSS_ENTROPY
}
