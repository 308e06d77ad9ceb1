package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.kernels.provider.LossKernels;
import dev.lanewise.kernels.provider.Provider;
import dev.lanewise.kernels.scalar.ScalarLosses;
import dev.lanewise.kernels.testing.Blocks;
import dev.lanewise.kernels.testing.Blocks.Block;
import dev.lanewise.kernels.vector.VectorLosses;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scalar and the vector provider give the same bits, on odd sizes, at odd places, with strange numbers. */
final class LossKernelsTest {

    private static final int[] WIDTHS = {1, 2, 3, 4, 5, 8, 13, 15, 16, 17, 23, 31, 32, 33, 63, 64, 65, 100, 103, 300};
    private static final int ROWS = 7;

    private final LossKernels scalar = new ScalarLosses();

    @BeforeEach
    void needsTheVectorApi() {
        assumeTrue(Provider.VECTOR, "skipped: no Vector API");
    }

    @ParameterizedTest
    @EnumSource
    void lossesAgree(LossFunction function) {
        LossKernels vector = new VectorLosses();
        for (int columns : WIDTHS) {
            for (boolean hostile : new boolean[] {false, true}) {
                Random random = new Random(columns);
                Block o = block(hostile, random, columns, 3, columns + 2);
                Block t = block(hostile, random, columns, 0, columns);
                Block g1 = Blocks.empty(ROWS, columns, 1, columns + 3);
                Block g2 = g1.copy();
                double[][] rows = new double[4][ROWS + 2];
                lossAndGradient(scalar, function, o, t, g1, rows[0]);
                lossAndGradient(vector, function, o, t, g2, rows[1]);
                loss(scalar, function, o, t, rows[2]);
                loss(vector, function, o, t, rows[3]);
                assertSame(g1.array(), g2.array());
                assertArrayEquals(rows[0], rows[1]);
                assertArrayEquals(rows[0], rows[2]);
                assertArrayEquals(rows[0], rows[3]);
            }
        }
    }

    @Test
    void activityPenaltiesAgree() {
        LossKernels vector = new VectorLosses();
        for (int columns : WIDTHS) {
            for (boolean hostile : new boolean[] {false, true}) {
                Random random = new Random(columns);
                Block x = block(hostile, random, columns, 3, columns + 2);
                Block g1 = block(hostile, random, columns, 2, columns + 1);
                Block g2 = g1.copy();
                double[] p1 = new double[ROWS];
                double[] p2 = new double[ROWS];
                scalar.activity(ROWS, columns, x.array(), x.offset(), x.ld(), 0.3f, 0.7f, p1, 0);
                vector.activity(ROWS, columns, x.array(), x.offset(), x.ld(), 0.3f, 0.7f, p2, 0);
                assertArrayEquals(p1, p2);
                addActivityGradient(scalar, x, g1);
                addActivityGradient(vector, x, g2);
                assertSame(g1.array(), g2.array());
            }
        }
    }

    @Test
    void columnSumsAgree() {
        LossKernels vector = new VectorLosses();
        for (int columns : WIDTHS) {
            for (boolean hostile : new boolean[] {false, true}) {
                Block x = block(hostile, new Random(columns), columns, 3, columns + 2);
                float[] s1 = new float[columns + 3];
                float[] s2 = new float[columns + 3];
                scalar.columnSums(ROWS, columns, x.array(), x.offset(), x.ld(), s1, 1);
                vector.columnSums(ROWS, columns, x.array(), x.offset(), x.ld(), s2, 1);
                assertSame(s1, s2);
            }
        }
    }

    @Test
    void addedRowsAgree() {
        LossKernels vector = new VectorLosses();
        for (int columns : WIDTHS) {
            for (boolean hostile : new boolean[] {false, true}) {
                Random random = new Random(columns);
                Block row = block(hostile, random, columns, 3, columns);
                Block x1 = block(hostile, random, columns, 1, columns + 1);
                Block x2 = x1.copy();
                scalar.addRow(ROWS, columns, row.array(), 3, x1.array(), x1.offset(), x1.ld());
                vector.addRow(ROWS, columns, row.array(), 3, x2.array(), x2.offset(), x2.ld());
                assertSame(x1.array(), x2.array());
            }
        }
    }

    private static Block block(boolean hostile, Random random, int columns, int offset, int ld) {
        return hostile
                ? Blocks.hostile(random, ROWS, columns, offset, ld)
                : Blocks.normal(random, ROWS, columns, offset, ld);
    }

    private static void loss(LossKernels kernels, LossFunction function, Block o, Block t, double[] rowLoss) {
        kernels.value(
                function,
                o.rows(),
                o.columns(),
                o.array(),
                o.offset(),
                o.ld(),
                t.array(),
                t.offset(),
                t.ld(),
                rowLoss,
                1);
    }

    private static void lossAndGradient(
            LossKernels kernels, LossFunction function, Block o, Block t, Block g, double[] rowLoss) {
        kernels.valueAndGradient(
                function,
                o.rows(),
                o.columns(),
                o.array(),
                o.offset(),
                o.ld(),
                t.array(),
                t.offset(),
                t.ld(),
                0.37f,
                g.array(),
                g.offset(),
                g.ld(),
                rowLoss,
                1);
    }

    private static void addActivityGradient(LossKernels kernels, Block x, Block g) {
        kernels.addActivityGradient(
                x.rows(), x.columns(), x.array(), x.offset(), x.ld(), 0.3f, 0.7f, g.array(), g.offset(), g.ld());
    }

    /** The same bits, all NaNs counting as one. */
    private static void assertSame(float[] expected, float[] actual) {
        int[] expectedBits = new int[expected.length];
        int[] actualBits = new int[actual.length];
        for (int i = 0; i < expected.length; i++) {
            expectedBits[i] = Float.floatToIntBits(expected[i]);
            actualBits[i] = Float.floatToIntBits(actual[i]);
        }
        assertArrayEquals(expectedBits, actualBits);
    }
}
