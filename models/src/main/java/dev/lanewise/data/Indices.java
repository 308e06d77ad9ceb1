package dev.lanewise.data;

import java.util.Objects;

/** What every {@link DataSet#read} checks. */
final class Indices {

    private Indices() {}

    /** The row, if it is one of the data set's and fits into the destination at the offset. */
    static int checked(DataSet data, int row, float[] destination, int offset) {
        Objects.checkFromIndexSize(offset, data.columns(), destination.length);
        return Objects.checkIndex(row, data.rows());
    }
}
