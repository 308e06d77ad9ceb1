package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.testing.Golden;
import dev.lanewise.testing.Json;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimizers against Keras' first steps, and several steps against the textbook formulas in double precision. */
final class OptimizersTest {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-7;
    private static final double DECAY = 0.004;

    /** Each optimizer twice: as the kernels compute it, and as the papers and Keras write it. */
    private enum Rule {
        SGD(0.1, "sgd"),
        MOMENTUM(0.1, "sgd_momentum"),
        NESTEROV(0.1, "sgd_nesterov"),
        RMSPROP(0.01, "rmsprop_keras"),
        ADAM(0.01, "adam_keras"),
        ADAM_W(0.01, ""),
        NADAM(0.01, "nadam_keras3");

        private final double rate;
        private final String golden;

        Rule(double rate, String golden) {
            this.rate = rate;
            this.golden = golden;
        }

        void step(int n, float[] w, int wo, float[] g, int go, float[] m, int mo, float[] v, int vo, int t) {
            float eta = (float) rate;
            float alpha = Optimizers.adamStepSize(rate, BETA1, BETA2, t);
            float b1 = Optimizers.oneMinus(BETA1);
            float b2 = Optimizers.oneMinus(BETA2);
            float eps = (float) EPSILON;
            switch (this) {
                case SGD -> Optimizers.sgd(n, w, wo, g, go, eta);
                case MOMENTUM -> Optimizers.momentum(n, w, wo, g, go, m, mo, eta, 0.9f);
                case NESTEROV -> Optimizers.nesterov(n, w, wo, g, go, m, mo, eta, 0.9f);
                case RMSPROP -> Optimizers.rmsprop(n, w, wo, g, go, v, vo, eta, Optimizers.oneMinus(0.9), eps);
                case ADAM -> Optimizers.adam(n, w, wo, g, go, m, mo, v, vo, alpha, b1, b2, eps);
                case ADAM_W -> {
                    float decay = (float) (rate * DECAY);
                    Optimizers.adamW(n, w, wo, g, go, m, mo, v, vo, alpha, b1, b2, eps, decay);
                }
                case NADAM -> {
                    double product = Optimizers.nadamProduct(BETA1, t);
                    float mean = Optimizers.nadamMeanStep(rate, BETA1, BETA2, t, product);
                    float gradient = Optimizers.nadamGradientStep(rate, BETA1, BETA2, t, product);
                    float epsilon = Optimizers.nadamEpsilon(EPSILON, BETA2, t);
                    Optimizers.nadam(n, w, wo, g, go, m, mo, v, vo, mean, gradient, b1, b2, epsilon);
                }
            }
        }

