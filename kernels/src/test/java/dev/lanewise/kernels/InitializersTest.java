package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitializersTest {

    private static final int IN = 301;
    private static final int OUT = 403;
    private static final double SIZE = (double) IN * OUT;

    private interface Initializer {
        void draw(int in, int out, long seed, int layer, float[] w, int offset, int ld);
    }

    private static float[] draw(Initializer initializer, long seed, int layer) {
        float[] w = new float[IN * OUT];
        initializer.draw(IN, OUT, seed, layer, w, 0, OUT);
        return w;
    }

    /** Mean and variance within four standard errors of the distribution asked for; kurtosis tells uniform from normal. */
    private static void assertMoments(float[] w, double variance, double kurtosis, double limit) {
        double mean = 0;
        double square = 0;
        double largest = 0;
        for (float x : w) {
            mean += x / SIZE;
            square += (double) x * x / SIZE;
            largest = Math.max(largest, Math.abs(x));
        }
        assertEquals(0, mean, 4 * Math.sqrt(variance / SIZE));
        assertEquals(variance, square, 4 * variance * Math.sqrt((kurtosis - 1) / SIZE));
        assertTrue(largest <= limit * (1 + 1e-6), "largest " + largest + ", limit " + limit);
        assertTrue(largest > 0.99 * limit, "largest " + largest + ", limit " + limit);
    }

    @Test
    void uniformWeightsHaveTheLimitAndVarianceOfTheirFormulas() {
        assertMoments(draw(Initializers::glorotUniform, 1, 0), 2.0 / (IN + OUT), 1.8, Math.sqrt(6.0 / (IN + OUT)));
        assertMoments(draw(Initializers::heUniform, 1, 0), 2.0 / IN, 1.8, Math.sqrt(6.0 / IN));
    }

    @Test
    void normalWeightsKeepTheirVarianceThoughTruncated() {
        double glorot = Math.sqrt(2.0 / (IN + OUT));
        double he = Math.sqrt(2.0 / IN);
        assertMoments(draw(Initializers::glorotNormal, 2, 1), glorot * glorot, 2.4, 2 * glorot / 0.87962566103423978);
        assertMoments(draw(Initializers::heNormal, 2, 1), he * he, 2.4, 2 * he / 0.87962566103423978);
    }

    @Test
    void seedsAndLayersDrawDifferentWeights() {
        float[] w = draw(Initializers::glorotUniform, 1, 0);
        assertFalse(Arrays.equals(w, draw(Initializers::glorotUniform, 2, 0)));
        assertFalse(Arrays.equals(w, draw(Initializers::glorotUniform, 1, 1)));
        assertArrayEquals(w, draw(Initializers::glorotUniform, 1, 0));
    }

    @Test
    void anElementDependsOnItsPlaceAndNotOnTheLayoutOrTheNumberOfRows() {
        for (Initializer initializer : new Initializer[] {Initializers::glorotUniform, Initializers::heNormal}) {
            float[] wide = new float[7 * 20 + 3];
            initializer.draw(7, 13, 5, 2, wide, 3, 20);
            float[] dense = new float[7 * 13];
            initializer.draw(7, 13, 5, 2, dense, 0, 13);
            for (int i = 0; i < 7; i++) {
                assertArrayEquals(
                        Arrays.copyOfRange(dense, i * 13, i * 13 + 13),
                        Arrays.copyOfRange(wide, 3 + i * 20, 3 + i * 20 + 13));
            }
        }
    }
}
