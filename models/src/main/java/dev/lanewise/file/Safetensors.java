package dev.lanewise.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The content of a safetensors file: named tensors in their order, and a map of texts beside them. Immutable, and safe
 * for use by several threads.
 *
 * <p>The file is: the header's length (64 bits), the header (JSON: type, shape and place of each tensor, and the texts
 * under {@code __metadata__}), padded with spaces to a multiple of 8 bytes, then the tensors' values one after the other;
 * all little-endian. The same content is always the same bytes: texts are sorted by their keys, tensors stand in the order
 * they were given.
 *
 * <p>Reading takes any file for hostile: lengths, offsets and shapes are checked against the file's size before memory is
 * set aside; what does not fit the format exactly is a {@link ModelFileException}. Of the format's types, those of
 * {@link DType} are known.
 *
 * {@snippet :
 * Safetensors content = Safetensors.builder()
 *         .metadata("library", "lanewise")
 *         .tensor(TensorEntry.of("recognition.hidden1.weight", weight, 784, 100))
 *         .tensor(TensorEntry.of("step", new long[] {17}))
 *         .build();
 * content.write(file);
 * float[] again = Safetensors.read(file).floats("recognition.hidden1.weight", 784, 100);
 * }
 *
 * @see <a href="https://huggingface.co/docs/safetensors">The format</a>
 */
public final class Safetensors {

    private final String source;
    private final SequencedMap<String, TensorEntry> tensors;
    private final Map<String, String> metadata;

