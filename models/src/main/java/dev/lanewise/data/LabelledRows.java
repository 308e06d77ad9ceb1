package dev.lanewise.data;

import java.util.Arrays;
import java.util.Objects;

/** A data set's rows with a label for each. */
final class LabelledRows implements DataSet {

    private final DataSet data;
    private final int[] labels;

    private LabelledRows(DataSet data, int[] labels) {
        this.data = data;
        this.labels = labels;
    }

    static LabelledRows of(DataSet data, int[] labels) {
        if (labels.length != data.rows()) {
            throw new IllegalArgumentException(
                    "labels: expected %d, one for each row, found %d".formatted(data.rows(), labels.length));
        }
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0) {
                throw new IllegalArgumentException(
                        "labels: expected 0 or more, found %d in row %d".formatted(labels[row], row));
            }
        }
        return new LabelledRows(data, labels);
    }

    @Override
    public int rows() {
        return data.rows();
    }

    @Override
    public int columns() {
        return data.columns();
    }

    @Override
    public void prefetch(int row) {
        data.prefetch(row);
    }

    @Override
    public void read(int row, float[] destination, int offset) {
        data.read(row, destination, offset);
    }

    @Override
    public boolean hasLabels() {
        return true;
    }

    @Override
    public int label(int row) {
        return labels[Objects.checkIndex(row, labels.length)];
    }

    @Override
    public int conditionColumns() {
        return data.conditionColumns();
    }

    @Override
    public void readCondition(int row, float[] destination, int offset) {
        data.readCondition(row, destination, offset);
    }

    @Override
    public DataSet labelled(int... others) {
        return data.labelled(others);
    }

    @Override
    public DataSet slice(int from, int to) {
        return new LabelledRows(data.slice(from, to), Arrays.copyOfRange(labels, from, to));
    }

    @Override
    public String fingerprint() {
        return data.fingerprint();
    }

    @Override
    public String toString() {
        return data + " with labels";
    }
}
