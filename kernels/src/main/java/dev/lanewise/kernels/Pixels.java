package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;

/** Images as they lie in files, one unsigned byte a pixel, turned into numbers. */
public final class Pixels {

    private Pixels() {}

    /**
     * Intensities from 0 to 1: {@code y[i] = x[i] / 255f}, x read as unsigned, the quotient rounded once. Thread-safe.
     *
     * @param n number of pixels
     * @param x the pixels
     * @param xOffset index of the first pixel
     * @param y the intensities, overwritten
     * @param yOffset index of the first intensity
     * @throws IllegalArgumentException if {@code n} is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void intensities(int n, byte[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.intensities(n, x, xOffset, y, yOffset);
    }
}
