package dev.lanewise.proof.reference;

import dev.lanewise.Matrix;

/**
 * How far a tensor is from what it should be: max|difference| / max|expected|.
 *
 * @param name what was compared
 * @param relative that ratio; the largest difference itself where all that was expected is 0
 * @param row of the largest difference
 * @param column of the largest difference
 * @param expected there
 * @param actual there
 */
public record Difference(String name, double relative, int row, int column, double expected, double actual) {

    /**
     * Compares a tensor.
     *
     * @param name what is compared
     * @param expected rows × columns; of a matrix with more rows, the first ones are compared
     * @param actual what was computed
     * @return the difference
     * @throws IllegalArgumentException if the shapes differ
     */
    public static Difference between(String name, double[][] expected, Matrix actual) {
        if (expected.length != actual.rows() || expected.length > 0 && expected[0].length != actual.columns()) {
            throw new IllegalArgumentException(name + " must be " + expected.length + " × " + expected[0].length
                    + ", was " + actual.rows() + " × " + actual.columns());
        }
        Difference worst = new Difference(name, 0, 0, 0, 0, 0);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                double difference = Math.abs(expected[i][j] - actual.get(i, j));
                largest = Math.max(largest, Math.abs(expected[i][j]));
                if (!Double.isNaN(worst.relative()) && !(difference <= worst.relative())) {
                    worst = new Difference(name, difference, i, j, expected[i][j], actual.get(i, j));
                }
            }
        }
        return worst.over(largest);
    }

    /**
     * Compares a number.
     *
     * @param name what is compared
     * @param expected what it should be
     * @param actual what was computed
     * @return the difference
     */
    public static Difference between(String name, double expected, double actual) {
        return new Difference(name, Math.abs(expected - actual), 0, 0, expected, actual).over(Math.abs(expected));
    }

    private Difference over(double largest) {
        return largest == 0 ? this : new Difference(name, relative / largest, row, column, expected, actual);
    }

    /**
     * Whether the difference is small.
     *
     * @param tolerance the largest ratio that is
     * @return false also where something is not a number
     */
    public boolean isWithin(double tolerance) {
        return relative <= tolerance;
    }

    /** {@return as in {@code recognition.hidden.weight: 3.1e-02 at row 4, column 7: expected 0.25, was 0.24}} */
    @Override
    public String toString() {
        return "%s: %.1e at row %d, column %d: expected %s, was %s"
                .formatted(name, relative, row, column, expected, actual);
    }
}
