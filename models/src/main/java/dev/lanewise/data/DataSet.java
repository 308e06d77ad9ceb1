package dev.lanewise.data;

import dev.lanewise.Matrix;
import dev.lanewise.digest.FloatBits;
import dev.lanewise.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * Rows of floats that a model is trained or measured on: rows × columns, at least 1 × 1, every value finite; with a
 * label for each row, or with none.
 *
 * <p>An open interface: a data set of one's own needs {@link #rows}, {@link #columns} and {@link #read}. The ones made
 * here keep their values in memory. Implementations are immutable and may be read from several threads at once; the
 * order of rows never changes (training draws its own permutation of them for each epoch).
 */
public interface DataSet {

    /**
     * How many rows there are.
     *
     * @return the number of rows, 1 or more
     */
    int rows();

    /**
     * How many values a row has.
     *
     * @return the number of columns, 1 or more
     */
    int columns();

    /**
     * Copies one row into an array.
     *
     * @param row which row, from 0
     * @param destination where to copy to
     * @param offset where in {@code destination} the first of the {@link #columns()} values goes
     * @throws IndexOutOfBoundsException if there is no such row, or no such room in {@code destination}
     */
    void read(int row, float[] destination, int offset);

    /**
     * Says that a row will be read soon, so that the wait for the memory where it lies can begin for several rows at once. Does
     * nothing unless a data set knows what to do about it.
     *
     * @param row which, from 0 to below {@link #rows}
     */
    default void prefetch(int row) {}

    /**
     * Whether the rows are labelled.
     *
     * @return whether {@link #label} answers
     */
    default boolean hasLabels() {
        return false;
    }

    /**
     * The label of a row: its class, counted from 0.
     *
     * @param row which row, from 0
     * @return its label
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IllegalStateException if the rows are not labelled
     */
    default int label(int row) {
        throw new IllegalStateException("this data set has no labels: ask hasLabels() first");
    }

    /**
     * How many values the condition of a row has.
     *
     * @return the number of columns; 0 for a data set without conditions
     */
    default int conditionColumns() {
        return 0;
    }

    /**
     * Copies the condition of a row into an array.
     *
     * @param row which row, from 0
     * @param destination where to copy to
     * @param offset where in {@code destination} the first of the {@link #conditionColumns()} values goes
     * @throws IndexOutOfBoundsException if there is no such row, or no such room in {@code destination}
     * @throws IllegalStateException if the rows have no conditions
     */
    default void readCondition(int row, float[] destination, int offset) {
        throw new IllegalStateException("this data set has no conditions: ask conditionColumns() first");
    }

    /**
     * The conditions of some consecutive rows as a matrix.
     *
     * @param from the first row, from 0
     * @param to the row after the last
     * @return a matrix of {@code to - from} rows that shares nothing with this data set
     * @throws IndexOutOfBoundsException unless 0 ≤ from ≤ to ≤ rows
     * @throws IllegalStateException if the rows have no conditions
     */
    default Matrix conditions(int from, int to) {
        Objects.checkFromToIndex(from, to, rows());
        if (conditionColumns() == 0) {
            throw new IllegalStateException("this data set has no conditions: ask conditionColumns() first");
        }
        Matrix matrix = Matrix.zeros(to - from, conditionColumns());
        for (int row = from; row < to; row++) {
            readCondition(row, matrix.values(), (row - from) * conditionColumns());
        }
        return matrix;
    }

    /**
     * A data set over a matrix, which is not copied and must not be written to any more.
     *
     * @param values the rows
     * @return the data set, without labels
     * @throws IllegalArgumentException if there is no row, or a value is NaN or infinite
     */
    static DataSet of(Matrix values) {
        return FloatRows.of(values);
    }

    /**
     * A data set with a copy of these rows.
     *
     * @param rows one array a row, all of the same length
     * @return the data set, without labels
     * @throws IllegalArgumentException if there is no row, rows differ in length, or a value is NaN or infinite
     */
    static DataSet of(float[]... rows) {
        return FloatRows.of(Matrix.ofRows(rows));
    }

    /**
     * A data set of images over a matrix, which is not copied and must not be written to any more: every value is a
     * pixel between 0 and 1, as binary cross-entropy and picture files need it.
     *
     * @param pixels one image a row
     * @return the data set, without labels
     * @throws IllegalArgumentException if there is no row, or a value is not in [0, 1]
     */
    static DataSet ofImages(Matrix pixels) {
        return FloatRows.within(0, 1, pixels);
    }

