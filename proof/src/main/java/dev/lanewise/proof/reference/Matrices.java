package dev.lanewise.proof.reference;

import dev.lanewise.Matrix;

/** What little algebra the interpreter needs, over {@code double[rows][columns]}. */
public final class Matrices {

    private Matrices() {}

    /** An element of a matrix by its place. */
    public interface Element {
        /**
         * Computes it.
         *
         * @param row the row
         * @param column the column
         * @return the element
         */
        double at(int row, int column);
    }

    /**
     * A matrix in double precision.
     *
     * @param matrix rows × columns
     * @return a copy
     */
    public static double[][] doubles(Matrix matrix) {
        return each(matrix.rows(), matrix.columns(), matrix::get);
    }

    /**
     * A matrix, element by element.
     *
     * @param rows how many
     * @param columns how many
     * @param element what stands where, asked row by row
     * @return rows × columns
     */
    public static double[][] each(int rows, int columns, Element element) {
        double[][] result = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[i][j] = element.at(i, j);
            }
        }
        return result;
    }

    static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    static double[][] transposed(double[][] a) {
        return each(a[0].length, a.length, (i, j) -> a[j][i]);
    }

    static double[][] sum(double[][] a, double[][] b) {
        return each(a.length, a[0].length, (i, j) -> a[i][j] + b[i][j]);
    }

    static double sum(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double element : row) {
                sum += element;
            }
        }
        return sum;
    }

    /** One row. */
    static double[][] columnSums(double[][] matrix) {
        double[][] sums = new double[1][matrix[0].length];
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                sums[0][j] += row[j];
            }
        }
        return sums;
    }
}
