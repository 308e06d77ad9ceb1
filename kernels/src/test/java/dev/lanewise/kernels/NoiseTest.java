package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {

    private static final int ROWS = 257;
    private static final int COLUMNS = 2077;
    private static final double SIZE = (double) ROWS * COLUMNS;

    private static float[] dropped(float rate, float[] x) {
        float[] y = new float[x.length];
        Noise.dropout(0, ROWS, COLUMNS, rate, 5, 1, 2, 3, x, 0, COLUMNS, y, 0, COLUMNS);
        return y;
    }

    private static float[] ones() {
        float[] x = new float[ROWS * COLUMNS];
        Arrays.fill(x, 1);
        return x;
    }

    @ParameterizedTest
    @ValueSource(floats = {0.001f, 0.1f, 0.5f, 0.9f, 0.999f})
    void dropoutKeepsTheMeanAndDropsAtTheRate(float rate) {
        float scale = 1f / (1f - rate);
        int zeros = 0;
        for (float y : dropped(rate, ones())) {
            assertTrue(y == 0 || y == scale);
            zeros += y == 0 ? 1 : 0;
        }
        double error = 4 * Math.sqrt(rate * (1 - rate) / SIZE) + 0x1p-17;
        assertEquals(rate, zeros / SIZE, error);
    }

    @Test
    void droppedNeighboursAreIndependent() {
        float[] y = dropped(0.5f, ones());
        for (int lag : new int[] {1, 16, 32, 64, 128, COLUMNS}) {
            double equal = 0;
            for (int i = lag; i < y.length; i++) {
                equal += y[i] == y[i - lag] ? 1 : 0;
            }
            assertEquals(0.5, equal / (SIZE - lag), 4 * 0.5 / Math.sqrt(SIZE - lag), "lag " + lag);
        }
    }

    @Test
    void dropoutAppliedToAGradientIsItsBackwardPass() {
        float[] mask = dropped(0.3f, ones());
        float[] dy = new float[ROWS * COLUMNS];
        for (int i = 0; i < dy.length; i++) {
            dy[i] = i % 101 - 50;
        }
        float[] dx = dropped(0.3f, dy);
        float[] expected = new float[dy.length];
        Noise.applyMask(
                ROWS, COLUMNS, mask, 0, COLUMNS, Noise.dropoutScale(0.3f), dy, 0, COLUMNS, expected, 0, COLUMNS);
        assertArrayEquals(expected, dx);
    }

    @Test
    void aDroppedElementIsZeroWhateverItWas() {
        float[] y = ones();
        Arrays.fill(y, Float.NaN);
        Noise.dropout(0, ROWS, COLUMNS, 0.5f, 5, 1, 2, 3, y, 0, COLUMNS, y, 0, COLUMNS);
        float[] mask = dropped(0.5f, ones());
        for (int i = 0; i < y.length; i++) {
            assertEquals(mask[i] == 0 ? 0f : Float.NaN, y[i]);
        }
    }

    @Test
    void noNoiseIsTheIdentity() {
        float[] x = {1, -0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE};
        float[] y = new float[5];
        Noise.dropout(0, 1, 5, 0, 1, 1, 1, 1, x, 0, 5, y, 0, 5);
        assertArrayEquals(x, y);
        Noise.gaussian(0, 1, 5, 0, 1, 1, 1, 1, x, 0, 5, y, 0, 5);
        assertArrayEquals(x, y);
    }

    @Test
    void rowsSplitOverThreadsAreCorruptedAlike() {
        float[] x = ones();
        float[] expected = dropped(0.4f, x);
        float[] apart = new float[x.length];
        Noise.dropout(100, ROWS, COLUMNS, 0.4f, 5, 1, 2, 3, x, 0, COLUMNS, apart, 0, COLUMNS);
        Noise.dropout(0, 100, COLUMNS, 0.4f, 5, 1, 2, 3, x, 0, COLUMNS, apart, 0, COLUMNS);
        assertArrayEquals(expected, apart);
    }

    @Test
    void narrowAndWideMatricesShareTheirColumns() {
        float[] wide = dropped(0.4f, ones());
        for (int columns = 1; columns < 140; columns++) {
            float[] narrow = new float[3 * columns];
            Arrays.fill(narrow, 1);
            Noise.dropout(0, 3, columns, 0.4f, 5, 1, 2, 3, narrow, 0, columns, narrow, 0, columns);
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(
                        Arrays.copyOfRange(wide, i * COLUMNS, i * COLUMNS + columns),
                        Arrays.copyOfRange(narrow, i * columns, (i + 1) * columns));
            }
        }
    }

    @Test
    void gaussianNoiseHasItsMeanAndDeviation() {
        float[] x = ones();
        Noise.gaussian(0, ROWS, COLUMNS, 0.25f, 5, 1, 2, 3, x, 0, COLUMNS, x, 0, COLUMNS);
        double mean = 0;
        double square = 0;
        for (float v : x) {
            mean += v / SIZE;
            square += (v - 1.0) * (v - 1.0) / SIZE;
        }
        assertEquals(1, mean, 4 * 0.25 / Math.sqrt(SIZE));
        assertEquals(0.0625, square, 4 * 0.0625 * Math.sqrt(2 / SIZE));
    }

    @Test
    void ratesAndDeviationsOutOfRangeAreRefused() {
        float[] x = new float[4];
        for (float rate : new float[] {-0.1f, 1, 1.5f, Float.NaN}) {
            assertTrue(assertThrows(
                            IllegalArgumentException.class,
                            () -> Noise.dropout(0, 1, 4, rate, 1, 1, 1, 1, x, 0, 4, x, 0, 4))
                    .getMessage()
                    .contains("[0, 1), found " + rate));
        }
        assertThrows(
                IllegalArgumentException.class, () -> Noise.gaussian(0, 1, 4, Float.NaN, 1, 1, 1, 1, x, 0, 4, x, 0, 4));
    }
}