    /**
     * A data set of images with a copy of these bytes. A byte is unsigned, 0 to 255, and is read as {@code x / 255f}; it
     * takes a quarter of the memory of a float.
     *
     * @param columns how many pixels an image has
     * @param pixels the images one after the other
     * @return the data set, without labels
     * @throws IllegalArgumentException if there is no pixel, or their number is no multiple of {@code columns}
     */
    static DataSet ofImages(int columns, byte[] pixels) {
        return ByteImages.of(columns, pixels.clone());
    }

    /**
     * These rows with labels, in place of those they may have.
     *
     * @param labels one for each row, 0 or more; copied
     * @return a labelled view of this data set
     * @throws IllegalArgumentException if the number of labels is not that of the rows, or one is negative
     */
    default DataSet labelled(int... labels) {
        return LabelledRows.of(this, labels.clone());
    }

    /**
     * These rows with a condition for each, in place of those they may have: what a model with a second input is trained on. The
     * matrix is not copied and must not be written to any more.
     *
     * @param conditions one row for each row
     * @return a view of this data set
     * @throws IllegalArgumentException if the number of conditions is not that of the rows, or a value is NaN or infinite
     */
    default DataSet conditionedOn(Matrix conditions) {
        return ConditionedRows.of(this, conditions);
    }

    /**
     * These rows with their labels as conditions: for each a row of as many values as there are classes, 1 in the place of its
     * label and 0 elsewhere.
     *
     * @param classes how many classes there are
     * @return a view of this data set
     * @throws IllegalArgumentException if a label is not below the number of classes
     * @throws IllegalStateException if the rows are not labelled
     */
    default DataSet conditionedOnLabels(int classes) {
        return LabelConditions.of(this, classes);
    }

    /**
     * Some consecutive rows, with their labels.
     *
     * @param from the first row, from 0
     * @param to the row after the last
     * @return a view of these rows
     * @throws IndexOutOfBoundsException unless 0 ≤ from ≤ to ≤ rows
     * @throws IllegalArgumentException if {@code from == to}
     */
    default DataSet slice(int from, int to) {
        return SlicedRows.of(this, from, to);
    }

    /**
     * The rows at these indices, in this order, with their labels: one class of the data, or a sample of it.
     *
     * @param rows indices of rows, from 0, each as often as wanted; copied
     * @return a view of these rows
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IllegalArgumentException if there is no index
     */
    default DataSet select(int... rows) {
        return SelectedRows.of(this, rows.clone());
    }

    /**
     * All rows as a matrix.
     *
     * @return a matrix that shares nothing with this data set
     * @throws IllegalArgumentException if they are too many for one array
     */
    default Matrix matrix() {
        return matrix(0, rows());
    }

    /**
     * Some consecutive rows as a matrix.
     *
     * @param from the first row, from 0
     * @param to the row after the last
     * @return a matrix of {@code to - from} rows that shares nothing with this data set
     * @throws IndexOutOfBoundsException unless 0 ≤ from ≤ to ≤ rows
     * @throws IllegalArgumentException if they are too many for one array
     */
    default Matrix matrix(int from, int to) {
        Objects.checkFromToIndex(from, to, rows());
        Matrix matrix = Matrix.zeros(to - from, columns());
        for (int row = from; row < to; row++) {
            read(row, matrix.values(), (row - from) * columns());
        }
        return matrix;
    }

    /**
     * What identifies the values: the SHA-256 of the number of rows, the number of columns (each a 32-bit integer) and
     * every value in row order (its 32 bits by {@link Float#floatToIntBits}), all little-endian. Equal values have equal
     * fingerprints however they are kept, on every machine; labels do not count. Conditions do, where there are any: their
     * width follows the number of columns, and each row's condition its values.
     *
     * <p>Reads all rows, which takes a tenth of a second or two for the 60,000 images of Fashion-MNIST; at each call, but for the
     * views that the methods here make of a data set, which remember it.
     *
     * @return 64 lower-case hexadecimal digits
     */
    default String fingerprint() {
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(rows())
                .putInt(columns())
                .flip());
        int conditions = conditionColumns();
        if (conditions > 0) {
            digest.update(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(conditions)
                    .flip());
        }
        float[] values = new float[Math.addExact(columns(), conditions)];
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(4, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows(); row++) {
            read(row, values, 0);
            if (conditions > 0) {
                readCondition(row, values, columns());
            }
            FloatBits.put(values, 0, values.length, bytes.clear());
            digest.update(bytes.array());
        }
        return Sha256.text(digest);
    }
}
