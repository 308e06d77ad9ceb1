package dev.lanewise.training;

import dev.lanewise.kernels.Optimizers;

/**
 * RMSprop: v ← ρ·v + (1 − ρ)·g² and w ← w − η·g / √(v + ε). Source: Hinton, lecture 6e, 2012, in Keras 3's form.
 *
 * @param learningRate η
 * @param rho ρ, the decay of the running mean of squares, in [0, 1)
 * @param epsilon ε
 */
public record RmsProp(double learningRate, double rho, double epsilon) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public RmsProp {
        Hyper.positive("learningRate", learningRate);
        Hyper.fraction("rho", rho);
        Hyper.positive("epsilon", epsilon);
    }

    /** Learning rate 0.001, ρ = 0.9, ε = 1e-7. */
    public RmsProp() {
        this(0.001);
    }

    /**
     * ρ = 0.9, ε = 1e-7.
     *
     * @param learningRate η
     */
    public RmsProp(double learningRate) {
        this(learningRate, 0.9, 1e-7);
    }

    @Override
    public UpdateRule rule() {
        float squareShare = Optimizers.oneMinus(rho);
        float offsetOfRoot = (float) epsilon;
        return new UpdateRule() {

            private float rate;

            @Override
            public int slots() {
                return 1;
            }

            @Override
            public void advance(long step, double share) {
                rate = (float) (learningRate * share);
            }

            @Override
            public void apply(boolean decayed, int offset, int length, float[] w, float[] g, float[][] state) {
                Optimizers.rmsprop(length, w, offset, g, offset, state[0], offset, rate, squareShare, offsetOfRoot);
            }
        };
    }
}
