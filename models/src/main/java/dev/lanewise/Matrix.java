package dev.lanewise;

import java.util.Arrays;
import java.util.Objects;

/**
 * A matrix of rows × columns floats, row-major: what models take and give. Row r, column c is at
 * {@code values()[r * columns() + c]}.
 *
 * <p>The shape never changes. The values are as shared as the array behind them: a matrix that nobody writes to, through
 * {@link #values()} or through the array given to {@link #wrap}, may be read from any number of threads; the class
 * itself never writes.
 */
public final class Matrix {

    private final int rows;
    private final int columns;
    private final float[] values;

    private Matrix(int rows, int columns, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * A matrix with a copy of these values.
     *
     * @param rows how many rows, 0 or more
     * @param columns how many columns, 1 or more
     * @param values rows × columns values, row by row
     * @return the matrix
     * @throws IllegalArgumentException if the shape is not one, or the number of values is not rows × columns
     */
    public static Matrix of(int rows, int columns, float... values) {
        return wrap(rows, columns, values.clone());
    }

    /**
     * A matrix with a copy of these rows.
     *
     * @param rows one array a row, all of the same length; at least one
     * @return the matrix
     * @throws IllegalArgumentException if there is no row, the rows are empty, or they differ in length
     */
    public static Matrix ofRows(float[]... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("rows: expected at least one, found none");
        }
        int columns = rows[0].length;
        float[] values = new float[size(rows.length, columns)];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException("rows: expected %d values in each, as in row 0, found %d in row %d"
                        .formatted(columns, rows[r].length, r));
            }
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /**
     * A matrix over this very array, without a copy: what is written to the array later shows in the matrix.
     *
     * @param rows how many rows, 0 or more
     * @param columns how many columns, 1 or more
     * @param values rows × columns values, row by row
     * @return the matrix
     * @throws IllegalArgumentException if the shape is not one, or the number of values is not rows × columns
     */
    public static Matrix wrap(int rows, int columns, float[] values) {
        int size = size(rows, columns);
        if (values.length != size) {
            throw new IllegalArgumentException(
                    "values: expected %d × %d = %d of them, found %d".formatted(rows, columns, size, values.length));
        }
        return new Matrix(rows, columns, values);
    }

    /**
     * A matrix of zeros.
     *
     * @param rows how many rows, 0 or more
     * @param columns how many columns, 1 or more
     * @return the matrix
     * @throws IllegalArgumentException if the shape is not one, or larger than an array can be
     */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new float[size(rows, columns)]);
    }

    /**
     * Classes as rows that are 1 in one place and 0 elsewhere: what models are conditioned on.
     *
     * @param classes how many classes there are, 1 or more
     * @param labels one class a row, from 0
     * @return a matrix of as many rows as labels, and one column for each class
     * @throws IllegalArgumentException if a label is no class
     */
    public static Matrix oneHot(int classes, int... labels) {
        Matrix matrix = zeros(labels.length, classes);
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classes) {
                throw new IllegalArgumentException(
                        "labels: expected 0 to %d, found %d in row %d".formatted(classes - 1, labels[row], row));
            }
            matrix.values[row * classes + labels[row]] = 1;
        }
        return matrix;
    }

    private static int size(int rows, int columns) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows: expected 0 or more, found " + rows);
        }
        if (columns < 1) {
            throw new IllegalArgumentException("columns: expected 1 or more, found " + columns);
        }
        long size = (long) rows * columns;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("rows × columns: expected at most %d values, found %d × %d = %d"
                    .formatted(Integer.MAX_VALUE - 8, rows, columns, size));
        }
        return (int) size;
    }

    /**
     * How many rows there are.
     *
     * @return the number of rows, 0 or more
     */
    public int rows() {
        return rows;
    }

    /**
     * How many columns there are.
     *
     * @return the number of columns, 1 or more
     */
    public int columns() {
        return columns;
    }

    /**
     * One value.
     *
     * @param row its row, from 0
     * @param column its column, from 0
     * @return the value
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public float get(int row, int column) {
        return values[Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
    }

    /**
     * A copy of one row.
     *
     * @param row which, from 0
     * @return its values, as many as there are columns
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public float[] row(int row) {
        int from = Objects.checkIndex(row, rows) * columns;
        return Arrays.copyOfRange(values, from, from + columns);
    }

    /**
     * A copy of some consecutive rows.
     *
     * @param from the first row, from 0
     * @param to the row after the last
     * @return a matrix of {@code to - from} rows that shares nothing with this one
     * @throws IndexOutOfBoundsException unless 0 ≤ from ≤ to ≤ rows
     */
    public Matrix slice(int from, int to) {
        Objects.checkFromToIndex(from, to, rows);
        return new Matrix(to - from, columns, Arrays.copyOfRange(values, from * columns, to * columns));
    }

    /**
     * The array behind this matrix, not a copy: what is written to it shows in the matrix.
     *
     * @return rows × columns values, row by row
     */
    public float[] values() {
        return values;
    }

    /** Whether the other is a matrix of the same shape and the same bits: all NaNs are one, −0 is not +0. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix
                && rows == matrix.rows
                && columns == matrix.columns
                && Arrays.equals(values, matrix.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    /** The shape, as in {@code Matrix[3 × 784]}. */
    @Override
    public String toString() {
        return "Matrix[" + rows + " × " + columns + "]";
    }
}
