package dev.lanewise.digest;

import java.nio.ByteBuffer;

/** 32-bit floats as the bytes that files hold and digests are of: the same ones for the same values, any NaN included. Stateless. */
public final class FloatBits {

    private static final int CANONICAL_NAN = Float.floatToIntBits(Float.NaN);

    private FloatBits() {}

    /**
     * Puts the bits of each value, by {@link Float#floatToIntBits}, into a buffer. Copies memory where the buffer's order is the
     * machine's: this is done to whole models and data sets before anything has been compiled.
     *
     * @param values where the values are
     * @param from where the first of them is
     * @param count how many there are
     * @param bytes takes them in its byte order, from its position on, which is behind them afterwards
     * @throws IndexOutOfBoundsException if there are not as many values
     * @throws java.nio.BufferOverflowException if there is no room for as many
     */
    public static void put(float[] values, int from, int count, ByteBuffer bytes) {
        int start = bytes.position();
        bytes.asFloatBuffer().put(values, from, count);
        bytes.position(start + Float.BYTES * count);
        for (int i = 0; i < count; i++) {
            if (Float.isNaN(values[from + i])) {
                bytes.putInt(start + Float.BYTES * i, CANONICAL_NAN);
            }
        }
    }
}
