package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationFunctionTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    private static double reference(ActivationFunction f, double x) {
        return switch (f) {
            case LINEAR -> x;
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x >= 0 ? x : 0.2 * x;
            case ELU -> Reference.elu(x);
            case SELU -> Reference.selu(x);
            case SIGMOID -> Reference.sigmoid(x);
            case TANH -> StrictMath.tanh(x);
            case SOFTPLUS -> Reference.softplus(x);
            case GELU -> Reference.gelu(x);
            case SILU -> Reference.silu(x);
        };
    }

    private static float forward(ActivationFunction f, float x) {
        float[] y = {x};
        f.forward(1, 1, y, 0, 1, y, 0, 1);
        return y[0];
    }

    private static float backward(ActivationFunction f, float x, float dy) {
        float[] saved = {f.saved() == ActivationFunction.Saved.INPUT ? x : forward(f, x)};
        float[] dx = {dy};
        f.backward(1, 1, saved, 0, 1, dx, 0, 1, dx, 0, 1);
        return dx[0];
    }

    @ParameterizedTest
    @EnumSource
    void forwardIsTheFormula(ActivationFunction f) {
        double largest = 0;
        for (int i = -2000; i <= 2000; i++) {
            float x = i / 100f;
            double expected = reference(f, x);
            largest = Math.max(largest, Math.abs(forward(f, x) - expected) / Math.max(Math.abs(expected), 1e-30));
        }
        System.out.printf("%s forward: largest relative difference %.1e%n", f, largest);
        assertTrue(largest < 3e-7, "largest relative difference " + largest);
    }

    @ParameterizedTest
    @EnumSource
    void backwardIsTheDerivative(ActivationFunction f) {
        double largest = 0;
        for (int i = -2000; i <= 2000; i++) {
            float x = i / 100f;
            if (i != 0) {
                double h = 1e-5;
                double slope = (reference(f, (double) x + h) - reference(f, (double) x - h)) / (2 * h);
                largest = Math.max(largest, Math.abs(backward(f, x, 3) / 3 - slope));
            }
        }
        System.out.printf("%s backward: largest difference %.1e%n", f, largest);
        assertTrue(largest < 5e-7, "largest difference " + largest);
    }

    @Test
    void valuesAtTheEndsAreTheLimits() {
        assertEquals(0f, forward(ActivationFunction.RELU, -INFINITY));
        assertEquals(-INFINITY, forward(ActivationFunction.LEAKY_RELU, -INFINITY));
        assertEquals(-1f, forward(ActivationFunction.ELU, -INFINITY));
        assertEquals(-1.7580993f, forward(ActivationFunction.SELU, -INFINITY));
        assertEquals(0f, forward(ActivationFunction.SIGMOID, -INFINITY));
        assertEquals(1f, forward(ActivationFunction.SIGMOID, INFINITY));
        assertEquals(-1f, forward(ActivationFunction.TANH, -INFINITY));
        assertEquals(1f, forward(ActivationFunction.TANH, INFINITY));
        assertEquals(0f, forward(ActivationFunction.SOFTPLUS, -INFINITY));
        assertEquals(-0f, forward(ActivationFunction.GELU, -INFINITY));
        assertEquals(-0f, forward(ActivationFunction.SILU, -INFINITY));
        for (ActivationFunction f : ActivationFunction.values()) {
            boolean bounded = f == ActivationFunction.SIGMOID || f == ActivationFunction.TANH;
            assertEquals(bounded ? 1 : INFINITY, forward(f, INFINITY), f.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nanStaysNan(ActivationFunction f) {
        assertTrue(Float.isNaN(forward(f, Float.NaN)));
        assertTrue(Float.isNaN(backward(f, Float.NaN, Float.NaN)));
        assertTrue(Float.isNaN(backward(f, 1, Float.NaN)));
    }

    @Test
    void zeroGoesWhereKerasSendsIt() {
        assertEquals(0f, forward(ActivationFunction.RELU, -0f));
        assertEquals(0f, backward(ActivationFunction.RELU, 0, 1));
        assertEquals(0.2f, backward(ActivationFunction.LEAKY_RELU, 0, 1));
        assertEquals(0f, backward(ActivationFunction.RELU, -1, INFINITY));
    }

    @ParameterizedTest
    @EnumSource
    void rowsApartGiveWhatRowsTogetherGiveAndTheGapStays(ActivationFunction f) {
        float[] together = new float[5 * 19];
        float[] apart = new float[3 + 5 * 24];
        Arrays.fill(apart, 7);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 19; j++) {
                together[i * 19 + j] = apart[3 + i * 24 + j] = (i * 19 + j - 40) / 9f;
            }
        }
        f.forward(5, 19, together, 0, 19, together, 0, 19);
        f.forward(5, 19, apart, 3, 24, apart, 3, 24);
        assertSame(together, apart);
        f.backward(5, 19, together, 0, 19, together, 0, 19, together, 0, 19);
        f.backward(5, 19, apart, 3, 24, apart, 3, 24, apart, 3, 24);
        assertSame(together, apart);
    }

    private static void assertSame(float[] together, float[] apart) {
        for (int i = 0; i < 5; i++) {
            int at = 3 + i * 24;
            assertArrayEquals(
                    Arrays.copyOfRange(together, i * 19, i * 19 + 19), Arrays.copyOfRange(apart, at, at + 19));
            for (int j = 19; j < 24 && at + j < apart.length; j++) {
                assertEquals(7f, apart[at + j]);
            }
        }
    }

    @Test
    void badArgumentsAreNamed() {
        float[] x = new float[10];
        assertTrue(assertThrows(
                        IndexOutOfBoundsException.class, () -> ActivationFunction.TANH.forward(3, 4, x, 0, 4, x, 0, 4))
                .getMessage()
                .startsWith("x: 3 × 4"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> ActivationFunction.TANH.forward(2, 4, x, 0, 4, x, 0, 3))
                .getMessage()
                .startsWith("y: the leading dimension"));
    }
}
