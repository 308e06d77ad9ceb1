package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;

/**
 * Choices between two values, element by element, without branches where there are vectors. A comparison with NaN is false, and
 * −0 equals +0, as in Java; other comparisons are these with their arguments, or what is chosen, exchanged.
 *
 * <p>Thread-safe; nothing is allocated.
 */
public enum Comparison {
    /** a &lt; b. */
    LESS,
    /** a ≤ b. */
    AT_MOST,
    /** a = b. */
    EQUAL;

    /**
     * y = p where the comparison of a and b holds, q elsewhere, for n values from the offset of each array on. y must not
     * overlap any of the others.
     *
     * @param n how many, 0 or more
     * @param a what is compared
     * @param aOffset where it starts
     * @param b what it is compared with
     * @param bOffset where it starts
     * @param p what is taken where the comparison holds
     * @param pOffset where it starts
     * @param q what is taken where it does not
     * @param qOffset where it starts
     * @param y overwritten
     * @param yOffset where it starts
     * @throws IllegalArgumentException if n is negative
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public void select(
            int n,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] p,
            int pOffset,
            float[] q,
            int qOffset,
            float[] y,
            int yOffset) {
        Slices.check("a", a.length, aOffset, n);
        Slices.check("b", b.length, bOffset, n);
        Slices.check("p", p.length, pOffset, n);
        Slices.check("q", q.length, qOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.select(this, n, a, aOffset, b, bOffset, p, pOffset, q, qOffset, y, yOffset);
    }
}
