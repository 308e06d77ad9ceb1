package dev.lanewise.data;

import java.util.Arrays;
import java.util.Objects;

/** A data set's rows with their labels as conditions: 1 in the place of the label, 0 elsewhere. */
final class LabelConditions extends DerivedRows {

    private final int classes;

    private LabelConditions(DataSet data, int classes) {
        super(data);
        this.classes = classes;
    }

    static LabelConditions of(DataSet data, int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException("classes: expected 1 or more, found " + classes);
        }
        for (int row = 0; row < data.rows(); row++) {
            if (data.label(row) >= classes) {
                throw new IllegalArgumentException("labels: expected 0 to %d for %d classes, found %d in row %d"
                        .formatted(classes - 1, classes, data.label(row), row));
            }
        }
        return new LabelConditions(data, classes);
    }

    @Override
    public int conditionColumns() {
        return classes;
    }

    @Override
    public void readCondition(int row, float[] destination, int offset) {
        Objects.checkFromIndexSize(offset, classes, destination.length);
        int label = data.label(row);
        Arrays.fill(destination, offset, offset + classes, 0);
        destination[offset + label] = 1;
    }

    @Override
    public String toString() {
        return "%s conditioned on %d labels".formatted(data, classes);
    }
}
