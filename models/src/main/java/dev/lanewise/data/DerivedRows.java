package dev.lanewise.data;

/** Rows that come from another data set, with all that belongs to them: what is derived says only where it differs. */
abstract class DerivedRows implements DataSet {

    final DataSet data;
    private String fingerprint = "";

    DerivedRows(DataSet data) {
        this.data = data;
    }

    /** The row of the other data set that a row comes from. */
    int origin(int row) {
        return row;
    }

    @Override
    public int rows() {
        return data.rows();
    }

    @Override
    public final int columns() {
        return data.columns();
    }

    @Override
    public final void prefetch(int row) {
        data.prefetch(origin(row));
    }

    @Override
    public final void read(int row, float[] destination, int offset) {
        data.read(origin(row), destination, offset);
    }

    @Override
    public boolean hasLabels() {
        return data.hasLabels();
    }

    @Override
    public int label(int row) {
        return data.label(origin(row));
    }

    @Override
    public int conditionColumns() {
        return data.conditionColumns();
    }

    @Override
    public void readCondition(int row, float[] destination, int offset) {
        data.readCondition(origin(row), destination, offset);
    }

    /** Computed once; whoever asks for it meanwhile waits. */
    @Override
    public synchronized String fingerprint() {
        if (fingerprint.isEmpty()) {
            fingerprint = DataSet.super.fingerprint();
        }
        return fingerprint;
    }
}
