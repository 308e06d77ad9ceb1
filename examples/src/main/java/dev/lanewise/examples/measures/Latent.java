package dev.lanewise.examples.measures;

import dev.lanewise.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the dimensions of a variational model's codings carry.
 *
 * @param losses per dimension, the Kullback-Leibler divergence of N(μ, exp γ) from N(0, 1) in nats, averaged over the
 *     data: the mean of −½·(1 + γ − exp(γ) − μ²)
 * @param variances per dimension, the variance of μ over the data: 0 where every image has the same mean
 */
public record Latent(List<Double> losses, List<Double> variances) {
    /** A dimension is active if the variance of μ over the data is above this. */
    public static final double ACTIVE = 0.01;

    /** Copies the lists. */
    public Latent {
        losses = List.copyOf(losses);
        variances = List.copyOf(variances);
    }

    /**
     * Measures what an encoder says about images.
     *
     * @param mean μ, one row an image, one column a dimension
     * @param logVariance γ, of the same shape
     * @return the measures of each dimension
     */
    public static Latent of(Matrix mean, Matrix logVariance) {
        double[] losses = new double[mean.columns()];
        for (int row = 0; row < mean.rows(); row++) {
            for (int dimension = 0; dimension < losses.length; dimension++) {
                double mu = mean.get(row, dimension);
                double gamma = logVariance.get(row, dimension);
                losses[dimension] -= 0.5 * (1 + gamma - StrictMath.exp(gamma) - mu * mu);
            }
        }
        List<Double> means = new ArrayList<>();
        for (double loss : losses) {
            means.add(loss / mean.rows());
        }
        return new Latent(means, Arrays.stream(Columns.variances(mean)).boxed().toList());
    }

    /**
     * Whether images differ in a dimension.
     *
     * @param dimension which, from 0
     * @return whether the variance of its μ is above {@value #ACTIVE}
     */
    public boolean isActive(int dimension) {
        return variances.get(dimension) > ACTIVE;
    }

    /**
     * How many dimensions are active.
     *
     * @return their number
     */
    public int active() {
        return (int) variances.stream().filter(variance -> variance > ACTIVE).count();
    }

    /**
     * The divergence of all dimensions together.
     *
     * @return the sum of the losses, in nats an image
     */
    public double loss() {
        return losses.stream().mapToDouble(Double::doubleValue).sum();
    }
}
