package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;

/** Compares tensors by max|difference| / max|reference|, and prints it. */
final class Comparison {

    private Comparison() {}

    static void assertClose(String what, double[][] expected, Matrix actual, double tolerance) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                difference = Math.max(difference, Math.abs(expected[i][j] - actual.get(i, j)));
                largest = Math.max(largest, Math.abs(expected[i][j]));
            }
        }
        double relative = largest == 0 ? difference : difference / largest;
        System.out.printf("  %-36s %9.2e%n", what, relative);
        assertTrue(relative <= tolerance, () -> what + " differs by " + relative);
    }

    static void assertClose(String what, double expected, double actual, double tolerance) {
        assertClose(what, new double[][] {{expected}}, Matrix.of(1, 1, (float) actual), tolerance);
    }

    static double[][] doubles(Matrix matrix) {
        double[][] doubles = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < doubles.length; i++) {
            for (int j = 0; j < doubles[i].length; j++) {
                doubles[i][j] = matrix.get(i, j);
            }
        }
        return doubles;
    }
}
