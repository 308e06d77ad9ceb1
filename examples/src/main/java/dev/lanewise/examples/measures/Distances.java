package dev.lanewise.examples.measures;

import dev.lanewise.Matrix;
import java.util.Arrays;

/** How far apart images are. */
public final class Distances {
    private Distances() {}

    /**
     * The mean squared error between two matrices: Σ (a − b)² over all elements, divided by their number.
     *
     * @param a rows × columns
     * @param b of the same shape
     * @return the mean squared error
     * @throws IllegalArgumentException if the shapes differ
     */
    public static double meanSquaredError(Matrix a, Matrix b) {
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new IllegalArgumentException("b: expected the shape " + a + " of a, found " + b);
        }
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            double difference = (double) a.values()[i] - b.values()[i];
            sum += difference * difference;
        }
        return sum / a.values().length;
    }

    /**
     * How close rows are to each other: the Euclidean distance from each row to the nearest other row, averaged over the
     * rows. Samples that are all alike come out near 0.
     *
     * @param rows at least two
     * @return the mean distance to the nearest neighbour
     * @throws IllegalArgumentException if there are fewer than two rows
     */
    public static double meanNearest(Matrix rows) {
        if (rows.rows() < 2) {
            throw new IllegalArgumentException("rows: expected at least two, found " + rows.rows());
        }
        double[] nearest = new double[rows.rows()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int a = 0; a < nearest.length; a++) {
            for (int b = a + 1; b < nearest.length; b++) {
                double squared = squared(rows, a, b);
                nearest[a] = Math.min(nearest[a], squared);
                nearest[b] = Math.min(nearest[b], squared);
            }
        }
        double sum = 0;
        for (double squared : nearest) {
            sum += Math.sqrt(squared);
        }
        return sum / nearest.length;
    }

    private static double squared(Matrix rows, int a, int b) {
        int columns = rows.columns();
        float[] values = rows.values();
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            double difference = values[a * columns + i] - values[b * columns + i];
            sum += difference * difference;
        }
        return sum;
    }
}
