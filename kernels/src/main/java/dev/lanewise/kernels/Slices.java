package dev.lanewise.kernels;

/** The argument checks of the facade: does a slice or a block of rows lie inside its array. */
final class Slices {

    private Slices() {}

    /** Checks that {@code count} elements from {@code offset} on lie inside an array of {@code length} elements. */
    static void check(String name, int length, int offset, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + ": count must not be negative, was " + count);
        }
        if (offset < 0 || (long) offset + count > length) {
            throw new IndexOutOfBoundsException(
                    name + ": " + count + " elements from offset " + offset + " on do not fit an array of " + length);
        }
    }

    /** Checks that {@code rows × columns} elements, a row every {@code ld} elements, lie inside an array. */
    static void check(String name, int length, int rows, int columns, int offset, int ld) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    name + ": rows and columns must not be negative, were " + rows + " × " + columns);
        }
        if (ld < columns) {
            throw new IllegalArgumentException(
                    name + ": the leading dimension must be at least the " + columns + " columns, was " + ld);
        }
        long end = rows == 0 || columns == 0 ? offset : offset + (rows - 1L) * ld + columns;
        if (offset < 0 || end > length) {
            throw new IndexOutOfBoundsException(name + ": " + rows + " × " + columns + " from offset " + offset
                    + " on, leading dimension " + ld + ", do not fit an array of " + length);
        }
    }

    /** Checks that the rows [fromRow, toRow) of a matrix, whose row 0 starts at {@code offset}, lie inside an array. */
    static void checkRows(String name, int length, int offset, int fromRow, int toRow, int columns, int ld) {
        if (fromRow < 0 || toRow < fromRow) {
            throw new IllegalArgumentException(
                    "rows: expected 0 <= fromRow <= toRow, were [" + fromRow + ", " + toRow + ")");
        }
        long first = offset + (long) fromRow * ld;
        if (first < 0 || first > Integer.MAX_VALUE) {
            throw new IndexOutOfBoundsException(
                    name + ": row " + fromRow + " would start at " + first + " of an array of " + length);
        }
        check(name, length, toRow - fromRow, columns, (int) first, ld);
    }
}
