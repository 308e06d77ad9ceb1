package dev.lanewise.examples.measures;

import dev.lanewise.Matrix;

/** Means and variances of a matrix's columns, each over all rows. */
public final class Columns {
    private Columns() {}

    /**
     * The mean of each column: Σ_r x(r, c) / rows.
     *
     * @param matrix rows × columns, at least one row
     * @return one mean a column
     */
    public static double[] means(Matrix matrix) {
        double[] means = new double[matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < means.length; column++) {
                means[column] += matrix.get(row, column);
            }
        }
        return divided(means, matrix.rows());
    }

    /**
     * The variance of each column: Σ_r (x(r, c) − mean(c))² / rows.
     *
     * @param matrix rows × columns, at least one row
     * @return one variance a column
     */
    public static double[] variances(Matrix matrix) {
        double[] means = means(matrix);
        double[] variances = new double[means.length];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < means.length; column++) {
                double difference = matrix.get(row, column) - means[column];
                variances[column] += difference * difference;
            }
        }
        return divided(variances, matrix.rows());
    }

    private static double[] divided(double[] sums, int rows) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= rows;
        }
        return sums;
    }
}
