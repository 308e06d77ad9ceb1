package dev.lanewise.runtime;

import dev.lanewise.kernels.Elementary;
import dev.lanewise.kernels.Reductions;

/**
 * What the compiled form of a user's function calls for a strip of values: the first n elements of each array. Arithmetic is not among
 * it: loops over arrays that all start at 0 are vectorised by C2 (with an offset of its own to each array they are not, for want of
 * a proof that the arrays do not overlap).
 */
public final class Strip {

    private Strip() {}

    /**
     * y = exp(x).
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void exp(int n, float[] x, float[] y) {
        Elementary.exp(n, x, 0, y, 0);
    }

    /**
     * y = log(x).
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void log(int n, float[] x, float[] y) {
        Elementary.log(n, x, 0, y, 0);
    }

    /**
     * y = log(1 + x).
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void log1p(int n, float[] x, float[] y) {
        Elementary.log1p(n, x, 0, y, 0);
    }

    /**
     * y = tanh(x).
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void tanh(int n, float[] x, float[] y) {
        Elementary.tanh(n, x, 0, y, 0);
    }

    /**
     * y = 1 / (1 + exp(−x)).
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void sigmoid(int n, float[] x, float[] y) {
        Elementary.sigmoid(n, x, 0, y, 0);
    }

    /**
     * y = log(1 + exp(x)).
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void softplus(int n, float[] x, float[] y) {
        Elementary.softplus(n, x, 0, y, 0);
    }

    /**
     * y = erfc(x) = 1 − erf(x).
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void erfc(int n, float[] x, float[] y) {
        Elementary.erfc(n, x, 0, y, 0);
    }

    /**
     * y = sin(2πx), x in turns, for |x| ≤ 2²⁰.
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void sinTurns(int n, float[] x, float[] y) {
        Elementary.sinTurns(n, x, 0, y, 0);
    }

    /**
     * y = cos(2πx), x in turns, for |x| ≤ 2²⁰.
     *
     * @param n how many values
     * @param x the arguments
     * @param y the results; may be x
     */
    public static void cosTurns(int n, float[] x, float[] y) {
        Elementary.cosTurns(n, x, 0, y, 0);
    }

    /**
     * The sum of a row, in the order of summation of {@link Reductions#rowSum}.
     *
     * @param n how many values
     * @param x the values
     * @return Σ x
     */
    public static float sum(int n, float[] x) {
        return Reductions.rowSum(n, x, 0);
    }
}
