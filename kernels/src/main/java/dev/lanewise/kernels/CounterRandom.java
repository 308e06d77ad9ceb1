package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;
import dev.lanewise.kernels.provider.RandomKernels;

/**
 * Random numbers without a state: each is a function of its address (seed, epoch, step, stream, row, column) alone, so it
 * depends on no order, no thread and no vector width. They come from Threefry-4x32-20 (Salmon et al., "Parallel random
 * numbers: as easy as 1, 2, 3", 2011), which passes the BigCrush battery.
 *
 * <p>All fill the rows [fromRow, toRow) of a matrix, element (i, j) at {@code offset + i·ld + j}, where the offset is that of
 * row 0: threads may share a matrix by rows. The stream tells apart the places that draw in the same step, a layer's index
 * for example. Each kind of number (and each kind of {@link Noise}) has words of its own: uniform and normal variates of one
 * address are independent.
 *
 * <p>All throw {@link IllegalArgumentException} for negative counts, a bad row range or ld &lt; columns, and {@link
 * IndexOutOfBoundsException} where the rows exceed the array. All are thread-safe and allocate nothing but one buffer of 8 KB
 * per thread.
 */
public final class CounterRandom {

    /** What the words of an address are for: the last word of the key. */
    static final int BITS = 0, UNIFORM = 1, NORMAL = 2, DROPOUT = 3, GAUSSIAN = 4, INITIALIZER = 5, PERMUTATION = 6;

    /** Weights and orders are drawn before the first step. */
    static RandomKernels kernels(int purpose) {
        return purpose == INITIALIZER || purpose == PERMUTATION ? Provider.EARLY_RANDOM : Provider.RANDOM;
    }

    private CounterRandom() {}

    /**
     * Random bits, 32 to an element.
     *
     * @param fromRow the first row to fill
     * @param toRow the row after the last
     * @param columns the columns
     * @param seed the seed
     * @param epoch the epoch
     * @param step the step
     * @param stream the stream
     * @param out the matrix
     * @param offset where its row 0 starts
     * @param ld its leading dimension
     */
    public static void bits(
            int fromRow,
            int toRow,
            int columns,
            long seed,
            int epoch,
            int step,
            int stream,
            int[] out,
            int offset,
            int ld) {
        Slices.checkRows("out", out.length, offset, fromRow, toRow, columns, ld);
        NoiseBuffers buffers = NoiseBuffers.get();
        for (int i = fromRow; i < toRow; i++) {
            for (int j = 0; j < columns; j += NoiseBuffers.CHUNK) {
                int n = Math.min(NoiseBuffers.CHUNK, columns - j);
                buffers.drawWords(j, n, i, seed, epoch, step, stream, BITS);
                System.arraycopy(buffers.words, 0, out, offset + i * ld + j, n);
            }
        }
    }

    /**
     * Uniform variates k·2⁻²⁴ in [0, 1).
     *
     * @param fromRow the first row to fill
     * @param toRow the row after the last
     * @param columns the columns
     * @param seed the seed
     * @param epoch the epoch
     * @param step the step
     * @param stream the stream
     * @param out the matrix
     * @param offset where its row 0 starts
     * @param ld its leading dimension
     */
    public static void uniform(
            int fromRow,
            int toRow,
            int columns,
            long seed,
            int epoch,
            int step,
            int stream,
            float[] out,
            int offset,
            int ld) {
        uniform(fromRow, toRow, columns, seed, epoch, step, stream, UNIFORM, out, offset, ld);
    }

    static void uniform(
            int fromRow,
            int toRow,
            int columns,
            long seed,
            int epoch,
            int step,
            int stream,
            int purpose,
            float[] out,
            int offset,
            int ld) {
        Slices.checkRows("out", out.length, offset, fromRow, toRow, columns, ld);
        NoiseBuffers buffers = NoiseBuffers.get();
        for (int i = fromRow; i < toRow; i++) {
            for (int j = 0; j < columns; j += NoiseBuffers.CHUNK) {
                int n = Math.min(NoiseBuffers.CHUNK, columns - j);
                buffers.drawWords(j, n, i, seed, epoch, step, stream, purpose);
                kernels(purpose).uniform(n, buffers.words, out, offset + i * ld + j);
            }
        }
    }

    /**
     * Normal variates N(0, 1) by the transform of Box and Muller, at most 6.66 in size.
     *
     * @param fromRow the first row to fill
     * @param toRow the row after the last
     * @param columns the columns
     * @param seed the seed
     * @param epoch the epoch
     * @param step the step
     * @param stream the stream
     * @param out the matrix
     * @param offset where its row 0 starts
     * @param ld its leading dimension
     */
    public static void normal(
            int fromRow,
            int toRow,
            int columns,
            long seed,
            int epoch,
            int step,
            int stream,
            float[] out,
            int offset,
            int ld) {
        normal(fromRow, toRow, columns, seed, epoch, step, stream, NORMAL, out, offset, ld);
    }

    static void normal(
            int fromRow,
            int toRow,
            int columns,
            long seed,
            int epoch,
            int step,
            int stream,
            int purpose,
            float[] out,
            int offset,
            int ld) {
        Slices.checkRows("out", out.length, offset, fromRow, toRow, columns, ld);
        NoiseBuffers buffers = NoiseBuffers.get();
        for (int i = fromRow; i < toRow; i++) {
            for (int j = 0; j < columns; j += NoiseBuffers.CHUNK) {
                int n = Math.min(NoiseBuffers.CHUNK, columns - j);
                buffers.drawNormals(j, n, i, seed, epoch, step, stream, purpose);
                System.arraycopy(buffers.normals, 0, out, offset + i * ld + j, n);
            }
        }
    }

    /**
     * {@return a random permutation of 0 .. n − 1, a function of seed and epoch alone}
     *
     * @param n how many numbers to permute
     * @param seed the seed
     * @param epoch the epoch
     * @throws IllegalArgumentException if n is negative
     */
    public static int[] permutation(int n, long seed, int epoch) {
        if (n < 0) {
            throw new IllegalArgumentException("n: expected at least 0, found " + n);
        }
        int[] out = new int[n];
        permutation(seed, epoch, out);
        return out;
    }

    /**
     * Fills an array of n elements with the permutation that {@link #permutation(int, long, int)} returns.
     *
     * <p>Fisher and Yates from the end: element i is exchanged with element ⌊(i + 1)·d·2⁻⁶⁴⌋, d an unsigned draw of 64 bits
     * (two adjacent columns, low word first; 512 draws to a row), so that no element is preferred by more than 2⁻³³.
     *
     * @param seed the seed
     * @param epoch the epoch
     * @param out the permutation
     */
    public static void permutation(long seed, int epoch, int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = i;
        }
        NoiseBuffers buffers = NoiseBuffers.get();
        int position = NoiseBuffers.CHUNK;
        int chunk = 0;
        for (int i = out.length - 1; i > 0; i--) {
            if (position == NoiseBuffers.CHUNK) {
                buffers.drawWords(0, NoiseBuffers.CHUNK, chunk++, seed, epoch, 0, 0, PERMUTATION);
                position = 0;
            }
            long draw = buffers.words[position] & 0xffffffffL | (long) buffers.words[position + 1] << 32;
            position += 2;
            int j = (int) Math.unsignedMultiplyHigh(draw, i + 1L);
            int exchanged = out[i];
            out[i] = out[j];
            out[j] = exchanged;
        }
    }
}
