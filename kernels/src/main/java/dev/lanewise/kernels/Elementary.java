package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;
import dev.lanewise.kernels.scalar.ScalarMath;

/**
 * Elementary functions in float32, of one number and of arrays, with the same bits on every machine: each is a fixed
 * sequence of IEEE operations, and the array forms give exactly what the scalar forms give.
 *
 * <p>Errors are at most 1 ulp for exp and log and 2 ulp for the others, over every float32 argument, denormals included;
 * {@code docs/elementary-functions.md} has the measured maxima and means. A NaN gives a NaN, of unspecified payload.
 *
 * <p>The array forms compute n values from {@code x[xOffset]} on into {@code y[yOffset]} and after. They may work in
 * place ({@code x == y} at the same offset); other overlaps give unspecified results. They throw
 * {@link IndexOutOfBoundsException} for a range outside its array and {@link IllegalArgumentException} for a negative n.
 * All methods are thread-safe and allocate nothing.
 */
public final class Elementary {

    private Elementary() {}

    /** {@return exp(x): 0 below −103.97, ∞ above 88.72} @param x the argument */
    public static float exp(float x) {
        return ScalarMath.exp(x);
    }

    /** y = exp(x): 0 below −103.97, ∞ above 88.72, for n values; see the class for ranges and aliasing. */
    public static void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.exp(n, x, xOffset, y, yOffset);
    }

    /** {@return log(x), the natural logarithm: −∞ at ±0, NaN below} @param x the argument */
    public static float log(float x) {
        return ScalarMath.log(x);
    }

    /** y = log(x), the natural logarithm: −∞ at ±0, NaN below, for n values; see the class for ranges and aliasing. */
    public static void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.log(n, x, xOffset, y, yOffset);
    }

    /** {@return log(1 + x), accurate near 0: −∞ at −1, NaN below} @param x the argument */
    public static float log1p(float x) {
        return ScalarMath.log1p(x);
    }

    /** y = log(1 + x), accurate near 0: −∞ at −1, NaN below, for n values; see the class for ranges and aliasing. */
    public static void log1p(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.log1p(n, x, xOffset, y, yOffset);
    }

    /** {@return tanh(x)} @param x the argument */
    public static float tanh(float x) {
        return ScalarMath.tanh(x);
    }

    /** y = tanh(x), for n values; see the class for ranges and aliasing. */
    public static void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.tanh(n, x, xOffset, y, yOffset);
    }

    /** {@return 1 / (1 + exp(−x)), the logistic function} @param x the argument */
    public static float sigmoid(float x) {
        return ScalarMath.sigmoid(x);
    }

    /** y = 1 / (1 + exp(−x)), the logistic function, for n values; see the class for ranges and aliasing. */
    public static void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.sigmoid(n, x, xOffset, y, yOffset);
    }

    /** {@return log(1 + exp(x))} @param x the argument */
    public static float softplus(float x) {
        return ScalarMath.softplus(x);
    }

    /** y = log(1 + exp(x)), for n values; see the class for ranges and aliasing. */
    public static void softplus(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.softplus(n, x, xOffset, y, yOffset);
    }

    /** {@return erfc(x) = 1 − erf(x), the complementary error function} @param x the argument */
    public static float erfc(float x) {
        return ScalarMath.erfc(x);
    }

    /** y = erfc(x), the complementary error function, for n values; see the class for ranges and aliasing. */
    public static void erfc(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.erfc(n, x, xOffset, y, yOffset);
    }

    /** {@return sin(2πu), u in turns, for |u| ≤ 2²⁰} @param u the argument */
    public static float sinTurns(float u) {
        return ScalarMath.sinTurns(u);
    }

    /** y = sin(2πu), u in turns, for |u| ≤ 2²⁰, for n values; see the class for ranges and aliasing. */
    public static void sinTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.sinTurns(n, x, xOffset, y, yOffset);
    }

    /** {@return cos(2πu), u in turns, for |u| ≤ 2²⁰} @param u the argument */
    public static float cosTurns(float u) {
        return ScalarMath.cosTurns(u);
    }

    /** y = cos(2πu), u in turns, for |u| ≤ 2²⁰, for n values; see the class for ranges and aliasing. */
    public static void cosTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        Slices.check("x", x.length, xOffset, n);
        Slices.check("y", y.length, yOffset, n);
        Provider.FUNCTIONS.cosTurns(n, x, xOffset, y, yOffset);
    }
}
