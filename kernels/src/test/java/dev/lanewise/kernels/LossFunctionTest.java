package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.kernels.testing.Blocks;
import dev.lanewise.kernels.testing.Blocks.Block;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Losses against their formulas in double precision, and those against finite differences. */
final class LossFunctionTest {

    private static final int[] WIDTHS = {0, 1, 3, 4, 7, 15, 16, 17, 31, 33, 103, 784};

    private static double loss(LossFunction function, double o, double t) {
        return switch (function) {
            case MSE -> (o - t) * (o - t);
            case MAE -> Math.abs(o - t);
            case HUBER -> Math.abs(o - t) <= 1 ? 0.5 * (o - t) * (o - t) : Math.abs(o - t) - 0.5;
            // The textbook form on the probability, not the stable one.
            case BINARY_CROSS_ENTROPY -> {
                double p = 1 / (1 + StrictMath.exp(-o));
                yield -t * StrictMath.log(p) - (1 - t) * StrictMath.log(1 - p);
            }
        };
    }

    private static double slope(LossFunction function, double o, double t) {
        return switch (function) {
            case MSE -> 2 * (o - t);
            case MAE -> Math.signum(o - t);
            case HUBER -> Math.max(-1, Math.min(1, o - t));
            case BINARY_CROSS_ENTROPY -> 1 / (1 + StrictMath.exp(-o)) - t;
        };
    }

