package dev.lanewise.file;

import dev.lanewise.digest.FloatBits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A named tensor in a file: numbers of one type, row-major, and their shape; the shape of a single number is empty.
 * Immutable, and safe for use by several threads: arrays are copied on their way in and out.
 *
 * <p>A NaN that comes from an array is stored canonically ({@link Float#floatToIntBits}), so that the same values are the
 * same bytes.
 */
public final class TensorEntry {

    private final String name;
    private final DType dtype;
    private final List<Integer> shape;
    private final byte[] data;

    /** An entry over this very data, which nobody else keeps. */
    TensorEntry(String name, DType dtype, List<Integer> shape, byte[] data) {
        this.name = name;
        this.dtype = dtype;
        this.shape = shape;
        this.data = data;
    }

    /**
     * A tensor of 32-bit floats.
     *
     * @param name its name in the file
     * @param values its values, row-major
     * @param shape its dimensions, none for a single number; their product is the number of values
     * @return the entry
     * @throws IllegalArgumentException if name or shape cannot be, or shape and values do not fit
     */
    public static TensorEntry of(String name, float[] values, int... shape) {
        ByteBuffer data = allocate(name, DType.F32, values.length, shape);
        FloatBits.put(values, 0, values.length, data);
        return entry(name, DType.F32, shape, data);
    }

    /**
     * A tensor of 64-bit floats.
     *
     * @param name its name in the file
     * @param values its values, row-major
     * @param shape its dimensions, none for a single number; their product is the number of values
     * @return the entry
     * @throws IllegalArgumentException if name or shape cannot be, or shape and values do not fit
     */
    public static TensorEntry of(String name, double[] values, int... shape) {
        ByteBuffer data = allocate(name, DType.F64, values.length, shape);
        for (double value : values) {
            data.putLong(Double.doubleToLongBits(value));
        }
        return entry(name, DType.F64, shape, data);
    }

    /**
     * A tensor of 64-bit integers.
     *
     * @param name its name in the file
     * @param values its values, row-major
     * @param shape its dimensions, none for a single number; their product is the number of values
     * @return the entry
     * @throws IllegalArgumentException if name or shape cannot be, or shape and values do not fit
     */
    public static TensorEntry of(String name, long[] values, int... shape) {
        ByteBuffer data = allocate(name, DType.I64, values.length, shape);
        data.asLongBuffer().put(values);
        return entry(name, DType.I64, shape, data);
    }

    /**
     * A tensor of 32-bit integers.
     *
     * @param name its name in the file
     * @param values its values, row-major
     * @param shape its dimensions, none for a single number; their product is the number of values
     * @return the entry
     * @throws IllegalArgumentException if name or shape cannot be, or shape and values do not fit
     */
    public static TensorEntry of(String name, int[] values, int... shape) {
        ByteBuffer data = allocate(name, DType.I32, values.length, shape);
        data.asIntBuffer().put(values);
        return entry(name, DType.I32, shape, data);
    }

    /**
     * A tensor of bytes.
     *
     * @param name its name in the file
     * @param values its values, row-major
     * @param shape its dimensions, none for a single number; their product is the number of values
     * @return the entry
     * @throws IllegalArgumentException if name or shape cannot be, or shape and values do not fit
     */
    public static TensorEntry of(String name, byte[] values, int... shape) {
        return entry(
                name,
                DType.U8,
                shape,
                allocate(name, DType.U8, values.length, shape).put(values));
    }

    private static ByteBuffer allocate(String name, DType dtype, int values, int... shape) {
        if (name.equals(Header.METADATA) || !Json.isEncodable(name)) {
            throw new IllegalArgumentException("name: expected well-formed text other than %s, found %s"
                    .formatted(Header.METADATA, Json.shown(name)));
        }
        long size = 1;
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("shape of %s: expected dimensions of 0 or more, found %s"
                        .formatted(name, Arrays.toString(shape)));
            }
            size = Math.min(size * dimension, Integer.MAX_VALUE);
        }
        if (shape.length > Header.MOST_DIMENSIONS || size != values) {
            throw new IllegalArgumentException("values of %s: expected as many as the shape %s has places, found %d"
                    .formatted(name, Arrays.toString(shape), values));
        }
        long bytes = size * dtype.bytes();
        if (bytes > Header.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "values of %s: expected at most %d bytes, found %d".formatted(name, Header.MOST_BYTES, bytes));
        }
        return ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static TensorEntry entry(String name, DType dtype, int[] shape, ByteBuffer data) {
        return new TensorEntry(name, dtype, Arrays.stream(shape).boxed().toList(), data.array());
    }

    /**
     * The tensor's name.
     *
     * @return its name in the file
     */
    public String name() {
        return name;
    }

    /**
     * The type of its numbers.
     *
     * @return the type
     */
    public DType dtype() {
        return dtype;
    }

    /**
     * The tensor's dimensions.
     *
     * @return the dimensions, outermost first; empty for a single number; unmodifiable
     */
    public List<Integer> shape() {
        return shape;
    }

    /**
     * How many numbers it has.
     *
     * @return the product of its dimensions
     */
    public int size() {
        return data.length / dtype.bytes();
    }

    /**
     * Its values, if they are 32-bit floats.
     *
     * @return a copy, row-major
     * @throws IllegalStateException if {@link #dtype()} is not {@link DType#F32}
     */
    public float[] floats() {
        float[] values = new float[require(DType.F32).size()];
        buffer().asFloatBuffer().get(values);
        return values;
    }

    /**
     * Its values, if they are 64-bit floats.
     *
     * @return a copy, row-major
     * @throws IllegalStateException if {@link #dtype()} is not {@link DType#F64}
     */
    public double[] doubles() {
        double[] values = new double[require(DType.F64).size()];
        buffer().asDoubleBuffer().get(values);
        return values;
    }

    /**
     * Its values, if they are 64-bit integers.
     *
     * @return a copy, row-major
     * @throws IllegalStateException if {@link #dtype()} is not {@link DType#I64}
     */
    public long[] longs() {
        long[] values = new long[require(DType.I64).size()];
        buffer().asLongBuffer().get(values);
        return values;
    }

    /**
     * Its values, if they are 32-bit integers.
     *
     * @return a copy, row-major
     * @throws IllegalStateException if {@link #dtype()} is not {@link DType#I32}
     */
    public int[] ints() {
        int[] values = new int[require(DType.I32).size()];
        buffer().asIntBuffer().get(values);
        return values;
    }

    /**
     * Its values, if they are bytes.
     *
     * @return a copy, row-major
     * @throws IllegalStateException if {@link #dtype()} is not {@link DType#U8}
     */
    public byte[] bytes() {
        return require(DType.U8).data.clone();
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private TensorEntry require(DType wanted) {
        if (dtype != wanted) {
            throw new IllegalStateException("tensor %s: expected %s, found %s".formatted(name, wanted, dtype));
        }
        return this;
    }

    /** How long its data is, in bytes. */
    int dataLength() {
        return data.length;
    }

    void writeData(OutputStream out) throws IOException {
        out.write(data);
    }

    /** Whether the other is an entry of the same name, type and shape, with the same bytes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TensorEntry entry
                && name.equals(entry.name)
                && dtype == entry.dtype
                && shape.equals(entry.shape)
                && Arrays.equals(data, entry.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * name.hashCode() + dtype.name().hashCode()) + shape.hashCode()) + Arrays.hashCode(data);
    }

    /** Name, type and shape, as in {@code recognition.hidden1.weight F32[784, 100]}. */
    @Override
    public String toString() {
        return name + " " + dtype + shape;
    }
}
