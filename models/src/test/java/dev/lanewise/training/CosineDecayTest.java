package dev.lanewise.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CosineDecayTest {

    /** cos 0, π/3, π/2, 2π/3 and π: 1, ½, 0, −½ and −1. */
    @Test
    void theShareFollowsHalfACosine() {
        CosineDecay decay = new CosineDecay(new Nadam(), 10, 12, 0.2);
        assertEquals(1, decay.share(1));
        assertEquals(1, decay.share(10));
        assertEquals(0.2 + 0.8 * 0.75, decay.share(14), 1e-15);
        assertEquals(0.2 + 0.8 * 0.5, decay.share(16), 1e-15);
        assertEquals(0.2 + 0.8 * 0.25, decay.share(18), 1e-15);
        assertEquals(0.2, decay.share(22), 1e-15);
        assertEquals(0.2, decay.share(1000), 1e-15);
    }

    /** Sgd moves by η·g; after step 2 only half of η is left. */
    @Test
    void aStepIsAsLongAsItsShare() {
        UpdateRule rule = new CosineDecay(new Sgd(0.5), 1, 2, 0).rule();
        float[] w = {0};
        float[] g = {1};
        float[] way = {-0.5f, -0.75f, -0.75f, -0.75f};
        for (int t = 1; t <= way.length; t++) {
            rule.advance(t, 1);
            rule.apply(true, 0, 1, w, g, new float[0][]);
            assertEquals(way[t - 1], w[0], 1e-7f, "after step " + t);
        }
    }

    /** From the same state, half the learning rate is half the way, whatever the rule. */
    @Test
    void everyRuleGoesHalfTheWayWithHalfTheLearningRate() {
        Optimizer[] optimizers = {
            new Sgd(0.1),
            new Sgd(0.1, 0.9, false),
            new Sgd(0.1, 0.9, true),
            new RmsProp(),
            new Adam(),
            new AdamW(),
            new Nadam()
        };
        for (Optimizer optimizer : optimizers) {
            assertEquals(way(optimizer, 1) / 2, way(optimizer, 0.5), 1e-6, optimizer.text());
        }
    }

    private static double way(Optimizer optimizer, double share) {
        UpdateRule rule = optimizer.rule();
        float[] w = {0.25f};
        rule.advance(1, share);
        rule.apply(true, 0, 1, w, new float[] {0.5f}, new float[rule.slots()][1]);
        return w[0] - 0.25;
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CosineDecay(new Adam(), -1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new CosineDecay(new Adam(), 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new CosineDecay(new Adam(), 0, 1, 1));
        CosineDecay decay = new CosineDecay(new Adam(), 0, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> new CosineDecay(decay, 0, 1, 0));
    }
}
