package dev.lanewise.training;

import dev.lanewise.kernels.Optimizers;

/**
 * Stochastic gradient descent: w ← w − η·g. With a momentum β: m ← β·m − η·g and w ← w + m, or, in Nesterov's form, w ← w +
 * β·m − η·g.
 *
 * @param learningRate η
 * @param momentum β, in [0, 1); 0 for none
 * @param nesterov whether Nesterov's form is taken; without effect if there is no momentum
 */
public record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the learning rate is not positive or the momentum not in [0, 1)
     */
    public Sgd {
        Hyper.positive("learningRate", learningRate);
        Hyper.fraction("momentum", momentum);
    }

    /** Learning rate 0.01, no momentum. */
    public Sgd() {
        this(0.01);
    }

    /**
     * No momentum.
     *
     * @param learningRate η
     */
    public Sgd(double learningRate) {
        this(learningRate, 0, false);
    }

    @Override
    public UpdateRule rule() {
        float beta = (float) momentum;
        return new UpdateRule() {

            private float rate;

            @Override
            public int slots() {
                return momentum == 0 ? 0 : 1;
            }

            @Override
            public void advance(long step, double share) {
                rate = (float) (learningRate * share);
            }

            @Override
            public void apply(boolean decayed, int offset, int length, float[] w, float[] g, float[][] state) {
                if (momentum == 0) {
                    Optimizers.sgd(length, w, offset, g, offset, rate);
                } else if (nesterov) {
                    Optimizers.nesterov(length, w, offset, g, offset, state[0], offset, rate, beta);
                } else {
                    Optimizers.momentum(length, w, offset, g, offset, state[0], offset, rate, beta);
                }
            }
        };
    }
}
