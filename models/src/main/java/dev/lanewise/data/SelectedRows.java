package dev.lanewise.data;

import java.util.Objects;

/** A view of a data set's rows at chosen indices. */
final class SelectedRows implements DataSet {

    private final DataSet data;
    private final int[] indices;

    private SelectedRows(DataSet data, int[] indices) {
        this.data = data;
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
    public int columns() {
        return data.columns();
    }

    @Override
    public void prefetch(int row) {
        data.prefetch(indices[row]);
    }

    @Override
    public void read(int row, float[] destination, int offset) {
        data.read(indices[row], destination, offset);
    }

    @Override
    public boolean hasLabels() {
        return data.hasLabels();
    }

    @Override
    public int label(int row) {
        return data.label(indices[row]);
    }

    @Override
    public int conditionColumns() {
        return data.conditionColumns();
    }

    @Override
    public void readCondition(int row, float[] destination, int offset) {
        data.readCondition(indices[row], destination, offset);
    }

    @Override
    public String toString() {
        return "%d rows of %s".formatted(indices.length, data);
    }
}
