package dev.lanewise.training;

import dev.lanewise.kernels.Optimizers;

/**
 * AdamW: weights, but not biases, first decay by w ← w − η·λ·w, then move as in {@link Adam}. Source: Loshchilov and Hutter,
 * "Decoupled Weight Decay Regularization", ICLR 2019.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the running mean of gradients, in [0, 1)
 * @param beta2 β₂, the decay of the running mean of their squares, in [0, 1)
 * @param epsilon ε
 * @param weightDecay λ, at least 0
 */
public record AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public AdamW {
        Hyper.positive("learningRate", learningRate);
        Hyper.fraction("beta1", beta1);
        Hyper.fraction("beta2", beta2);
        Hyper.positive("epsilon", epsilon);
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new IllegalArgumentException("weightDecay must be at least 0, was " + weightDecay);
        }
    }

    /** Learning rate 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-7, λ = 0.004. */
    public AdamW() {
        this(0.001);
    }

    /**
     * β₁ = 0.9, β₂ = 0.999, ε = 1e-7, λ = 0.004.
     *
     * @param learningRate η
     */
    public AdamW(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-7, 0.004);
    }

    @Override
    public UpdateRule rule() {
        return new Rule(this);
    }

    /** The rule in the course of a run; it keeps m and v for each parameter. */
    private static final class Rule implements UpdateRule {

        private final AdamW settings;
        private final float meanShare;
        private final float squareShare;
        private float stepSize;
        private float decay;

        Rule(AdamW settings) {
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
            decay = (float) (settings.learningRate * share * settings.weightDecay);
        }

        @Override
        public void apply(boolean decayed, int offset, int length, float[] w, float[] g, float[][] state) {
            Optimizers.adamW(
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
                    (float) settings.epsilon,
                    decayed ? decay : 0f);
        }
    }
}
