package dev.lanewise.examples.measures;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What is believed about a coin: the density of P(heads) on an even grid over [0, 1], normalised so that the trapezoids
 * under it add up to 1. Belief moves by Bayes' rule, posterior ∝ prior · likelihood; nothing here knows that the prior's
 * family is conjugate. Immutable.
 */
public final class CoinBelief {
    private final int heads;
    private final int tails;
    private final double[] logPrior;
    private final double[] density;

    private CoinBelief(int heads, int tails, double[] logPrior) {
        this.heads = heads;
        this.tails = tails;
        this.logPrior = logPrior;
        this.density = density(heads, tails, logPrior);
    }

    /**
     * What is believed before the first toss.
     *
     * @param points of the grid, the ends 0 and 1 included; at least 2
     * @param prior the density of P(heads), up to a factor
     * @return the prior belief
     */
    public static CoinBelief prior(int points, DoubleUnaryOperator prior) {
        double[] logPrior = new double[points];
        for (int i = 0; i < points; i++) {
            logPrior[i] = StrictMath.log(prior.applyAsDouble(i / (points - 1.0)));
        }
        return new CoinBelief(0, 0, logPrior);
    }

    /**
     * What is believed after more tosses.
     *
     * @param moreHeads how many of them showed heads
     * @param moreTails how many showed tails
     * @return the posterior belief
     */
    public CoinBelief after(int moreHeads, int moreTails) {
        return new CoinBelief(heads + moreHeads, tails + moreTails, logPrior);
    }

    private static double[] density(int heads, int tails, double[] logPrior) {
        double[] logs = new double[logPrior.length];
        for (int i = 0; i < logs.length; i++) {
            double p = i / (logs.length - 1.0);
            logs[i] = logPrior[i] + times(heads, StrictMath.log(p)) + times(tails, StrictMath.log(1 - p));
        }
        // In logarithms, and less the largest, so that a thousand tosses do not underflow.
        double largest = Arrays.stream(logs).max().orElseThrow();
        double[] density = new double[logs.length];
        double area = 0;
        for (int i = 0; i < logs.length; i++) {
            density[i] = StrictMath.exp(logs[i] - largest);
            area += i == 0 || i == logs.length - 1 ? density[i] / 2 : density[i];
        }
        area /= logs.length - 1;
        for (int i = 0; i < logs.length; i++) {
            density[i] /= area;
        }
        return density;
    }

    /** count · log, where 0 · (−∞) is 0: what was never seen does not count. */
    private static double times(int count, double log) {
        return count == 0 ? 0 : count * log;
    }

    /**
     * How many tosses showed heads.
     *
     * @return their number
     */
    public int heads() {
        return heads;
    }

    /**
     * How many tosses there were.
     *
     * @return their number
     */
    public int tosses() {
        return heads + tails;
    }

    /**
     * The grid.
     *
     * @return values of P(heads) from 0 to 1
     */
    public double[] grid() {
        double[] grid = new double[density.length];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = i / (grid.length - 1.0);
        }
        return grid;
    }

    /**
     * The density.
     *
     * @return one value a point of the grid
     */
    public double[] density() {
        return density.clone();
    }
}
