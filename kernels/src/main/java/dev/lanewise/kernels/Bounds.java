package dev.lanewise.kernels;

/** Argument checks of the facade: each exception names the argument, what was expected and what was found. */
final class Bounds {

    private Bounds() {}

    static void checkRun(String name, float[] array, int offset, int n) {
        checkCount("n", n);
        if (offset < 0 || offset > array.length - n) {
            throw new IndexOutOfBoundsException(
                    "%s: %d values from offset %d on exceed its length %d".formatted(name, n, offset, array.length));
        }
    }

    static void checkMatrix(String name, float[] array, int offset, int rows, int columns, int leadingDimension) {
        checkCount("rows", rows);
        checkRows(name, array.length, offset, 0, rows, columns, leadingDimension);
    }

    /** The rows [fromRow, toRow) of a matrix whose row 0 starts at the offset. */
    static void checkRows(
            String name, int length, int offset, int fromRow, int toRow, int columns, int leadingDimension) {
        checkCount("columns", columns);
        if (fromRow < 0 || toRow < fromRow) {
            throw new IllegalArgumentException(
                    "rows: expected 0 <= fromRow <= toRow, found [%d, %d)".formatted(fromRow, toRow));
        }
        if (leadingDimension < columns) {
            throw new IllegalArgumentException("%s: expected a leading dimension of at least %d columns, found %d"
                    .formatted(name, columns, leadingDimension));
        }
        if (fromRow == toRow || columns == 0) {
            return;
        }
        long first = offset + (long) fromRow * leadingDimension;
        long end = offset + (long) (toRow - 1) * leadingDimension + columns;
        if (first < 0 || end > length) {
            throw new IndexOutOfBoundsException(
                    "%s: rows [%d, %d) of %d columns, leading dimension %d, offset %d exceed its length %d"
                            .formatted(name, fromRow, toRow, columns, leadingDimension, offset, length));
        }
    }

    static void checkCount(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("%s: expected at least 0, found %d".formatted(name, count));
        }
    }
}
