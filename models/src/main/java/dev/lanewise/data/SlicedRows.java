package dev.lanewise.data;

import java.util.Objects;

/** A view of a data set's consecutive rows. */
final class SlicedRows extends DerivedRows {

    private final int from;
    private final int rows;

    private SlicedRows(DataSet data, int from, int rows) {
        super(data);
        this.from = from;
        this.rows = rows;
    }

    static SlicedRows of(DataSet data, int from, int to) {
        Objects.checkFromToIndex(from, to, data.rows());
        if (from == to) {
            throw new IllegalArgumentException("slice: expected at least one row, found none from %d to %d of %d rows"
                    .formatted(from, to, data.rows()));
        }
        return new SlicedRows(data, from, to - from);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    int origin(int row) {
        return from + Objects.checkIndex(row, rows);
    }

    @Override
    public DataSet slice(int first, int end) {
        Objects.checkFromToIndex(first, end, rows);
        return of(data, from + first, from + end);
    }

    @Override
    public String toString() {
        return "rows %d to %d of %s".formatted(from, from + rows, data);
    }
}
