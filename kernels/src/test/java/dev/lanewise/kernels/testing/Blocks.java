package dev.lanewise.kernels.testing;

import java.util.Arrays;
import java.util.Random;

/** Matrices at odd places in larger arrays, for tests: what lies around them must survive. */
public final class Blocks {

    private Blocks() {}

    /** A (rows × columns) block inside an array: values at {@code offset}, a row every {@code ld}, a guard elsewhere. */
    public record Block(int rows, int columns, float[] array, int offset, int ld) {

        /** The element of a row and a column. */
        public float at(int row, int column) {
            return array[offset + row * ld + column];
        }

        /** Index of the first element of a row. */
        public int row(int row) {
            return offset + row * ld;
        }

        /** The same block in an array of its own. */
        public Block copy() {
            return new Block(rows, columns, array.clone(), offset, ld);
        }

        /** Whether nothing was written outside of the block. */
        public boolean guarded() {
            boolean[] inside = new boolean[array.length];
            for (int r = 0; r < rows; r++) {
                Arrays.fill(inside, row(r), row(r) + columns, true);
            }
            for (int i = 0; i < array.length; i++) {
                if (!inside[i] && array[i] != GUARD) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final float GUARD = -12345.678f;

    /** A block filled with the guard. */
    public static Block empty(int rows, int columns, int offset, int ld) {
        float[] array = new float[offset + rows * ld + 5];
        Arrays.fill(array, GUARD);
        return new Block(rows, columns, array, offset, ld);
    }

    /** A block of standard normal numbers. */
    public static Block normal(Random random, int rows, int columns, int offset, int ld) {
        Block block = empty(rows, columns, offset, ld);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                block.array()[block.row(r) + j] = (float) random.nextGaussian();
            }
        }
        return block;
    }

    /** A block of normal numbers with NaN, ±0, ±∞, denormals and very large numbers strewn in. */
    public static Block hostile(Random random, int rows, int columns, int offset, int ld) {
        float[] strange = {
            Float.NaN,
            0f,
            -0f,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MIN_VALUE,
            -1e-40f,
            Float.MAX_VALUE,
            1f,
            -1f
        };
        Block block = normal(random, rows, columns, offset, ld);
        for (int i = 0; i < rows * columns / 7; i++) {
            int index = block.row(random.nextInt(rows)) + random.nextInt(columns);
            block.array()[index] = strange[random.nextInt(strange.length)];
        }
        return block;
    }
}
