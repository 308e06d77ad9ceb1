package dev.lanewise.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FloatBitsTest {

    private static final float[] VALUES = {7, 1.5f, -0.0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, -8};

    @Test
    void bytesAreThoseOfIeee754InTheOrderOfTheBuffer() {
        ByteBuffer little =
                ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).position(4);
        FloatBits.put(VALUES, 1, 4, little);
        assertEquals(20, little.position());
        assertEquals("00000000" + "0000c03f" + "00000080" + "01000000" + "000080ff" + "00000000", hex(little));

        ByteBuffer big = ByteBuffer.allocate(8);
        FloatBits.put(VALUES, 1, 2, big);
        assertEquals("3fc00000" + "80000000", hex(big));
    }

    @Test
    void everyNanHasTheSameBytes() {
        float[] nans = {Float.intBitsToFloat(0xffc00001), Float.NaN, Float.intBitsToFloat(0x7f800001)};
        ByteBuffer bytes = ByteBuffer.allocate(12);
        FloatBits.put(nans, 0, 3, bytes);
        assertEquals("7fc00000".repeat(3), hex(bytes));
    }

    @Test
    void valuesAndRoomHaveToBeThere() {
        ByteBuffer bytes = ByteBuffer.allocate(15);
        assertThrows(BufferOverflowException.class, () -> FloatBits.put(VALUES, 0, 4, bytes));
        assertThrows(IndexOutOfBoundsException.class, () -> FloatBits.put(VALUES, 4, 3, bytes));
    }

    private static String hex(ByteBuffer bytes) {
        return HexFormat.of().formatHex(bytes.array());
    }
}