    @ParameterizedTest
    @EnumSource
    void theReferenceSlopeIsTheDerivativeOfTheReferenceLoss(LossFunction function) {
        Random random = new Random(1);
        double h = 1e-5;
        for (int i = 0; i < 100; i++) {
            double o = random.nextGaussian() * 2;
            double t = random.nextDouble();
            double difference = (loss(function, o + h, t) - loss(function, o - h, t)) / (2 * h);
            assertEquals(difference, slope(function, o, t), 1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void valueAndGradientAgreeWithTheFormula(LossFunction function) {
        double worstLoss = 0;
        double worstGradient = 0;
        for (int columns : WIDTHS) {
            Random random = new Random(columns);
            Block output = Blocks.normal(random, 5, columns, 3, columns + 2);
            Block target = uniform(random, 5, columns);
            Block gradient = Blocks.empty(5, columns, 1, columns + 5);
            double[] rowLoss = new double[7];
            double[] rowLoss2 = new double[7];
            float scale = 1f / 160;
            valueAndGradient(function, output, target, scale, gradient, rowLoss);
            value(function, output, target, rowLoss2);
            assertArrayEquals(rowLoss, rowLoss2);
            assertTrue(gradient.guarded());
            assertEquals(0, rowLoss[0] + rowLoss[6]);
            for (int r = 0; r < 5; r++) {
                double expected = 0;
                for (int j = 0; j < columns; j++) {
                    expected += loss(function, output.at(r, j), target.at(r, j));
                    double expectedSlope = slope(function, output.at(r, j), target.at(r, j)) * scale;
                    worstGradient = Math.max(worstGradient, Math.abs(gradient.at(r, j) - expectedSlope) / scale);
                }
                worstLoss = Math.max(worstLoss, Math.abs(rowLoss[1 + r] - expected) / Math.max(1, expected));
            }
        }
        System.out.printf("%-20s loss %.1e gradient %.1e%n", function, worstLoss, worstGradient);
        assertTrue(worstLoss < 1e-6);
        assertTrue(worstGradient < 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void theGradientMayOverwriteTheOutput(LossFunction function) {
        for (int columns : WIDTHS) {
            Random random = new Random(columns);
            Block output = Blocks.normal(random, 3, columns, 3, columns + 2);
            Block target = uniform(random, 3, columns);
            Block gradient = output.copy();
            double[] rowLoss = new double[7];
            valueAndGradient(function, output, target, 0.01f, gradient, rowLoss);
            double[] again = new double[7];
            valueAndGradient(function, output, target, 0.01f, output, again);
            assertArrayEquals(gradient.array(), output.array());
            assertArrayEquals(rowLoss, again);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsTakenByThreadsGiveTheSameBits(LossFunction function) {
        Random random = new Random(5);
        Block output = Blocks.normal(random, 9, 103, 3, 110);
        Block target = uniform(random, 9, 103);
        double[] whole = new double[9];
        double[] split = new double[9];
        function.value(9, 103, output.array(), 3, 110, target.array(), 2, target.ld(), whole, 0);
        for (int from = 0; from < 9; from += 4) {
            int count = Math.min(4, 9 - from);
            int o = output.row(from);
            int t = target.row(from);
            function.value(count, 103, output.array(), o, 110, target.array(), t, target.ld(), split, from);
        }
        assertArrayEquals(whole, split);
        assertEquals(Reductions.sum(whole, 0, 9), Reductions.sum(split, 0, 9));
    }

    @ParameterizedTest
    @EnumSource
    void aRowIsSummedOverSixteenLanesInTheStatedOrder(LossFunction function) {
        for (int columns : WIDTHS) {
            Random random = new Random(columns);
            Block output = Blocks.normal(random, 1, columns, 0, columns);
            Block target = uniform(random, 1, columns);
            float[] lanes = new float[16];
            double[] one = new double[1];
            for (int j = 0; j < columns; j++) {
                function.value(1, 1, output.array(), j, 1, target.array(), target.row(0) + j, 1, one, 0);
                lanes[j % 16] += (float) one[0];
            }
            float[] q = new float[4];
            for (int i = 0; i < 4; i++) {
                q[i] = ((lanes[i] + lanes[i + 4]) + lanes[i + 8]) + lanes[i + 12];
            }
            double[] row = new double[1];
            function.value(1, columns, output.array(), 0, columns, target.array(), 2, target.ld(), row, 0);
            assertEquals((q[0] + q[2]) + (q[1] + q[3]), row[0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNaNShowsInItsRowAndItsGradientAlone(LossFunction function) {
        Random random = new Random(5);
        Block output = Blocks.normal(random, 3, 21, 0, 21);
        Block target = uniform(random, 3, 21);
        Block gradient = Blocks.empty(3, 21, 0, 21);
        output.array()[output.row(1) + 19] = Float.NaN;
        double[] rowLoss = new double[5];
        valueAndGradient(function, output, target, 1, gradient, rowLoss);
        assertTrue(Double.isFinite(rowLoss[1]) && Double.isNaN(rowLoss[2]) && Double.isFinite(rowLoss[3]));
        for (int r = 0; r < 3; r++) {
            for (int j = 0; j < 21; j++) {
                assertEquals(r == 1 && j == 19, Float.isNaN(gradient.at(r, j)));
            }
        }
    }

    @Test
    void crossEntropyStaysFiniteForLogitsOfAnySize() {
        float[] logits = {1000, -1000, Float.MAX_VALUE, -Float.MAX_VALUE, 0};
        float[] targets = {1, 0, 1, 0, 0.5f};
        float[] gradient = new float[5];
        double[] rowLoss = new double[5];
        LossFunction.BINARY_CROSS_ENTROPY.valueAndGradient(
                5, 1, logits, 0, 1, targets, 0, 1, 1, gradient, 0, 1, rowLoss, 0);
        assertArrayEquals(new double[] {0, 0, 0, 0, StrictMath.log(2)}, rowLoss, 1e-7);
        assertArrayEquals(new float[5], gradient);
        targets[0] = 0;
        LossFunction.BINARY_CROSS_ENTROPY.value(1, 1, logits, 0, 1, targets, 0, 1, rowLoss, 0);
        assertEquals(1000, rowLoss[0]);
    }

    @Test
    void theSignOfZeroIsZero() {
        float[] same = {3, -2, 0};
        float[] gradient = new float[3];
        LossFunction.MAE.valueAndGradient(1, 3, same, 0, 3, same.clone(), 0, 3, 1, gradient, 0, 3, new double[1], 0);
        assertArrayEquals(new float[3], gradient);
    }

    @Test
    void aBlockBeyondItsArrayIsNamed() {
        float[] big = new float[100];
        float[] small = new float[10];
        double[] rows = new double[4];
        var e = assertThrows(
                IndexOutOfBoundsException.class,
                () -> LossFunction.MSE.value(4, 20, big, 0, 25, small, 1, 20, rows, 0));
        assertEquals(
                "target: 4 × 20 from offset 1 on, leading dimension 20, do not fit an array of 10", e.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> LossFunction.MSE.value(4, 20, big, 0, 19, big, 0, 20, rows, 0));
        assertThrows(
                IndexOutOfBoundsException.class, () -> LossFunction.MSE.value(4, 20, big, 0, 20, big, 0, 20, rows, 1));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> LossFunction.MSE.value(1 << 20, 20, big, 0, 1 << 20, big, 0, 20, rows, 0));
        assertFalse(Double.isNaN(Reductions.sum(rows, 0, 4)));
    }

    private static Block uniform(Random random, int rows, int columns) {
        Block block = Blocks.empty(rows, columns, 2, columns + 1);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                block.array()[block.row(r) + j] = random.nextFloat();
            }
        }
        return block;
    }

    private static void value(LossFunction function, Block output, Block target, double[] rowLoss) {
        function.value(
                output.rows(),
                output.columns(),
                output.array(),
                output.offset(),
                output.ld(),
                target.array(),
                target.offset(),
                target.ld(),
                rowLoss,
                1);
    }

    private static void valueAndGradient(
            LossFunction function, Block output, Block target, float scale, Block gradient, double[] rowLoss) {
        function.valueAndGradient(
                output.rows(),
                output.columns(),
                output.array(),
                output.offset(),
                output.ld(),
                target.array(),
                target.offset(),
                target.ld(),
                scale,
                gradient.array(),
                gradient.offset(),
                gradient.ld(),
                rowLoss,
                1);
    }
}
