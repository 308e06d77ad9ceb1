package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.kernels.testing.Blocks;
import dev.lanewise.kernels.testing.Blocks.Block;
import dev.lanewise.testing.Golden;
import dev.lanewise.testing.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties against their formulas, finite differences of these, and training steps computed elsewhere. */
final class PenaltiesTest {

    private static final int[] WIDTHS = {0, 1, 7, 15, 16, 17, 31, 32, 33, 64, 65, 103, 300};

    @Test
    void activityAgreesWithTheFormulaInDoublePrecision() {
        float l1 = 0.01f;
        float l2 = 0.003f;
        float scale = 1f / 5;
        for (int columns : WIDTHS) {
            Random random = new Random(columns);
            Block a = Blocks.normal(random, 5, columns, 3, columns + 1);
            Block gradient = Blocks.normal(random, 5, columns, 1, columns + 2);
            Block before = gradient.copy();
            double[] rows = new double[6];
            Penalties.activity(5, columns, a.array(), 3, a.ld(), l1, l2, rows, 1);
            Penalties.addActivityGradient(
                    5, columns, a.array(), 3, a.ld(), l1, l2, scale, gradient.array(), 1, gradient.ld());
            assertTrue(gradient.guarded());
            for (int r = 0; r < 5; r++) {
                double expected = 0;
                for (int j = 0; j < columns; j++) {
                    double x = a.at(r, j);
                    expected += l1 * Math.abs(x) + l2 * x * x;
                    double slope = scale * (l1 * Math.signum(x) + 2 * l2 * x);
                    assertEquals(before.at(r, j) + slope, gradient.at(r, j), 4e-7);
                }
                assertEquals(expected, rows[1 + r], 1e-6 * expected);
            }
        }
    }

    @Test
    void activityOfZeroPullsNowhere() {
        float[] gradient = {1, 2};
        Penalties.addActivityGradient(1, 2, new float[] {0f, -0f}, 0, 2, 1, 1, 1, gradient, 0, 2);
        assertArrayEquals(new float[] {1, 2}, gradient);
    }

    @Test
    void activityPassesNaNOn() {
        double[] rows = new double[2];
        float[] gradient = new float[2];
        float[] a = {Float.NaN, 1};
        Penalties.activity(2, 1, a, 0, 1, 1, 0, rows, 0);
        Penalties.addActivityGradient(2, 1, a, 0, 1, 1, 0, 1, gradient, 0, 1);
        assertArrayEquals(new double[] {Double.NaN, 1}, rows);
        assertArrayEquals(new float[] {Float.NaN, 1}, gradient);
    }

