package dev.lanewise.training;

import dev.lanewise.kernels.Optimizers;

/**
 * Nadam, Adam with Nesterov momentum: with m and v as in {@link Adam}, μₜ = β₁·(1 − ½·0.96ᵗ) and Uₜ = μ₁·…·μₜ, w ← w − η·(μₜ₊₁·m / (1 −
 * Uₜ₊₁) + (1 − μₜ)·g / (1 − Uₜ)) / (√(v / (1 − β₂ᵗ)) + ε). Source: Dozat, "Incorporating Nesterov Momentum into Adam", 2016, in
 * Keras 3's form.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the running mean of gradients, in [0, 1)
 * @param beta2 β₂, the decay of the running mean of their squares, in [0, 1)
 * @param epsilon ε
 */
public record Nadam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Nadam {
        Hyper.positive("learningRate", learningRate);
        Hyper.fraction("beta1", beta1);
        Hyper.fraction("beta2", beta2);
        Hyper.positive("epsilon", epsilon);
    }

    /** Learning rate 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-7. */
    public Nadam() {
        this(0.001);
    }

    /**
     * β₁ = 0.9, β₂ = 0.999, ε = 1e-7.
     *
     * @param learningRate η
     */
    public Nadam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-7);
    }

    @Override
    public UpdateRule rule() {
        return new Rule(this);
    }

    /** The rule in the course of a run; it keeps m and v for each parameter. */
    private static final class Rule implements UpdateRule {

        private final Nadam settings;
        private final float meanShare;
        private final float squareShare;
        private double momentumProduct = 1;
        private float meanStep;
        private float gradientStep;
        private float epsilon;

        Rule(Nadam settings) {
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
            momentumProduct *= Optimizers.nadamMomentum(settings.beta1, step);
            double rate = settings.learningRate * share;
            meanStep = Optimizers.nadamMeanStep(rate, settings.beta1, settings.beta2, step, momentumProduct);
            gradientStep = Optimizers.nadamGradientStep(rate, settings.beta1, settings.beta2, step, momentumProduct);
            epsilon = Optimizers.nadamEpsilon(settings.epsilon, settings.beta2, step);
        }

        @Override
        public void apply(boolean decayed, int offset, int length, float[] w, float[] g, float[][] state) {
            Optimizers.nadam(
                    length,
                    w,
                    offset,
                    g,
                    offset,
                    state[0],
                    offset,
                    state[1],
                    offset,
                    meanStep,
                    gradientStep,
                    meanShare,
                    squareShare,
                    epsilon);
        }
    }
}
