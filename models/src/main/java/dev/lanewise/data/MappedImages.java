package dev.lanewise.data;

import dev.lanewise.kernels.Pixels;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * Images in a file that is mapped into memory, one unsigned byte a pixel, read as {@code x / 255f}: the operating system keeps as
 * much of it in memory as there is room for. The mapping ends when the data set is garbage.
 */
final class MappedImages implements DataSet {

    private final int rows;
    private final int columns;
    private final MemorySegment pixels;
    private final ThreadLocal<byte[]> line;

    private MappedImages(int rows, int columns, MemorySegment pixels) {
        this.rows = rows;
        this.columns = columns;
        this.pixels = pixels;
        this.line = ThreadLocal.withInitial(() -> new byte[columns]);
    }

    /** The images that begin at {@code start} in this file, which is long enough. */
    static MappedImages of(FileChannel file, long start, int rows, int columns) throws IOException {
        long length = (long) rows * columns;
        return new MappedImages(rows, columns, file.map(MapMode.READ_ONLY, start, length, Arena.ofAuto()));
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
        long from = (long) Indices.checked(this, row, destination, offset) * columns;
        byte[] bytes = line.get();
        MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, from, bytes, 0, columns);
        Pixels.intensities(columns, bytes, 0, destination, offset);
    }

    @Override
    public String toString() {
        return "DataSet[%d × %d mapped bytes]".formatted(rows, columns);
    }
}
