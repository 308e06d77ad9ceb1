package dev.lanewise.examples.measures;

import dev.lanewise.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The directions in which rows vary most: eigenvectors of their covariance, found by Jacobi's rotations in double. Each has
 * length 1, and the sign that makes its largest component positive.
 *
 * @param means the mean of each column
 * @param axes the directions, that of the largest variance first
 * @param variances the variance of the rows along each axis
 * @param totalVariance the sum of the variances of all columns
 */
public record PrincipalComponents(
        List<Double> means, List<List<Double>> axes, List<Double> variances, double totalVariance) {

    /** Copies the lists. */
    public PrincipalComponents {
        means = List.copyOf(means);
        axes = axes.stream().map(List::copyOf).toList();
        variances = List.copyOf(variances);
    }

    /**
     * Finds the first components.
     *
     * @param rows at least one
     * @param count how many components, at most as many as there are columns
     * @return the components
     * @throws IllegalArgumentException if there are fewer columns than that
     */
    public static PrincipalComponents of(Matrix rows, int count) {
        if (count > rows.columns()) {
            throw new IllegalArgumentException(
                    "count: expected at most the " + rows.columns() + " columns, found " + count);
        }
        double[] means = Columns.means(rows);
        Eigen eigen = Eigen.of(covariance(rows, means));
        int[] order = IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> eigen.values()[i])
                        .reversed())
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
        return new PrincipalComponents(
                boxed(means),
                IntStream.of(order)
                        .mapToObj(eigen::vector)
                        .map(PrincipalComponents::boxed)
                        .toList(),
                IntStream.of(order).mapToObj(i -> eigen.values()[i]).toList(),
                IntStream.range(0, means.length)
                        .mapToDouble(i -> eigen.values()[i])
                        .sum());
    }

    private static double[][] covariance(Matrix rows, double[] means) {
        double[][] covariance = new double[means.length][means.length];
        double[] centred = new double[means.length];
        for (int row = 0; row < rows.rows(); row++) {
            for (int i = 0; i < centred.length; i++) {
                centred[i] = rows.get(row, i) - means[i];
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += centred[i] * centred[j] / rows.rows();
                }
            }
        }
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /**
     * Where a row lies along each axis, seen from the mean.
     *
     * @param row as long as there are columns
     * @return one coordinate an axis
     */
    public double[] project(float[] row) {
        double[] coordinates = new double[axes.size()];
        for (int axis = 0; axis < coordinates.length; axis++) {
            for (int i = 0; i < row.length; i++) {
                coordinates[axis] += axes.get(axis).get(i) * (row[i] - means.get(i));
            }
        }
        return coordinates;
    }

    /**
     * How much of what there is to see an axis shows.
     *
     * @param axis which, from 0
     * @return its share of the total variance, from 0 to 1; 0 where nothing varies
     */
    public double share(int axis) {
        return totalVariance > 0 ? variances.get(axis) / totalVariance : 0;
    }
}
