package dev.lanewise.data;

import java.util.Arrays;
import java.util.Objects;

/** A data set's rows with a label for each. */
final class LabelledRows extends DerivedRows {

    private final int[] labels;

    private LabelledRows(DataSet data, int[] labels) {
        super(data);
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
    public boolean hasLabels() {
        return true;
    }

    @Override
    public int label(int row) {
        return labels[Objects.checkIndex(row, labels.length)];
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
    public String toString() {
        return data + " with labels";
    }
}
