package dev.lanewise.data;

import dev.lanewise.file.AtomicFile;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Reads and writes IDX files, the format of MNIST and its likes: a big-endian header (a magic number that tells the type
 * and the number of dimensions, then each dimension as a 32-bit integer), then the values. Two kinds are known: images
 * (magic 0x00000803: count, height, width; one unsigned byte a pixel) and labels (magic 0x00000801: count; one unsigned
 * byte each).
 *
 * <p>Files may be compressed with gzip, which is told from their first bytes and not from their name. Reading is strict:
 * a file that is cut off, goes on after its end, or is of another kind is a {@link DataFileException}, and no more memory
 * is set aside than the file can fill.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">Y. LeCun, C. Cortes, C. Burges: The MNIST database</a>
 */
public final class Idx {

    private enum Kind {
        LABELS(0x00000801, "labels", 1),
        IMAGES(0x00000803, "images", 3);

        final int magic;
        final String things;
        final int dimensions;

        Kind(int magic, String things, int dimensions) {
            this.magic = magic;
            this.things = things;
            this.dimensions = dimensions;
        }

        int headerLength() {
            return 4 + 4 * dimensions;
        }
    }

    /** A checked header: how many things, each of how many bytes. */
    private record Header(Kind kind, int count, int size) {

        long length() {
            return kind.headerLength() + (long) count * size;
        }

        @Override
        public String toString() {
            return "%d bytes for %d %s%s"
                    .formatted(
                            length(), count, kind.things, kind == Kind.IMAGES ? " of %d pixels".formatted(size) : "");
        }
    }

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** A file's content, expanded, and what its header says. */
    private record Content(Header header, byte[] bytes) {}

    private Idx() {}

    /**
     * Reads a file of images. One that is not compressed is mapped into memory and may be larger than the heap; it must not be
     * cut off while the data set is in use.
     *
     * @param file an IDX file of images, gzip or not
     * @return one image a row, height × width columns, pixels as {@code x / 255f}; without labels
     * @throws DataFileException if the file is damaged or of another kind
     * @throws IOException if it is not there or cannot be read
     */
    public static DataSet images(Path file) throws IOException {
        try (FileChannel channel = open(file);
                Arena arena = Arena.ofConfined()) {
            byte[] start = new byte[Kind.IMAGES.headerLength()];
            int end = Math.max(0, channel.read(ByteBuffer.wrap(start)));
            if (Gunzip.isGzip(ByteBuffer.wrap(start))) {
                return images(file.toString(), mapped(file, channel, arena));
            }
            Header header = header(file.toString(), Kind.IMAGES, ByteBuffer.wrap(start), end, Long.MAX_VALUE);
            requireLength(file.toString(), header, channel.size());
            return MappedImages.of(channel, Kind.IMAGES.headerLength(), header.count, header.size);
        }
    }

    /** The images in a file with this name and this content. */
    static DataSet images(String file, ByteBuffer bytes) throws DataFileException {
        Content content = read(file, bytes, Kind.IMAGES);
        Header header = content.header;
        return ByteImages.within(content.bytes, Kind.IMAGES.headerLength(), header.count, header.size);
    }

    /**
     * Reads a file of labels.
     *
     * @param file an IDX file of labels, gzip or not
     * @return the labels, 0 to 255
     * @throws DataFileException if the file is damaged or of another kind
     * @throws IOException if it is not there or cannot be read
     */
    public static int[] labels(Path file) throws IOException {
        byte[] bytes;
        try (FileChannel channel = open(file);
                Arena arena = Arena.ofConfined()) {
            bytes = read(file.toString(), mapped(file, channel, arena), Kind.LABELS).bytes;
        }
        int[] labels = new int[bytes.length - Kind.LABELS.headerLength()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes[Kind.LABELS.headerLength() + i] & 0xff;
        }
        return labels;
    }

