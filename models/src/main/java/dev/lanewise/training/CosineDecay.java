package dev.lanewise.training;

import java.util.Objects;

/**
 * An optimizer whose learning rate falls along half a cosine: η up to step {@code from}, then η·(floor + (1 − floor)·½·(1 + cos(π·(t −
 * from) / steps))), and η·floor from step {@code from + steps} on (I. Loshchilov, F. Hutter, SGDR, 2017, without restarts; the form of
 * Keras' schedule of that name, which begins at step 0). Small last steps let a run settle: less of what it ends with is chance.
 *
 * {@snippet :
 * long steps = epochs * Math.ceilDiv(rows, batchSize);
 * Training.with(new CosineDecay(new Nadam(), steps / 2, steps - steps / 2, 0)).epochs(epochs).batchSize(batchSize);
 * }
 *
 * @param optimizer how gradients move the parameters
 * @param from the last step at the full learning rate; 0 or more
 * @param steps how many steps the learning rate falls for; 1 or more
 * @param floor what share of it remains; in [0, 1)
 */
public record CosineDecay(Optimizer optimizer, long from, long steps, double floor) implements Optimizer {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of its range, or the optimizer has such a schedule already
     */
    public CosineDecay {
        Objects.requireNonNull(optimizer, "optimizer");
        if (optimizer instanceof CosineDecay) {
            throw new IllegalArgumentException("optimizer must have no schedule yet, was " + optimizer.text());
        }
        if (from < 0) {
            throw new IllegalArgumentException("from must be at least 0, was " + from);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, was " + steps);
        }
        Hyper.fraction("floor", floor);
    }

    @Override
    public double learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public UpdateRule rule() {
        UpdateRule rule = optimizer.rule();
        return new UpdateRule() {
            @Override
            public int slots() {
                return rule.slots();
            }

            @Override
            public void advance(long step, double share) {
                rule.advance(step, share * share(step));
            }

            @Override
            public void apply(boolean decayed, int offset, int length, float[] w, float[] g, float[][] state) {
                rule.apply(decayed, offset, length, w, g, state);
            }
        };
    }

    /**
     * What the learning rate is multiplied by.
     *
     * @param step the step, from 1
     * @return a number from {@link #floor} to 1
     */
    public double share(long step) {
        double way = Math.clamp((double) (step - from) / steps, 0, 1);
        return floor + (1 - floor) * 0.5 * (1 + StrictMath.cos(Math.PI * way));
    }
}
