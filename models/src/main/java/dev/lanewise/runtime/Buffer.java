package dev.lanewise.runtime;

/**
 * The values of one layer for the rows of a batch, or their gradients: rows × columns, row-major. Row r starts at {@code
 * offset + r·stride}.
 */
public final class Buffer {

    private final int columns;
    private final int stride;
    private final float[] own;
    private float[] data;
    private int offset;

    /**
     * Allocates a buffer of zeros.
     *
     * @param rows the most rows it holds
     * @param columns the width of a row
     */
    Buffer(int rows, int columns) {
        this.columns = columns;
        this.stride = columns;
        this.own = new float[Math.multiplyExact(rows, columns)];
        this.data = own;
    }

    /** Lets the buffer stand for rows that lie elsewhere, densely, from an offset. */
    void bind(float[] rows, int first) {
        data = rows;
        offset = first;
    }

    /** Lets the buffer stand for so many rows of its own, all the same. */
    void repeat(float[] row, int rows) {
        unbind();
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row, 0, own, i * stride, columns);
        }
    }

    /** Lets the buffer stand for its own rows again. */
    void unbind() {
        data = own;
        offset = 0;
    }

    /**
     * The width of a row.
     *
     * @return the number of columns
     */
    public int columns() {
        return columns;
    }

    /**
     * The distance between the starts of two rows.
     *
     * @return the leading dimension, at least {@link #columns()}
     */
    public int stride() {
        return stride;
    }

    /**
     * The array that holds the rows; writes are seen by the pass.
     *
     * @return the backing array
     */
    public float[] data() {
        return data;
    }

    /**
     * Where a row starts.
     *
     * @param row the row
     * @return the index of its first element in {@link #data()}
     */
    public int offset(int row) {
        return offset + row * stride;
    }
}
