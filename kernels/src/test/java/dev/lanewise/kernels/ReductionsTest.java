package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.kernels.scalar.ScalarLosses;
import dev.lanewise.kernels.testing.Blocks;
import dev.lanewise.kernels.testing.Blocks.Block;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reductions against sums written out in double precision, and in the stated order. */
final class ReductionsTest {

    private static final int[] WIDTHS = {0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 103, 784};

    @Test
    void columnSumsAddRowsInAscendingOrder() {
        for (int columns : WIDTHS) {
            Block x = Blocks.normal(new Random(columns), 33, columns, 3, columns + 2);
            float[] sums = new float[columns + 2];
            Reductions.columnSums(33, columns, x.array(), 3, x.ld(), sums, 1);
            float[] expected = new float[columns + 2];
            for (int r = 0; r < 33; r++) {
                for (int j = 0; j < columns; j++) {
                    expected[1 + j] += x.at(r, j);
                }
            }
            assertArrayEquals(expected, sums);
        }
    }

    @Test
    void columnsTakenByThreadsGiveTheSameBits() {
        Block x = Blocks.normal(new Random(1), 33, 103, 3, 110);
        float[] whole = new float[103];
        float[] split = new float[103];
        Reductions.columnSums(33, 103, x.array(), 3, 110, whole, 0);
        Reductions.columnSums(33, 50, x.array(), 3, 110, split, 0);
        Reductions.columnSums(33, 53, x.array(), 53, 110, split, 50);
        assertArrayEquals(whole, split);
    }

    @Test
    void columnMeansDivideByTheRowsThereAre() {
        float[] x = {1, 2, 3, 4, 5, 6};
        float[] means = new float[2];
        Reductions.columnMeans(3, 2, x, 0, 2, means, 0);
        assertArrayEquals(new float[] {3, 4}, means);
        assertThrows(IllegalArgumentException.class, () -> Reductions.columnMeans(0, 2, x, 0, 2, means, 0));
    }

    @Test
    void columnSumsOfNoRowsAreZero() {
        float[] sums = {5, 5};
        Reductions.columnSums(0, 2, new float[0], 0, 2, sums, 0);
        assertArrayEquals(new float[2], sums);
    }

    @Test
    void squaresAndMagnitudesAgreeWithDoublePrecision() {
        for (int columns : WIDTHS) {
            Block x = Blocks.normal(new Random(columns), 5, columns, 3, columns + 2);
            double[] squares = new double[6];
            double[] magnitudes = new double[6];
            Reductions.sumOfSquares(5, columns, x.array(), 3, x.ld(), squares, 1);
            Reductions.absoluteSum(5, columns, x.array(), 3, x.ld(), magnitudes, 1);
            for (int r = 0; r < 5; r++) {
                double expectedSquares = 0;
                double expectedMagnitudes = 0;
                for (int j = 0; j < columns; j++) {
                    expectedSquares += (double) x.at(r, j) * x.at(r, j);
                    expectedMagnitudes += Math.abs(x.at(r, j));
                }
                assertEquals(expectedSquares, squares[1 + r], 1e-6 * expectedSquares);
                assertEquals(expectedMagnitudes, magnitudes[1 + r], 1e-6 * expectedMagnitudes);
            }
        }
    }

    @Test
    void aRowIsAddedOverSixteenLanesAndATree() {
        Random random = new Random(3);
        for (int n = 0; n < 70; n++) {
            float[] x = new float[n + 5];
            float[] lanes = new float[16];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) random.nextGaussian();
            }
            for (int i = 0; i < n; i++) {
                lanes[i % 16] += x[3 + i];
            }
            float[] q = new float[4];
            for (int i = 0; i < 4; i++) {
                q[i] = ((lanes[i] + lanes[i + 4]) + lanes[i + 8]) + lanes[i + 12];
            }
            float expected = (q[0] + q[2]) + (q[1] + q[3]);
            assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(Reductions.rowSum(n, x, 3)), "n = " + n);
            assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(Reductions.laneSum(lanes, 0)), "lanes");
            float scalar = new ScalarLosses().sum(n, x, 3);
            assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(scalar), "scalar, n = " + n);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> Reductions.rowSum(3, new float[3], 1));
        assertThrows(IndexOutOfBoundsException.class, () -> Reductions.laneSum(new float[16], 1));
    }

    @Test
    void rowsAreAddedInAscendingOrder() {
        assertEquals((1e16 + 1) - 1e16, Reductions.sum(new double[] {9, 1e16, 1, -1e16, 9}, 1, 3));
        assertEquals(0, Reductions.sum(new double[0], 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> Reductions.sum(new double[3], 1, 3));
    }

    @Test
    void theFirstNonFiniteElementIsFoundByItsIndex() {
        float[] x = {Float.NaN, 0, -Float.MAX_VALUE, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.NaN};
        assertEquals(0, Reductions.firstNonFinite(6, x, 0));
        assertEquals(4, Reductions.firstNonFinite(5, x, 1));
        assertEquals(5, Reductions.firstNonFinite(1, x, 5));
        assertEquals(-1, Reductions.firstNonFinite(3, x, 1));
        assertEquals(-1, Reductions.firstNonFinite(0, x, 6));
    }

    @Test
    void finiteElementsWhoseSumOverflowsAreFinite() {
        float[] x = new float[100];
        Arrays.fill(x, Float.MAX_VALUE);
        assertEquals(-1, Reductions.firstNonFinite(100, x, 0));
        x[83] = Float.POSITIVE_INFINITY;
        assertEquals(83, Reductions.firstNonFinite(100, x, 0));
        x[67] = Float.NEGATIVE_INFINITY;
        assertEquals(67, Reductions.firstNonFinite(100, x, 0));
    }

    @Test
    void aSingleNonFiniteElementIsFoundWhereverItStands() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int n : new int[] {1, 7, 16, 33, 100}) {
                for (int at = 0; at < n; at++) {
                    float[] x = new float[n + 3];
                    x[at + 3] = bad;
                    assertEquals(at + 3, Reductions.firstNonFinite(n, x, 3));
                }
            }
        }
    }

    @Test
    void theFirstElementOutOfRangeIsFoundByItsIndex() {
        float[] x = {0, 1, 0.5f, 1.0001f, Float.NaN};
        assertEquals(3, Reductions.firstOutside(5, x, 0, 0, 1));
        assertEquals(4, Reductions.firstOutside(1, x, 4, 0, 1));
        assertEquals(-1, Reductions.firstOutside(3, x, 0, 0, 1));
        assertTrue(Reductions.firstOutside(3, x, 0, 0.1f, 1) == 0);
    }
}
