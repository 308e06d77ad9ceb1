package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bytes as intensities, with whichever provider is in use. */
class PixelsTest {

    @Test
    void everyByteBecomesTheFloatNearestToItsQuotient() {
        byte[] x = new byte[256];
        float[] expected = new float[256];
        for (int i = 0; i < 256; i++) {
            x[i] = (byte) i;
            expected[i] = (float) (i / 255.0);
        }
        float[] actual = new float[256];
        Pixels.intensities(256, x, 0, actual, 0);
        assertArrayEquals(expected, actual);
    }

    @Test
    void nothingBesideARunIsWritten() {
        byte[] x = new byte[80];
        for (int i = 0; i < x.length; i++) {
            x[i] = (byte) (37 * i);
        }
        for (int n = 0; n <= 67; n++) {
            float[] actual = new float[80];
            Arrays.fill(actual, -1);
            Pixels.intensities(n, x, 5, actual, 3);
            for (int i = 0; i < actual.length; i++) {
                boolean inside = i >= 3 && i < 3 + n;
                assertEquals(inside ? (x[i + 2] & 0xff) / 255f : -1, actual[i], "n = " + n + ", element " + i);
            }
        }
    }

    @Test
    void aRunThatDoesNotFitIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> Pixels.intensities(4, new byte[4], 1, new float[4], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> Pixels.intensities(4, new byte[4], 0, new float[4], 1));
        assertThrows(IllegalArgumentException.class, () -> Pixels.intensities(-1, new byte[4], 0, new float[4], 0));
    }
}
