package dev.lanewise.function;

import dev.lanewise.kernels.Elementary;

/**
 * What functions of your own are made of, beside arithmetic: {@code import static dev.lanewise.function.Functions.*}. They are plain
 * Java, with the same bits as in the compiled model, so that a function can be called, tested and debugged as it is written.
 *
 * <p>Each Javadoc states the derivative, also where it is a matter of choice. Thread-safe; NaN gives NaN.
 */
public final class Functions {

    private Functions() {}

    /**
     * {@return exp(x): 0 below −103.97, ∞ above 88.72} The derivative is exp(x).
     *
     * @param x the argument
     */
    public static float exp(float x) {
        return Elementary.exp(x);
    }

    /**
     * {@return log(x), the natural logarithm: −∞ at ±0, NaN below} The derivative is 1 / x.
     *
     * @param x the argument
     */
    public static float log(float x) {
        return Elementary.log(x);
    }

    /**
     * {@return log(1 + x), accurate near 0} The derivative is 1 / (1 + x).
     *
     * @param x the argument
     */
    public static float log1p(float x) {
        return Elementary.log1p(x);
    }

    /**
     * {@return tanh(x)} The derivative is 1 − tanh²(x).
     *
     * @param x the argument
     */
    public static float tanh(float x) {
        return Elementary.tanh(x);
    }

    /**
     * {@return 1 / (1 + exp(−x))} The derivative is σ(x)·(1 − σ(x)).
     *
     * @param x the argument
     */
    public static float sigmoid(float x) {
        return Elementary.sigmoid(x);
    }

    /**
     * {@return log(1 + exp(x))} The derivative is sigmoid(x).
     *
     * @param x the argument
     */
    public static float softplus(float x) {
        return Elementary.softplus(x);
    }

    /**
     * {@return erfc(x) = 1 − erf(x)} The derivative is −2/√π·exp(−x²).
     *
     * @param x the argument
     */
    public static float erfc(float x) {
        return Elementary.erfc(x);
    }

    /**
     * {@return sin(2πx), x in turns, for |x| ≤ 2²⁰} The derivative is 2π·cos(2πx).
     *
     * @param x the argument
     */
    public static float sinTurns(float x) {
        return Elementary.sinTurns(x);
    }

    /**
     * {@return cos(2πx), x in turns, for |x| ≤ 2²⁰} The derivative is −2π·sin(2πx).
     *
     * @param x the argument
     */
    public static float cosTurns(float x) {
        return Elementary.cosTurns(x);
    }

    /**
     * {@return erf(x), computed as 1 − erfc(x)} The derivative is 2/√π·exp(−x²).
     *
     * @param x the argument
     */
    public static float erf(float x) {
        return 1 - Elementary.erfc(x);
    }

    /**
     * {@return √x, NaN below 0} The derivative is 1 / (2·√x), infinite at 0: write {@code sqrt(x + 1e-12f)} where x may be 0.
     *
     * @param x the argument
     */
    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    /**
     * {@return |x|} The derivative is sign(x), which is 0 at 0.
     *
     * @param x the argument
     */
    public static float abs(float x) {
        return Math.abs(x);
    }

    /**
     * {@return −1, ±0 or 1, as x is below, at or above 0; NaN of NaN} The derivative is 0.
     *
     * @param x the argument
     */
    public static float sign(float x) {
        return Math.signum(x);
    }

    /**
     * {@return x²} The derivative is 2·x.
     *
     * @param x the argument
     */
    public static float square(float x) {
        return x * x;
    }

    /**
     * {@return the smaller of two, NaN if one is; −0 is smaller than +0} The derivative is that of the smaller; where they are equal, of the
     * constant if there is one, else of b: it is 0 for {@code min(x, 6f)} at 6.
     *
     * @param a the one
     * @param b the other
     */
    public static float min(float a, float b) {
        return Math.min(a, b);
    }

    /**
     * {@return the larger of two, NaN if one is; +0 is larger than −0} The derivative is that of the larger; where they are equal, of the
     * constant if there is one, else of b: it is 0 for {@code max(x, 0f)} at 0.
     *
     * @param a the one
     * @param b the other
     */
    public static float max(float a, float b) {
        return Math.max(a, b);
    }

    /**
     * The sum over the values of a row, in a {@link Rowwise} function: over 16 virtual lanes, as {@link
     * dev.lanewise.kernels.LossFunction} says. Called as plain Java, where there is no row, it is the sum of one value.
     *
     * @param x what is summed, computed for each value of the row
     * @return the sum
     */
    public static float sum(float x) {
        return x;
    }

    /**
     * The mean over the values of a row, in a {@link Rowwise} function: {@link #sum}, divided by how many there are. Called as plain
     * Java, where there is no row, it is the mean of one value.
     *
     * @param x what is averaged, computed for each value of the row
     * @return the mean
     */
    public static float mean(float x) {
        return x;
    }
}
