package dev.lanewise.data;

import java.util.Objects;

/** A view of a data set's rows at chosen indices. */
final class SelectedRows extends DerivedRows {

    private final int[] indices;

    private SelectedRows(DataSet data, int[] indices) {
        super(data);
        this.indices = indices;
    }

    static SelectedRows of(DataSet data, int[] indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("rows: expected at least one index, found none");
        }
        for (int index : indices) {
            Objects.checkIndex(index, data.rows());
        }
        return new SelectedRows(data, indices);
    }

    @Override
    public int rows() {
        return indices.length;
    }

    @Override
    int origin(int row) {
        return indices[row];
    }

    @Override
    public String toString() {
        return "%d rows of %s".formatted(indices.length, data);
    }
}
