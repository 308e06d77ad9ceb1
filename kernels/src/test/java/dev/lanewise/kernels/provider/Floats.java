package dev.lanewise.kernels.provider;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.IntFunction;

/** Floats of every kind as test data, and their comparison bit for bit. */
final class Floats {

    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        Float.NaN,
        Float.intBitsToFloat(0xffc12345),
        Float.intBitsToFloat(0x7f800001),
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Math.nextDown(Float.MIN_NORMAL),
        88.72283f,
        Math.nextUp(88.72283f),
        -87.33655f,
        -103.97208f,
        -103.98f,
        0.5f,
        Math.nextDown(1f),
        Math.nextUp(1f),
    };

    private Floats() {}

    /** The special values, then one float of every {@code stride} bit patterns, all signs and magnitudes mixed. */
    static float[] sample(int stride) {
        int n = (int) ((1L << 32) / stride);
        float[] floats = new float[SPECIAL.length + n];
        System.arraycopy(SPECIAL, 0, floats, 0, SPECIAL.length);
        for (int i = 0; i < n; i++) {
            long shuffled = i * 7_919L % n;
            floats[SPECIAL.length + i] = Float.intBitsToFloat((int) (shuffled * stride));
        }
        return floats;
    }

    /** All NaNs count as one. */
    static void assertSameBits(float[] expected, float[] actual, IntFunction<String> where) {
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(expected[i]) != Float.floatToIntBits(actual[i])) {
                fail("%s: expected %s (%a), found %s (%a)"
                        .formatted(where.apply(i), expected[i], expected[i], actual[i], actual[i]));
            }
        }
    }
}
