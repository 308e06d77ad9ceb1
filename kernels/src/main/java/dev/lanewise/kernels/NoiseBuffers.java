package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.RandomKernels;

/** One thread's buffers for the words of a row, and the normal variates made of them. Nothing in them outlives a call. */
final class NoiseBuffers {

    /** Columns drawn at a time. */
    static final int CHUNK = 16 * RandomKernels.GROUP;

    private static final ThreadLocal<NoiseBuffers> BUFFERS = ThreadLocal.withInitial(NoiseBuffers::new);

    final int[] words = new int[CHUNK];
    final float[] normals = new float[CHUNK];

    private NoiseBuffers() {}

    /** {@return the calling thread's buffers} */
    static NoiseBuffers get() {
        return BUFFERS.get();
    }

    /** Draws the words of the columns [column, column + n), column a multiple of the group, n ≤ CHUNK, up to a whole group. */
    void drawWords(int column, int n, int row, long seed, int epoch, int step, int stream, int purpose) {
        CounterRandom.kernels(purpose)
                .words(column / RandomKernels.GROUP, groups(n), row, seed, epoch, step, stream, purpose, words);
    }

    /** Draws normal variates in the same way. */
    void drawNormals(int column, int n, int row, long seed, int epoch, int step, int stream, int purpose) {
        drawWords(column, n, row, seed, epoch, step, stream, purpose);
        int pairs = (n + RandomKernels.PAIR - 1) / RandomKernels.PAIR;
        CounterRandom.kernels(purpose).normals(pairs * RandomKernels.PAIR, words, normals);
    }

    private static int groups(int n) {
        return (n + RandomKernels.GROUP - 1) / RandomKernels.GROUP;
    }
}
