package dev.lanewise.data;

import dev.lanewise.Matrix;
import java.util.Objects;

/** A data set's rows with a condition for each. */
final class ConditionedRows extends DerivedRows {

    private final Matrix conditions;

    private ConditionedRows(DataSet data, Matrix conditions) {
        super(data);
        this.conditions = conditions;
    }

    static ConditionedRows of(DataSet data, Matrix conditions) {
        if (conditions.rows() != data.rows()) {
            throw new IllegalArgumentException(
                    "conditions: expected %d, one for each row, found %d".formatted(data.rows(), conditions.rows()));
        }
        float[] values = conditions.values();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "conditions: expected a finite number everywhere, found %s in row %d, column %d"
                                .formatted(values[i], i / conditions.columns(), i % conditions.columns()));
            }
        }
        return new ConditionedRows(data, conditions);
    }

    @Override
    public int conditionColumns() {
        return conditions.columns();
    }

    @Override
    public void readCondition(int row, float[] destination, int offset) {
        int columns = conditions.columns();
        int from = Objects.checkIndex(row, conditions.rows()) * columns;
        System.arraycopy(conditions.values(), from, destination, offset, columns);
    }

    @Override
    public DataSet conditionedOn(Matrix others) {
        return data.conditionedOn(others);
    }

    @Override
    public String toString() {
        return "%s with conditions of %d".formatted(data, conditions.columns());
    }
}
