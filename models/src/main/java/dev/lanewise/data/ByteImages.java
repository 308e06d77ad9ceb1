package dev.lanewise.data;

import dev.lanewise.kernels.Pixels;

/** Images kept as they come in files, one unsigned byte a pixel, read as {@code x / 255f}. */
final class ByteImages implements DataSet {

    private static final int CACHE_LINE = 64;

    private final int rows;
    private final int columns;
    private final byte[] pixels;
    private final int start;

    private ByteImages(int rows, int columns, byte[] pixels, int start) {
        this.rows = rows;
        this.columns = columns;
        this.pixels = pixels;
        this.start = start;
    }

    static ByteImages of(int columns, byte[] pixels) {
        if (columns < 1) {
            throw new IllegalArgumentException("columns: expected 1 or more, found " + columns);
        }
        if (pixels.length == 0 || pixels.length % columns != 0) {
            throw new IllegalArgumentException("pixels: expected one or more images of %d bytes, found %d bytes"
                    .formatted(columns, pixels.length));
        }
        return new ByteImages(pixels.length / columns, columns, pixels, 0);
    }

    /** The images that begin at {@code start} in these bytes, which are neither copied nor checked. */
    static ByteImages within(byte[] bytes, int start, int rows, int columns) {
        return new ByteImages(rows, columns, bytes, start);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void read(int row, float[] destination, int offset) {
        int from = start + Indices.checked(this, row, destination, offset) * columns;
        Pixels.intensities(columns, pixels, from, destination, offset);
    }

    @Override
    public void prefetch(int row) {
        int from = start + row * columns;
        int sum = 0;
        for (int at = from; at < from + columns; at += CACHE_LINE) {
            sum += pixels[at];
        }
        // Never so, which the compiler does not know: it has to load what is added up.
        if (sum == Integer.MIN_VALUE) {
            throw new AssertionError(sum);
        }
    }

    @Override
    public String toString() {
        return "DataSet[%d × %d bytes]".formatted(rows, columns);
    }
}
