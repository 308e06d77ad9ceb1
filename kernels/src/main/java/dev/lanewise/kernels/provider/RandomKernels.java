package dev.lanewise.kernels.provider;

/**
 * Random words and the noise made of them: what both providers implement. Arguments were checked by the facade.
 *
 * <p>Words come from Threefry-4x32 with 20 rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3,
 * 2011): counter (block, row, step, epoch), key (seed's low word, high word, stream, purpose). A row is drawn in groups of 64
 * columns: group g has the blocks 16·g to 16·g + 15, and word w of its block l belongs to column 64·g + 16·w + l. So a vector
 * of blocks gives vectors of adjacent columns at any width, and each element depends on its address alone.
 */
public interface RandomKernels {

    /** Columns in a group. */
    int GROUP = 64;

    /** The columns that come of words with each other. */
    int PAIR = 32;

    /** Words of the groups [firstGroup, firstGroup + groups) of one row, into words[0 .. 64·groups). */
    void words(
            int firstGroup, int groups, int row, long seed, int epoch, int step, int stream, int purpose, int[] words);

    /** y = (word &gt;&gt;&gt; 8)·2⁻²⁴, in [0, 1). */
    void uniform(int n, int[] words, float[] y, int yOffset);

    /**
     * Normal variates by Box and Muller, into normals[0 .. n), n a multiple of {@value #PAIR}: column c with word w₁ and column
     * c + 16 with word w₂ (c mod 32 &lt; 16) get √(−2·log u)·cos(2πv) and √(−2·log u)·sin(2πv), u = (w₁ &gt;&gt;&gt; 1)·2⁻³¹ + 2⁻³²
     * in (0, 1], v = (w₂ &gt;&gt;&gt; 8)·2⁻²⁴ in [0, 1). The largest is 6.66.
     */
    void normals(int n, int[] words, float[] normals);

    /** y = +0 where a column's word is below the threshold, both as signed integers, else x·scale. */
    void dropout(int n, int[] words, int threshold, float scale, float[] x, int xOffset, float[] y, int yOffset);

    /** y = fma(normal, stddev, x). */
    void gaussian(int n, float[] normals, float stddev, float[] x, int xOffset, float[] y, int yOffset);
}