    @Test
    void sparsityIsZeroAtTheTargetAndPositiveElsewhere() {
        float[] q = new float[1];
        for (int i = 1; i < 100; i++) {
            q[0] = i / 100f;
            double value = Penalties.sparsity(1, q, 0, 0.1);
            assertEquals(divergence(q[0], 0.1), value, 1e-14);
            assertTrue(i == 10 ? Math.abs(value) < 1e-15 : value > 1e-4, () -> q[0] + ": " + value);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5, 0.99})
    void sparsityAgreesWithTheFormulaAtEveryWidth(double target) {
        for (int columns : WIDTHS) {
            float[] q = activations(new Random(columns), columns + 3);
            double expected = 0;
            for (int j = 0; j < columns; j++) {
                expected += divergence(q[2 + j], target);
            }
            assertEquals(expected, Penalties.sparsity(columns, q, 2, target), 1e-12 * Math.max(1, expected));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5, 0.99})
    void sparsityGradientIsTheDerivative(double target) {
        float[] q = activations(new Random(3), 103);
        float[] factors = new float[103];
        Penalties.sparsityGradient(103, q, 0, target, 0.25, factors, 0);
        for (int j = 0; j < 103; j++) {
            double h = 1e-4 * q[j] * (1 - q[j]);
            double slope = (divergence(q[j] + h, target) - divergence(q[j] - h, target)) / (2 * h);
            assertEquals(0.25 * slope, factors[j], 1e-6 * Math.max(1, Math.abs(slope)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1.2867", "1, 14.1812", "-0.5, 1.2867", "2, 14.1812"})
    void unitsThatAreAlwaysOrNeverActiveCostMuchButHaveNoGradient(float mean, double each) {
        // 0.1·log(0.1/1e-7) + 0.9·log 0.9 and 0.1·log 0.1 + 0.9·log(0.9/1e-7), but for a term of 1e-7.
        float[] q = new float[400];
        Arrays.fill(q, mean);
        assertEquals(400 * each, Penalties.sparsity(400, q, 0, 0.1), 400 * 1e-4);
        float[] factors = new float[400];
        Penalties.sparsityGradient(400, q, 0, 0.1, 1, factors, 0);
        assertArrayEquals(new float[400], factors);
    }

    @Test
    void sparsityPassesNaNOn() {
        float[] q = {0.1f, Float.NaN, 0.5f};
        float[] factors = new float[3];
        assertTrue(Double.isNaN(Penalties.sparsity(3, q, 0, 0.1)));
        Penalties.sparsityGradient(3, q, 0, 0.1, 1, factors, 0);
        assertTrue(Float.isFinite(factors[0]) && Float.isNaN(factors[1]) && Float.isFinite(factors[2]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.2, Double.NaN})
    void theTargetLiesBetweenZeroAndOne(double target) {
        float[] q = {0.5f};
        assertThrows(IllegalArgumentException.class, () -> Penalties.sparsity(1, q, 0, target));
        assertThrows(IllegalArgumentException.class, () -> Penalties.sparsityGradient(1, q, 0, target, 1, q, 0));
    }

    @ParameterizedTest
    @CsvSource({"M3.json, true", "M3_nodiv.json, false"})
    void activityAgreesWithATrainingStepOfKeras(String file, boolean perSample) throws IOException {
        Json golden = Golden.read(file);
        float[] a = golden.get("forward", "enc1").floats();
        float l1 = (float) golden.get("config", "l1").number();
        float scale = perSample ? 1f / 5 : 1;
        double[] rows = new double[5];
        Penalties.activity(5, 5, a, 0, 5, l1, 0, rows, 0);
        double penalty = Reductions.sum(rows, 0, 5) * scale;
        float[] gradient = gradientOfCodes(golden);
        Penalties.addActivityGradient(5, 5, a, 0, 5, l1, 0, scale, gradient, 0, 5);
        report(file, golden, penalty, gradient);
    }

    @ParameterizedTest
    @CsvSource({"M4_div.json, true", "M4.json, false"})
    void sparsityAgreesWithATrainingStepOfKeras(String file, boolean perSample) throws IOException {
        Json golden = Golden.read(file);
        float[] a = golden.get("forward", "enc1").floats();
        double weight = golden.get("config", "kl_weight").number();
        double target = golden.get("config", "kl_target").number();
        double scale = perSample ? weight / 5 : weight;
        float[] q = new float[5];
        Reductions.columnMeans(5, 5, a, 0, 5, q, 0);
        double penalty = scale * Penalties.sparsity(5, q, 0, target);
        float[] gradient = gradientOfCodes(golden);
        Penalties.sparsityGradient(5, q, 0, target, scale / 5, q, 0);
        Penalties.addToRows(5, 5, q, 0, gradient, 0, 5);
        report(file, golden, penalty, gradient);
    }

    /** The gradient that reaches the code layer from the decoder: relu's backward pass, then a product with W. */
    private static float[] gradientOfCodes(Json golden) {
        double[] dy = golden.get("activation_grads", "dec0").doubles();
        double[] y = golden.get("forward", "dec0").doubles();
        double[] w = golden.get("params", "dec0.kernel").doubles();
        float[] dx = new float[5 * 5];
        for (int r = 0; r < 5; r++) {
            for (int i = 0; i < 5; i++) {
                double sum = 0;
                for (int j = 0; j < 4; j++) {
                    sum += y[4 * r + j] > 0 ? dy[4 * r + j] * w[4 * i + j] : 0;
                }
                dx[5 * r + i] = (float) sum;
            }
        }
        return dx;
    }

    private static void report(String file, Json golden, double penalty, float[] gradient) {
        double expected = golden.get("loss", "penalty").number();
        double value = Math.abs(penalty - expected) / expected;
        double slope = Golden.relativeDifference(
                gradient, golden.get("activation_grads", "enc1").doubles());
        System.out.printf("%-13s penalty %.1e gradient %.1e%n", file, value, slope);
        assertTrue(value <= 1e-6);
        assertTrue(slope <= 1e-6);
    }

    private static double divergence(double q, double p) {
        return p * StrictMath.log(p / q) + (1 - p) * StrictMath.log((1 - p) / (1 - q));
    }

    private static float[] activations(Random random, int n) {
        float[] q = new float[n];
        for (int i = 0; i < n; i++) {
            q[i] = 0.001f + 0.998f * random.nextFloat();
        }
        return q;
    }
}