    /**
     * Reads a file of images and the file with their labels.
     *
     * @param images an IDX file of images, gzip or not
     * @param labels an IDX file of as many labels, gzip or not
     * @return the images with their labels
     * @throws DataFileException if a file is damaged or of another kind, or there are more of the one than of the other
     * @throws IOException if a file is not there or cannot be read
     */
    public static DataSet labelledImages(Path images, Path labels) throws IOException {
        DataSet data = images(images);
        int[] classes = labels(labels);
        if (classes.length != data.rows()) {
            throw new DataFileException(
                    labels.toString(),
                    "%d labels, one for each image in %s".formatted(data.rows(), images),
                    "%d".formatted(classes.length));
        }
        return data.labelled(classes);
    }

    /**
     * Writes images to a file, in place of one that may be there; compressed with gzip if its name ends in {@code .gz}.
     * A value x in [0, 1] becomes the byte nearest to 255·x, which is exact for what was read from bytes.
     *
     * @param file where to; its folder must exist
     * @param height how many pixels high the images are
     * @param width how many pixels wide
     * @param images one image a row
     * @throws IllegalArgumentException if the rows do not have height × width values, all in [0, 1]
     * @throws IOException if the file cannot be written; what was there before is then untouched
     */
    public static void writeImages(Path file, int height, int width, DataSet images) throws IOException {
        if (height < 1 || width < 1 || (long) height * width != images.columns()) {
            throw new IllegalArgumentException(
                    "images: expected %d × %d values in a row, found %d".formatted(height, width, images.columns()));
        }
        write(file, Kind.IMAGES, out -> {
            out.writeInt(images.rows());
            out.writeInt(height);
            out.writeInt(width);
            float[] values = new float[images.columns()];
            byte[] pixels = new byte[images.columns()];
            for (int row = 0; row < images.rows(); row++) {
                images.read(row, values, 0);
                for (int column = 0; column < values.length; column++) {
                    pixels[column] = pixel(values[column], row, column);
                }
                out.write(pixels);
            }
        });
    }

    /**
     * Writes the labels of a data set to a file, in place of one that may be there; compressed with gzip if its name ends
     * in {@code .gz}.
     *
     * @param file where to; its folder must exist
     * @param data a data set with labels from 0 to 255
     * @throws IllegalArgumentException if there are no labels, or one is above 255
     * @throws IOException if the file cannot be written; what was there before is then untouched
     */
    public static void writeLabels(Path file, DataSet data) throws IOException {
        if (!data.hasLabels()) {
            throw new IllegalArgumentException("data: expected a data set with labels, found one without");
        }
        write(file, Kind.LABELS, out -> {
            out.writeInt(data.rows());
            for (int row = 0; row < data.rows(); row++) {
                int label = data.label(row);
                if (label < 0 || label > 255) {
                    throw new IllegalArgumentException(
                            "labels: expected 0 to 255, found %d in row %d".formatted(label, row));
                }
                out.writeByte(label);
            }
        });
    }