        /** One parameter; state is {m, v, product of Nadam's momenta}. */
        double reference(double w, double g, double[] state, int t) {
            double oldM = state[0];
            double oldV = state[1];
            switch (this) {
                case SGD -> {
                    return w - rate * g;
                }
                case MOMENTUM -> {
                    state[0] = 0.9 * oldM - rate * g;
                    return w + state[0];
                }
                case NESTEROV -> {
                    state[0] = 0.9 * oldM - rate * g;
                    return w + 0.9 * state[0] - rate * g;
                }
                case RMSPROP -> {
                    state[1] = 0.9 * oldV + 0.1 * g * g;
                    return w - rate * g / Math.sqrt(state[1] + EPSILON);
                }
                default -> {
                    state[0] = BETA1 * oldM + (1 - BETA1) * g;
                    state[1] = BETA2 * oldV + (1 - BETA2) * g * g;
                }
            }
            double c1 = 1 - StrictMath.pow(BETA1, t);
            double c2 = 1 - StrictMath.pow(BETA2, t);
            double decayed = this == ADAM_W ? w - rate * DECAY * w : w;
            if (this != NADAM) {
                return decayed - rate * Math.sqrt(c2) / c1 * state[0] / (Math.sqrt(state[1]) + EPSILON);
            }
            double now = BETA1 * (1 - 0.5 * StrictMath.pow(0.96, t));
            double next = BETA1 * (1 - 0.5 * StrictMath.pow(0.96, t + 1));
            state[2] *= now;
            double mean = next * state[0] / (1 - state[2] * next) + (1 - now) * g / (1 - state[2]);
            return w - rate * mean / (Math.sqrt(state[1] / c2) + EPSILON);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADAM_W")
    void firstStepAgreesWithKeras(Rule rule) throws IOException {
        Json golden = Golden.read("M1.json");
        Json after = golden.get("optimizers", rule.golden, "params_after_step").at(0);
        for (String name : golden.get("params").members().keySet()) {
            float[] w = golden.get("params", name).floats();
            float[] g = golden.get("grads", name).floats();
            rule.step(w.length, w, 0, g, 0, new float[w.length], 0, new float[w.length], 0, 1);
            double worst = Golden.relativeDifference(w, after.get(name).doubles());
            System.out.printf("%-13s %-12s %.1e%n", rule.golden, name, worst);
            assertTrue(worst <= 1e-5, () -> rule.golden + " " + name + ": " + worst);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiftyStepsAgreeWithTheFormulaInDoublePrecision(Rule rule) {
        int n = 103;
        Random random = new Random(7);
        float[] w = normal(random, n, 0.3f);
        double[] expected = widen(w);
        double[][] states = new double[n][];
        for (int i = 0; i < n; i++) {
            states[i] = new double[] {0, 0, 1};
        }
        float[] m = new float[n];
        float[] v = new float[n];
        for (int t = 1; t <= 50; t++) {
            float[] g = normal(random, n, (float) StrictMath.pow(10, -random.nextInt(4)));
            rule.step(n, w, 0, g, 0, m, 0, v, 0, t);
            for (int i = 0; i < n; i++) {
                expected[i] = rule.reference(expected[i], g[i], states[i], t);
            }
        }
        double worst = Golden.relativeDifference(w, expected);
        System.out.printf("%-9s after 50 steps %.1e%n", rule, worst);
        assertTrue(worst <= 1e-5, () -> rule + ": " + worst);
    }

    @ParameterizedTest
    @EnumSource
    void slicesAtOtherOffsetsGiveTheSameBits(Rule rule) {
        for (int n : new int[] {0, 1, 17, 512, 513, 1200}) {
            Random random = new Random(n);
            float[] w = normal(random, n, 1);
            float[] g = normal(random, n, 1);
            float[] m = normal(random, n, 1);
            float[] v = squares(normal(random, n, 1));
            float[] w2 = padded(w, 3);
            float[] g2 = padded(g, 0);
            float[] m2 = padded(m, 5);
            float[] v2 = padded(v, 1);
            rule.step(n, w2, 3, g2, 0, m2, 5, v2, 1, 2);
            rule.step(n, w, 0, g, 0, m, 0, v, 0, 2);
            assertArrayEquals(padded(w, 3), w2, () -> rule + " w");
            assertArrayEquals(padded(g, 0), g2, () -> rule + " g");
            assertArrayEquals(padded(m, 5), m2, () -> rule + " m");
            assertArrayEquals(padded(v, 1), v2, () -> rule + " v");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTensorCutInPartsGivesTheSameBits(Rule rule) {
        int n = 1001;
        Random random = new Random(3);
        float[] w = normal(random, n, 1);
        float[] g = normal(random, n, 1);
        float[] m = new float[n];
        float[] v = new float[n];
        float[] cut = w.clone();
        float[] cutM = new float[n];
        float[] cutV = new float[n];
        for (int t = 1; t <= 3; t++) {
            rule.step(n, w, 0, g, 0, m, 0, v, 0, t);
            for (int from = 0; from < n; from += 167) {
                int count = Math.min(167, n - from);
                rule.step(count, cut, from, g, from, cutM, from, cutV, from, t);
            }
        }
        assertArrayEquals(w, cut);
        assertArrayEquals(m, cutM);
        assertArrayEquals(v, cutV);
    }

    @ParameterizedTest
    @EnumSource
    void aGradientThatIsNotFiniteShowsInTheParameter(Rule rule) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            float[] w = {1, 1, 1};
            float[] g = {0.5f, bad, 0.5f};
            rule.step(3, w, 0, g, 0, new float[3], 0, new float[3], 0, 1);
            assertTrue(!Float.isFinite(w[1]), () -> rule + ": " + w[1]);
            assertTrue(Float.isFinite(w[0]) && Float.isFinite(w[2]));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SGD")
    void whereTheGradientHasBecomeZeroNothingDecaysIntoDenormals(Rule rule) {
        int n = 46;
        float[] w = new float[n];
        float[] m = new float[n];
        float[] v = new float[n];
        for (int i = 0; i < n; i++) {
            v[i] = (float) StrictMath.pow(10, -i);
            m[i] = i % 2 == 0 ? v[i] : -v[i];
        }
        for (int t = 1; t <= 1000; t++) {
            rule.step(n, w, 0, new float[n], 0, m, 0, v, 0, t);
        }
        for (int i = 0; i < n; i++) {
            if (rule != Rule.RMSPROP) {
                assertEquals(Math.rint(m[i] * 0x1p110), m[i] * 0x1p110, "m[" + i + "] in units of 2⁻¹¹⁰");
                assertTrue(Math.abs(m[i]) < 0x1p-100, "m[" + i + "] has decayed: " + m[i]);
            }
            if (rule != Rule.MOMENTUM && rule != Rule.NESTEROV) {
                assertEquals(Math.rint(v[i] * 0x1p110), v[i] * 0x1p110, "v[" + i + "] in units of 2⁻¹¹⁰");
            }
        }
    }

    @Test
    void whatIsKeptIsTheFormulasNumberToTheLastBitWhereItIsNotTiny() {
        Random random = new Random(7);
        int n = 10_000;
        float[] w = new float[n];
        float[] g = new float[n];
        float[] m = new float[n];
        float[] v = new float[n];
        float[] expectedM = new float[n];
        float[] expectedV = new float[n];
        float b1 = Optimizers.oneMinus(BETA1);
        float b2 = Optimizers.oneMinus(BETA2);
        for (int i = 0; i < n; i++) {
            // From 2⁻²⁵ on, the thousandth part of the square is above 2⁻⁶².
            g[i] = (float) ((random.nextDouble() - 0.5) * StrictMath.pow(2, 20 - random.nextInt(44)));
            g[i] += Math.copySign(0x1p-25f, g[i]);
            expectedM[i] = b1 * g[i];
            expectedV[i] = b2 * (g[i] * g[i]);
        }
        Optimizers.adam(n, w, 0, g, 0, m, 0, v, 0, 0.001f, b1, b2, 1e-7f);
        assertArrayEquals(expectedM, m);
        assertArrayEquals(expectedV, v);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 5000})
    void nadamsRunningProductNeedsNoHistory(int t) {
        double product = Optimizers.nadamProduct(BETA1, t - 1) * Optimizers.nadamMomentum(BETA1, t);
        assertEquals(product, Optimizers.nadamProduct(BETA1, t));
    }

    @Test
    void nadamsMomentumFollowsKerasAndNotDozat() {
        // 0.9·(1 − ½·0.96^100), the value that the golden vectors' notes state.
        assertEquals(0.892, Optimizers.nadamMomentum(0.9, 100), 5e-4);
    }

    @Test
    void adamsFirstStepIsTheLearningRate() {
        // √(1 − β₂)·g·(1 − β₁) / ((1 − β₁)·√(1 − β₂)·|g|) = sign(g) but for ε.
        float[] w = {0, 0};
        float[] g = {3, -5};
        Rule.ADAM.step(2, w, 0, g, 0, new float[2], 0, new float[2], 0, 1);
        assertArrayEquals(new float[] {-0.01f, 0.01f}, w, 1e-7f);
    }

    @Test
    void stepsAreCountedFromOne() {
        assertThrows(IllegalArgumentException.class, () -> Optimizers.adamStepSize(0.1, 0.9, 0.999, 0));
        assertThrows(IllegalArgumentException.class, () -> Optimizers.nadamMomentum(0.9, 0));
        assertThrows(IllegalArgumentException.class, () -> Optimizers.nadamProduct(0.9, -1));
    }

    @Test
    void aSliceBeyondItsArrayIsNamed() {
        float[] ten = new float[10];
        float[] nine = new float[9];
        var e = assertThrows(
                IndexOutOfBoundsException.class, () -> Optimizers.momentum(10, ten, 0, ten, 0, nine, 0, 0.1f, 0.9f));
        assertEquals("m: 10 elements from offset 0 on do not fit an array of 9", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Optimizers.sgd(-1, ten, 0, ten, 0, 0.1f));
        assertThrows(IndexOutOfBoundsException.class, () -> Optimizers.sgd(1, ten, -1, ten, 0, 0.1f));
    }

    private static float[] normal(Random random, int n, float deviation) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = deviation * (float) random.nextGaussian();
        }
        return x;
    }

    private static float[] squares(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= x[i];
        }
        return x;
    }

    private static float[] padded(float[] x, int offset) {
        float[] padded = new float[x.length + 8];
        System.arraycopy(x, 0, padded, offset, x.length);
        return padded;
    }

    private static double[] widen(float[] x) {
        double[] wide = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            wide[i] = x[i];
        }
        return wide;
    }
}
