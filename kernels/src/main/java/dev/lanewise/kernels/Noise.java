package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;

/**
 * Corruptions of a layer's input: dropout and Gaussian noise, addressed as {@link CounterRandom} describes. The same call on
 * the same address corrupts in the same way, whatever the values: dropout applied to a gradient is its own backward pass.
 *
 * <p>All work on the rows [fromRow, toRow) of matrices whose row 0 starts at the offset, and may work in place (the same
 * array, offset and leading dimension). All throw {@link IllegalArgumentException} for negative counts, a bad row range or a
 * leading dimension below columns, and {@link IndexOutOfBoundsException} where the rows exceed an array. All are thread-safe.
 */
public final class Noise {

    private Noise() {}

    /**
     * Inverted dropout: y = x·mask·(1 / (1 − rate)), each mask element 0 with the probability rate (to within
     * 2⁻³³), else 1.
     *
     * <p>The scale is the float {@code 1f / (1f - rate)}. A dropped element is +0 whatever x is, be it NaN or ∞; a kept one is
     * x·scale. Rate 0 is the identity.
     *
     * @param fromRow the first row
     * @param toRow the row after the last
     * @param columns the columns
     * @param rate the probability of a drop, in [0, 1)
     * @param seed the seed
     * @param epoch the epoch
     * @param step the step
     * @param layer the layer's index
     * @param x the values
     * @param xOffset where row 0 of x starts
     * @param ldx the leading dimension of x
     * @param y the corrupted values, overwritten
     * @param yOffset where row 0 of y starts
     * @param ldy the leading dimension of y
     */
    public static void dropout(
            int fromRow,
            int toRow,
            int columns,
            float rate,
            long seed,
            int epoch,
            int step,
            int layer,
            float[] x,
            int xOffset,
            int ldx,
            float[] y,
            int yOffset,
            int ldy) {
        Slices.checkRows("x", x.length, xOffset, fromRow, toRow, columns, ldx);
        Slices.checkRows("y", y.length, yOffset, fromRow, toRow, columns, ldy);
        float scale = dropoutScale(rate);
        if (rate == 0) {
            copy(fromRow, toRow, columns, x, xOffset, ldx, y, yOffset, ldy);
            return;
        }
        int threshold = (int) (StrictMath.rint(rate * 0x1p32) - 0x1p31);
        NoiseBuffers buffers = NoiseBuffers.get();
        for (int i = fromRow; i < toRow; i++) {
            for (int j = 0; j < columns; j += NoiseBuffers.CHUNK) {
                int n = Math.min(NoiseBuffers.CHUNK, columns - j);
                buffers.drawWords(j, n, i, seed, epoch, step, layer, CounterRandom.DROPOUT);
                Provider.RANDOM.dropout(
                        n, buffers.words, threshold, scale, x, xOffset + i * ldx + j, y, yOffset + i * ldy + j);
            }
        }
    }

    /**
     * {@return the scale of the elements that dropout keeps, the float 1 / (1 − rate)}
     *
     * @param rate the probability of a drop, in [0, 1)
     * @throws IllegalArgumentException if the rate is outside [0, 1)
     */
    public static float dropoutScale(float rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("rate: expected a number in [0, 1), found " + rate);
        }
        return 1f / (1f - rate);
    }

    /**
     * Dropout with a given mask: y = x·scale where the mask is not 0, else +0.
     *
     * @param rows the rows
     * @param columns the columns
     * @param mask the mask, 0 for a dropped element
     * @param maskOffset where row 0 of the mask starts
     * @param ldMask the leading dimension of the mask
     * @param scale the factor of kept elements
     * @param x the values
     * @param xOffset where row 0 of x starts
     * @param ldx the leading dimension of x
     * @param y the corrupted values, overwritten
     * @param yOffset where row 0 of y starts
     * @param ldy the leading dimension of y
     */
    public static void applyMask(
            int rows,
            int columns,
            float[] mask,
            int maskOffset,
            int ldMask,
            float scale,
            float[] x,
            int xOffset,
            int ldx,
            float[] y,
            int yOffset,
            int ldy) {
        Slices.check("mask", mask.length, rows, columns, maskOffset, ldMask);
        Slices.check("x", x.length, rows, columns, xOffset, ldx);
        Slices.check("y", y.length, rows, columns, yOffset, ldy);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                boolean kept = mask[maskOffset + i * ldMask + j] != 0;
                y[yOffset + i * ldy + j] = kept ? x[xOffset + i * ldx + j] * scale : 0;
            }
        }
    }

    /**
     * Gaussian noise: y = fma(ε, stddev, x), ε normal variates N(0, 1).
     *
     * @param fromRow the first row
     * @param toRow the row after the last
     * @param columns the columns
     * @param stddev the standard deviation, finite and not negative; 0 is the identity
     * @param seed the seed
     * @param epoch the epoch
     * @param step the step
     * @param layer the layer's index
     * @param x the values
     * @param xOffset where row 0 of x starts
     * @param ldx the leading dimension of x
     * @param y the corrupted values, overwritten
     * @param yOffset where row 0 of y starts
     * @param ldy the leading dimension of y
     */
    public static void gaussian(
            int fromRow,
            int toRow,
            int columns,
            float stddev,
            long seed,
            int epoch,
            int step,
            int layer,
            float[] x,
            int xOffset,
            int ldx,
            float[] y,
            int yOffset,
            int ldy) {
        Slices.checkRows("x", x.length, xOffset, fromRow, toRow, columns, ldx);
        Slices.checkRows("y", y.length, yOffset, fromRow, toRow, columns, ldy);
        if (!(stddev >= 0 && stddev <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("stddev: expected a finite number of at least 0, found " + stddev);
        }
        if (stddev == 0) {
            copy(fromRow, toRow, columns, x, xOffset, ldx, y, yOffset, ldy);
            return;
        }
        NoiseBuffers buffers = NoiseBuffers.get();
        for (int i = fromRow; i < toRow; i++) {
            for (int j = 0; j < columns; j += NoiseBuffers.CHUNK) {
                int n = Math.min(NoiseBuffers.CHUNK, columns - j);
                buffers.drawNormals(j, n, i, seed, epoch, step, layer, CounterRandom.GAUSSIAN);
                Provider.RANDOM.gaussian(
                        n, buffers.normals, stddev, x, xOffset + i * ldx + j, y, yOffset + i * ldy + j);
            }
        }
    }

    private static void copy(
            int fromRow, int toRow, int columns, float[] x, int xOffset, int ldx, float[] y, int yOffset, int ldy) {
        for (int i = fromRow; i < toRow; i++) {
            System.arraycopy(x, xOffset + i * ldx, y, yOffset + i * ldy, columns);
        }
    }
}
