package dev.lanewise.data;

import dev.lanewise.Matrix;

/** Rows kept as floats, checked once. */
final class FloatRows implements DataSet {

    private final Matrix values;

    private FloatRows(Matrix values) {
        this.values = values;
    }

    static FloatRows of(Matrix values) {
        return checked(values, -Float.MAX_VALUE, Float.MAX_VALUE, "a finite number");
    }

    static FloatRows within(float low, float high, Matrix values) {
        return checked(values, low, high, "a number in [%s, %s]".formatted(text(low), text(high)));
    }

    private static FloatRows checked(Matrix matrix, float low, float high, String expected) {
        if (matrix.rows() == 0) {
            throw new IllegalArgumentException("values: expected at least one row, found none");
        }
        float[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= low && values[i] <= high)) {
                throw new IllegalArgumentException("values: expected %s everywhere, found %s in row %d, column %d"
                        .formatted(expected, values[i], i / matrix.columns(), i % matrix.columns()));
            }
        }
        return new FloatRows(matrix);
    }

    private static String text(float bound) {
        return bound == (int) bound ? Integer.toString((int) bound) : Float.toString(bound);
    }

    @Override
    public int rows() {
        return values.rows();
    }

    @Override
    public int columns() {
        return values.columns();
    }

    @Override
    public void read(int row, float[] destination, int offset) {
        int columns = columns();
        System.arraycopy(
                values.values(),
                Indices.checked(this, row, destination, offset) * columns,
                destination,
                offset,
                columns);
    }

    @Override
    public String toString() {
        return "DataSet[%d × %d floats]".formatted(rows(), columns());
    }
}
