package dev.lanewise.data;

import java.util.Objects;

/** A view of a data set's consecutive rows. */
final class SlicedRows implements DataSet {

    private final DataSet data;
    private final int from;
    private final int rows;

    private SlicedRows(DataSet data, int from, int rows) {
        this.data = data;
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
    public int columns() {
        return data.columns();
    }

    @Override
    public void prefetch(int row) {
        data.prefetch(from + row);
    }

    @Override
    public void read(int row, float[] destination, int offset) {
        data.read(from + Objects.checkIndex(row, rows), destination, offset);
    }

    @Override
    public boolean hasLabels() {
        return data.hasLabels();
    }

    @Override
    public int label(int row) {
        return data.label(from + Objects.checkIndex(row, rows));
    }

    @Override
    public int conditionColumns() {
        return data.conditionColumns();
    }

    @Override
    public void readCondition(int row, float[] destination, int offset) {
        data.readCondition(from + Objects.checkIndex(row, rows), destination, offset);
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
