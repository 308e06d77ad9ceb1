package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Statistics hold for fixed seeds: each bound is some four standard errors wide, or a Kolmogorov–Smirnov bound of 0.1 %. */
class CounterRandomTest {

    private static final int ROWS = 301;
    private static final int COLUMNS = 1999;
    private static final double SIZE = (double) ROWS * COLUMNS;

    private static float[] uniforms() {
        float[] u = new float[ROWS * COLUMNS];
        CounterRandom.uniform(0, ROWS, COLUMNS, 42, 1, 2, 3, u, 0, COLUMNS);
        return u;
    }

    private static float[] normals() {
        float[] z = new float[ROWS * COLUMNS];
        CounterRandom.normal(0, ROWS, COLUMNS, 42, 1, 2, 3, z, 0, COLUMNS);
        return z;
    }

    private static double moment(float[] x, int power) {
        double sum = 0;
        for (float v : x) {
            sum += StrictMath.pow(v, power);
        }
        return sum / x.length;
    }

    private static void assertDistribution(float[] x, DoubleUnaryOperator distribution) {
        float[] sorted = x.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = distribution.applyAsDouble(sorted[i]);
            largest = Math.max(largest, Math.max(p - i / SIZE, (i + 1) / SIZE - p));
        }
        System.out.printf("largest distance of the distributions %.5f%n", largest);
        assertTrue(largest < 1.95 / Math.sqrt(SIZE), "largest distance " + largest);
    }

    @Test
    void uniformsAreUniform() {
        float[] u = uniforms();
        assertEquals(0.5, moment(u, 1), 4 * Math.sqrt(1 / 12.0 / SIZE));
        assertEquals(1 / 3.0, moment(u, 2), 4 * Math.sqrt(4 / 45.0 / SIZE));
        assertDistribution(u, x -> x);
        for (float x : u) {
            assertTrue(x >= 0 && x < 1 && x * 0x1p24f == (int) (x * 0x1p24f));
        }
    }

    @Test
    void normalsAreNormal() {
        float[] z = normals();
        assertEquals(0, moment(z, 1), 4 / Math.sqrt(SIZE));
        assertEquals(1, moment(z, 2), 4 * Math.sqrt(2 / SIZE));
        assertEquals(0, moment(z, 3), 4 * Math.sqrt(15 / SIZE));
        assertEquals(3, moment(z, 4), 4 * Math.sqrt(96 / SIZE));
        assertDistribution(z, Reference::normalDistribution);
    }

    @Test
    void neighboursInAnyDirectionAreNotCorrelated() {
        float[] z = normals();
        for (int lag : new int[] {1, 16, 32, 64, COLUMNS}) {
            double sum = 0;
            for (int i = lag; i < z.length; i++) {
                sum += (double) z[i] * z[i - lag];
            }
            assertEquals(0, sum / (SIZE - lag), 4 / Math.sqrt(SIZE - lag), "lag " + lag);
        }
    }

    @Test
    void anElementDependsOnItsAddressAlone() {
        float[] whole = new float[20 * 2100];
        CounterRandom.normal(0, 20, 2100, 7, 1, 2, 3, whole, 0, 2100);
        float[] split = new float[20 * 2100];
        CounterRandom.normal(13, 20, 2100, 7, 1, 2, 3, split, 0, 2100);
        CounterRandom.normal(0, 1, 2100, 7, 1, 2, 3, split, 0, 2100);
        CounterRandom.normal(1, 13, 2100, 7, 1, 2, 3, split, 0, 2100);
        assertArrayEquals(whole, split);
        float[] narrow = new float[5 + 20 * 90];
        CounterRandom.normal(0, 20, 77, 7, 1, 2, 3, narrow, 5, 90);
        for (int i = 0; i < 20; i++) {
            assertArrayEquals(
                    Arrays.copyOfRange(whole, i * 2100, i * 2100 + 77),
                    Arrays.copyOfRange(narrow, 5 + i * 90, 5 + i * 90 + 77));
        }
    }

    @Test
    void everyPartOfTheAddressMatters() {
        int[] base = bits(1, 2, 3, 4);
        for (int[] other : new int[][] {
            bits(2, 2, 3, 4), bits(1L << 32 | 1, 2, 3, 4), bits(1, 3, 3, 4), bits(1, 2, 4, 4), bits(1, 2, 3, 5)
        }) {
            int equal = 0;
            for (int i = 0; i < base.length; i++) {
                equal += base[i] == other[i] ? 1 : 0;
            }
            assertEquals(0, equal);
        }
    }

    private static int[] bits(long seed, int epoch, int step, int stream) {
        int[] out = new int[1000];
        CounterRandom.bits(0, 1, 1000, seed, epoch, step, stream, out, 0, 1000);
        return out;
    }

    @Test
    void bitsAreZeroAndOneAlikeInEveryPlace() {
        int[] out = new int[100_000];
        CounterRandom.bits(0, 100, 1000, 9, 0, 0, 0, out, 0, 1000);
        for (int place = 0; place < 32; place++) {
            int ones = 0;
            for (int word : out) {
                ones += word >>> place & 1;
            }
            assertEquals(50_000, ones, 4 * Math.sqrt(25_000), "bit " + place);
        }
    }

    @Test
    void permutationHoldsEveryNumberOnceAndDependsOnSeedAndEpochAlone() {
        int[] permutation = CounterRandom.permutation(55_000, 3, 4);
        int[] sorted = permutation.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            assertEquals(i, sorted[i]);
        }
        int[] again = new int[55_000];
        CounterRandom.permutation(3, 4, again);
        assertArrayEquals(permutation, again);
        assertFalse(Arrays.equals(permutation, CounterRandom.permutation(55_000, 3, 5)));
        assertFalse(Arrays.equals(permutation, CounterRandom.permutation(55_000, 4, 4)));
        assertEquals(0, CounterRandom.permutation(0, 1, 1).length);
    }

    @Test
    void permutationsOfFourAreAllEquallyLikely() {
        int[] counts = new int[256];
        int draws = 24_000;
        for (int epoch = 0; epoch < draws; epoch++) {
            int[] p = CounterRandom.permutation(4, 11, epoch);
            counts[p[0] << 6 | p[1] << 4 | p[2] << 2 | p[3]]++;
        }
        double chiSquare = 0;
        int kinds = 0;
        for (int count : counts) {
            if (count > 0) {
                chiSquare += (count - 1000.0) * (count - 1000.0) / 1000;
                kinds++;
            }
        }
        assertEquals(24, kinds);
        assertTrue(chiSquare < 49.73, "chi square of 23 degrees of freedom " + chiSquare);
    }

    @Test
    void rowsOutsideTheMatrixAreRefused() {
        float[] out = new float[100];
        assertThrows(IndexOutOfBoundsException.class, () -> CounterRandom.uniform(0, 11, 10, 1, 1, 1, 1, out, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> CounterRandom.uniform(3, 2, 10, 1, 1, 1, 1, out, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> CounterRandom.uniform(0, 2, 10, 1, 1, 1, 1, out, 0, 9));
        assertThrows(IllegalArgumentException.class, () -> CounterRandom.permutation(-1, 1, 1));
    }
}