    private static FileChannel open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new DataFileException(file.toString(), "an IDX file", "a folder or a device");
        }
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** A file that is expanded or copied at once: mapped, it takes no room beside what becomes of it. */
    private static ByteBuffer mapped(Path file, FileChannel channel, Arena arena) throws IOException {
        if (channel.size() > LARGEST_ARRAY) {
            throw new DataFileException(
                    file.toString(), "a compressed file below 2 GiB", "%d bytes".formatted(channel.size()));
        }
        return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer();
    }

    private static Content read(String file, ByteBuffer bytes, Kind kind) throws DataFileException {
        if (Gunzip.isGzip(bytes)) {
            try (Gunzip gzip = new Gunzip(file, bytes)) {
                return expand(file, kind, gzip);
            }
        }
        Header header = header(file, kind, bytes, bytes.limit(), LARGEST_ARRAY);
        requireLength(file, header, bytes.limit());
        byte[] content = new byte[bytes.limit()];
        bytes.get(0, content);
        return new Content(header, content);
    }

    private static void requireLength(String file, Header header, long length) throws DataFileException {
        if (length < header.length()) {
            throw cutOff(file, header, length);
        }
        if (length > header.length()) {
            throw new DataFileException(file, header.toString(), "%d more".formatted(length - header.length()));
        }
    }

    /** Expands as the data comes, so that a small file with a large header does not set aside much memory. */
    private static Content expand(String file, Kind kind, Gunzip gzip) throws DataFileException {
        byte[] bytes = new byte[1 << 16];
        int end = gzip.read(bytes, 0, kind.headerLength());
        Header header = header(file, kind, ByteBuffer.wrap(bytes), end, LARGEST_ARRAY);
        if (!gzip.canHold(header.length())) {
            throw new DataFileException(file, header.toString(), "a gzip file that is too small for them");
        }
        int length = (int) header.length();
        bytes = Arrays.copyOf(bytes, gzip.usuallyHolds(length) ? length : Math.min(bytes.length, length));
        while ((end = gzip.read(bytes, end, bytes.length)) == bytes.length && end < length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, length));
        }
        if (end < length) {
            throw cutOff(file, header, end);
        }
        if (gzip.read(new byte[1], 0, 1) != 0) {
            throw new DataFileException(file, header.toString(), "more");
        }
        gzip.requireEnd();
        return new Content(header, bytes);
    }

    private static Header header(String file, Kind kind, ByteBuffer bytes, int end, long most)
            throws DataFileException {
        String expected = "an IDX file of %s (magic 0x%08x)".formatted(kind.things, kind.magic);
        if (end < kind.headerLength()) {
            throw new DataFileException(file, expected, "%d bytes".formatted(end));
        }
        ByteBuffer header = bytes.duplicate();
        int magic = header.getInt();
        if (magic != kind.magic) {
            throw new DataFileException(file, expected, kindOf(magic));
        }
        int count = dimension(file, kind.things, header.getInt());
        long size = 1;
        if (kind == Kind.IMAGES) {
            int height = dimension(file, "rows of pixels", header.getInt());
            int width = dimension(file, "columns of pixels", header.getInt());
            size = (long) height * width;
        }
        // Each factor is below 2³¹ once the first product is, so that neither product overflows.
        if (size > Integer.MAX_VALUE || kind.headerLength() + size * count > most) {
            throw new DataFileException(
                    file, "at most 2 GiB", "a header for %d %s of %d bytes".formatted(count, kind.things, size));
        }
        return new Header(kind, count, (int) size);
    }

    private static int dimension(String file, String name, int value) throws DataFileException {
        if (value < 1) {
            throw new DataFileException(
                    file, "one or more " + name, "a header for %d".formatted(Integer.toUnsignedLong(value)));
        }
        return value;
    }

    private static String kindOf(int magic) {
        for (Kind kind : Kind.values()) {
            if (kind.magic == magic) {
                return "an IDX file of %s (0x%08x)".formatted(kind.things, magic);
            }
        }
        return "0x%08x, which is neither IDX nor gzip".formatted(magic);
    }

    private static DataFileException cutOff(String file, Header header, long found) {
        return new DataFileException(file, header.toString(), "%d bytes".formatted(found));
    }

    private static byte pixel(float value, int row, int column) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "images: expected pixels in [0, 1], found %s in row %d, column %d".formatted(value, row, column));
        }
        return (byte) Math.round(value * 255f);
    }

    @FunctionalInterface
    private interface Body {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static void write(Path file, Kind kind, Body body) throws IOException {
        boolean gzip = file.toString().endsWith(".gz");
        AtomicFile.write(file, plain -> {
            OutputStream packed = gzip ? new GZIPOutputStream(plain, 1 << 16) : plain;
            DataOutputStream out = new DataOutputStream(packed);
            out.writeInt(kind.magic);
            body.writeTo(out);
            out.flush();
            if (packed instanceof GZIPOutputStream compressed) {
                compressed.finish();
            }
        });
    }
}
