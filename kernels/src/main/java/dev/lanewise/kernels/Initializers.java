package dev.lanewise.kernels;

/**
 * How the weight W, [in, out], of a dense layer is drawn at first, with the formulas of Keras 3. An element is a function of the
 * seed, the layer and its own row and column, so the order of drawing does not matter.
 *
 * <p>Normal variates beyond two standard deviations are drawn again, and the deviation is widened by 1 / 0.87962566103423978 so that
 * what remains has the deviation asked for.
 *
 * <p>All throw {@link IllegalArgumentException} if in or out is below 1 or ld &lt; out, and {@link IndexOutOfBoundsException} where W
 * exceeds the array. All are thread-safe.
 */
public final class Initializers {

    /** The standard deviation of a normal variate of deviation 1 that is truncated at ±2. */
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

    private Initializers() {}

    /**
     * Uniform in ±√(6 / (in + out)). Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
     * networks", AISTATS 2010.
     *
     * @param in the rows of W
     * @param out the columns of W
     * @param seed the seed
     * @param layer the layer's index
     * @param w receives W
     * @param offset where W starts
     * @param ld the leading dimension of W
     */
    public static void glorotUniform(int in, int out, long seed, int layer, float[] w, int offset, int ld) {
        uniform(StrictMath.sqrt(6.0 / ((double) in + out)), in, out, seed, layer, w, offset, ld);
    }

    /**
     * Normal with standard deviation √(2 / (in + out)), truncated. Source as of {@link #glorotUniform}.
     *
     * @param in the rows of W
     * @param out the columns of W
     * @param seed the seed
     * @param layer the layer's index
     * @param w receives W
     * @param offset where W starts
     * @param ld the leading dimension of W
     */
    public static void glorotNormal(int in, int out, long seed, int layer, float[] w, int offset, int ld) {
        normal(StrictMath.sqrt(2.0 / ((double) in + out)), in, out, seed, layer, w, offset, ld);
    }

    /**
     * Uniform in ±√(6 / in). Source: He et al., "Delving deep into rectifiers", ICCV 2015.
     *
     * @param in the rows of W
     * @param out the columns of W
     * @param seed the seed
     * @param layer the layer's index
     * @param w receives W
     * @param offset where W starts
     * @param ld the leading dimension of W
     */
    public static void heUniform(int in, int out, long seed, int layer, float[] w, int offset, int ld) {
        uniform(StrictMath.sqrt(6.0 / in), in, out, seed, layer, w, offset, ld);
    }

    /**
     * Normal with standard deviation √(2 / in), truncated. Source as of {@link #heUniform}.
     *
     * @param in the rows of W
     * @param out the columns of W
     * @param seed the seed
     * @param layer the layer's index
     * @param w receives W
     * @param offset where W starts
     * @param ld the leading dimension of W
     */
    public static void heNormal(int in, int out, long seed, int layer, float[] w, int offset, int ld) {
        normal(StrictMath.sqrt(2.0 / in), in, out, seed, layer, w, offset, ld);
    }

    private static void uniform(double limit, int in, int out, long seed, int layer, float[] w, int offset, int ld) {
        CounterRandom.uniform(0, in, out, seed, 0, 0, layer, CounterRandom.INITIALIZER, w, offset, ld);
        float scale = (float) limit;
        for (int i = 0; i < in; i++) {
            for (int j = 0; j < out; j++) {
                int at = offset + i * ld + j;
                w[at] = (2 * w[at] - 1) * scale;
            }
        }
    }

    private static void normal(double deviation, int in, int out, long seed, int layer, float[] w, int offset, int ld) {
        CounterRandom.normal(0, in, out, seed, 0, 0, layer, CounterRandom.INITIALIZER, w, offset, ld);
        float scale = (float) (deviation / TRUNCATED_DEVIATION);
        float[] row = new float[out];
        for (int i = 0; i < in; i++) {
            truncate(i, out, seed, layer, w, offset + i * ld, row);
            for (int j = 0; j < out; j++) {
                w[offset + i * ld + j] *= scale;
            }
        }
    }

    /** Draws a row's variates again, at the next step of the generator, until none is beyond ±2. */
    private static void truncate(int i, int out, long seed, int layer, float[] w, int offset, float[] again) {
        boolean beyond = true;
        for (int step = 1; beyond; step++) {
            beyond = false;
            for (int j = 0; j < out && !beyond; j++) {
                beyond = Math.abs(w[offset + j]) > 2;
            }
            if (beyond) {
                CounterRandom.normal(
                        i, i + 1, out, seed, 0, step, layer, CounterRandom.INITIALIZER, again, -i * out, out);
                for (int j = 0; j < out; j++) {
                    w[offset + j] = Math.abs(w[offset + j]) > 2 ? again[j] : w[offset + j];
                }
            }
        }
    }
}