    private Safetensors(String source, SequencedMap<String, TensorEntry> tensors, Map<String, String> metadata) {
        this.source = source;
        this.tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
        this.metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /**
     * Begins a content without tensors and texts.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers a content. Not safe for use by several threads at once. */
    public static final class Builder {

        private final SequencedMap<String, TensorEntry> tensors = new LinkedHashMap<>();
        private final Map<String, String> metadata = new TreeMap<>();

        private Builder() {}

        /**
         * Adds a text.
         *
         * @param key its key, not yet there
         * @param value the text
         * @return this builder
         * @throws IllegalArgumentException if the key is there already, or key or text is not well-formed
         */
        public Builder metadata(String key, String value) {
            if (!Json.isEncodable(key) || !Json.isEncodable(value)) {
                throw new IllegalArgumentException("metadata: expected well-formed text, found %s and %s"
                        .formatted(Json.shown(key), Json.shown(value)));
            }
            if (metadata.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("metadata: expected each key once, found %s twice".formatted(key));
            }
            return this;
        }

        /**
         * Adds a tensor, after those that are there.
         *
         * @param tensor a tensor whose name is not yet there
         * @return this builder
         * @throws IllegalArgumentException if the name is there already
         */
        public Builder tensor(TensorEntry tensor) {
            if (tensors.putIfAbsent(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException(
                        "tensors: expected each name once, found %s twice".formatted(tensor.name()));
            }
            return this;
        }

        /**
         * The content gathered so far.
         *
         * @return the content
         */
        public Safetensors build() {
            return new Safetensors("a content in memory", tensors, metadata);
        }
    }

    /**
     * Reads a file.
     *
     * @param file which
     * @return its content
     * @throws ModelFileException if the file is damaged, cut off, or not of this format
     * @throws IOException if it is not there or cannot be read
     */
    public static Safetensors read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ModelFileException(file.toString(), "a safetensors file", "a folder or a device");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file.toString(), channel.size(), Channels.newInputStream(channel));
        }
    }

    /**
     * Reads a file's bytes.
     *
     * @param source what to call them in messages
     * @param bytes the whole file
     * @return its content
     * @throws ModelFileException if they are damaged, cut off, or not of this format
     */
    public static Safetensors parse(String source, byte[] bytes) throws ModelFileException {
        try {
            return read(source, bytes.length, new ByteArrayInputStream(bytes));
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("an array is always readable", e);
        }
    }

    private static Safetensors read(String source, long size, InputStream in) throws IOException {
        if (size < Long.BYTES) {
            throw new ModelFileException(
                    source, "a safetensors file, which begins with 8 bytes for a length", size + " bytes");
        }
        long length = ByteBuffer.wrap(exactly(source, in, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        long most = Math.min(size - Long.BYTES, Header.MOST_HEADER_BYTES);
        if (length < 0 || length > most) {
            throw new ModelFileException(
                    source,
                    "a safetensors file with a header of at most %d bytes".formatted(most),
                    "a header length of " + Long.toUnsignedString(length));
        }
        Header header = Header.read(source, exactly(source, in, (int) length), size - Long.BYTES - length);
        SequencedMap<String, TensorEntry> tensors = new LinkedHashMap<>();
        for (Header.Place place : header.places()) {
            byte[] data = exactly(source, in, (int) (place.end() - place.begin()));
            tensors.put(place.name(), place.entry(data));
        }
        return new Safetensors(source, tensors, header.metadata());
    }

    private static byte[] exactly(String source, InputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        int found = in.readNBytes(bytes, 0, count);
        if (found < count) {
            throw new ModelFileException(source, "the file to stay as it is while it is read", "its end too early");
        }
        return bytes;
    }

    /**
     * Writes the content to a file, in place of one that may be there: under a temporary name, forced to the disk, then
     * moved into place.
     *
     * @param file where to; its folder must exist
     * @throws IOException if it cannot be written; what was there before is then untouched
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, this::writeTo);
    }

    /**
     * The content as the bytes of a file.
     *
     * @return the bytes, the same for the same content
     */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always writable", e);
        }
        return out.toByteArray();
    }

    private void writeTo(OutputStream out) throws IOException {
        byte[] header = Header.write(metadata, tensors.values());
        if (header.length > Header.MOST_HEADER_BYTES) {
            throw new IllegalStateException(
                    "header: expected at most %d bytes, found %d".formatted(Header.MOST_HEADER_BYTES, header.length));
        }
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        out.write(header);
        for (TensorEntry tensor : tensors.values()) {
            tensor.writeData(out);
        }
    }

    /**
     * All tensors by their names.
     *
     * @return the tensors in the order of the file; unmodifiable
     */
    public SequencedMap<String, TensorEntry> tensors() {
        return tensors;
    }

    /**
     * All texts by their keys.
     *
     * @return the texts, sorted by key; unmodifiable
     */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * A text that has to be there.
     *
     * @param key its key
     * @return the text
     * @throws ModelFileException if there is none with this key
     */
    public String metadata(String key) throws ModelFileException {
        String text = metadata.get(key);
        if (text == null) {
            throw new ModelFileException(source, "metadata " + Json.shown(key), "none");
        }
        return text;
    }

    /**
     * The values of a tensor that has to be there, as 32-bit floats in this shape.
     *
     * @param name its name
     * @param shape its dimensions, none for a single number
     * @return a copy of its values, row-major
     * @throws ModelFileException if there is none of this name, or its type or shape is another
     */
    public float[] floats(String name, int... shape) throws ModelFileException {
        return require(name, DType.F32, shape).floats();
    }

    /**
     * The values of a tensor that has to be there, as 64-bit floats in this shape.
     *
     * @param name its name
     * @param shape its dimensions, none for a single number
     * @return a copy of its values, row-major
     * @throws ModelFileException if there is none of this name, or its type or shape is another
     */
    public double[] doubles(String name, int... shape) throws ModelFileException {
        return require(name, DType.F64, shape).doubles();
    }

    /**
     * The values of a tensor that has to be there, as 64-bit integers in this shape.
     *
     * @param name its name
     * @param shape its dimensions, none for a single number
     * @return a copy of its values, row-major
     * @throws ModelFileException if there is none of this name, or its type or shape is another
     */
    public long[] longs(String name, int... shape) throws ModelFileException {
        return require(name, DType.I64, shape).longs();
    }

    /**
     * The values of a tensor that has to be there, as 32-bit integers in this shape.
     *
     * @param name its name
     * @param shape its dimensions, none for a single number
     * @return a copy of its values, row-major
     * @throws ModelFileException if there is none of this name, or its type or shape is another
     */
    public int[] ints(String name, int... shape) throws ModelFileException {
        return require(name, DType.I32, shape).ints();
    }

    /**
     * The values of a tensor that has to be there, as bytes in this shape.
     *
     * @param name its name
     * @param shape its dimensions, none for a single number
     * @return a copy of its values, row-major
     * @throws ModelFileException if there is none of this name, or its type or shape is another
     */
    public byte[] bytes(String name, int... shape) throws ModelFileException {
        return require(name, DType.U8, shape).bytes();
    }

    private TensorEntry require(String name, DType dtype, int... shape) throws ModelFileException {
        List<Integer> dimensions = Arrays.stream(shape).boxed().toList();
        TensorEntry tensor = tensors.get(name);
        if (tensor == null || tensor.dtype() != dtype || !tensor.shape().equals(dimensions)) {
            throw new ModelFileException(
                    source,
                    "tensor %s %s%s".formatted(Json.shown(name), dtype, dimensions),
                    tensor == null ? "none of this name" : "" + tensor.dtype() + tensor.shape());
        }
        return tensor;
    }

    /** Whether the other has the same texts and the same tensors in the same order; where it was read from is all one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Safetensors content
                && metadata.equals(content.metadata)
                && List.copyOf(tensors.values()).equals(List.copyOf(content.tensors.values()));
    }

    @Override
    public int hashCode() {
        return 31 * metadata.hashCode() + List.copyOf(tensors.values()).hashCode();
    }

    @Override
    public String toString() {
        return "Safetensors" + tensors.values();
    }
}
