package dev.lanewise.training;

import dev.lanewise.kernels.Optimizers;

/**
 * Adam: m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g² and w ← w − η·√(1 − β₂ᵗ) / (1 − β₁ᵗ)·m / (√v + ε). Source: Kingma and Ba,
 * "Adam", ICLR 2015, in Keras 3's form ("epsilon hat").
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the running mean of gradients, in [0, 1)
 * @param beta2 β₂, the decay of the running mean of their squares, in [0, 1)
 * @param epsilon ε
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Adam {
        Hyper.positive("learningRate", learningRate);
        Hyper.fraction("beta1", beta1);
        Hyper.fraction("beta2", beta2);
        Hyper.positive("epsilon", epsilon);
    }

    /** Learning rate 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-7. */
    public Adam() {
        this(0.001);
    }

    /**
     * β₁ = 0.9, β₂ = 0.999, ε = 1e-7.
     *
     * @param learningRate η
     */
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-7);
    }

    @Override
    public UpdateRule rule() {
        return new Rule(this);
    }

    /** The rule in the course of a run; it keeps m and v for each parameter. */
    private static final class Rule implements UpdateRule {

        private final Adam settings;
        private final float meanShare;
        private final float squareShare;
        private float stepSize;

        Rule(Adam settings) {
            this.settings = settings;
            meanShare = Optimizers.oneMinus(settings.beta1);
            squareShare = Optimizers.oneMinus(settings.beta2);
        }

        @Override
        public int slots() {
            return 2;
        }

        @Override
        public void advance(long step, double share) {
            stepSize = Optimizers.adamStepSize(settings.learningRate * share, settings.beta1, settings.beta2, step);
        }

        @Override
        public void apply(boolean decayed, int offset, int length, float[] w, float[] g, float[][] state) {
            Optimizers.adam(
                    length,
                    w,
                    offset,
                    g,
                    offset,
                    state[0],
                    offset,
                    state[1],
                    offset,
                    stepSize,
                    meanShare,
                    squareShare,
                    (float) settings.epsilon);
        }
    }
}
