package dev.lanewise.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON header of a safetensors file: for each tensor its type, shape and place in the data, and a map of texts.
 *
 * @param metadata the texts
 * @param places the tensors in the order of the data, which they cover without gap or overlap
 */
record Header(Map<String, String> metadata, List<Place> places) {

    /** The name that no tensor may have, since the map of texts stands under it. */
    static final String METADATA = "__metadata__";

    /** As in the reference implementation. */
    static final int MOST_HEADER_BYTES = 100_000_000;

    static final int MOST_DIMENSIONS = 64;

    /** What a Java array may hold on every JVM. */
    static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /** What a header says of one tensor: its data is at {@code [begin, end)}, counted from the header's end. */
    record Place(String name, DType dtype, List<Integer> shape, long begin, long end) {

        TensorEntry entry(byte[] data) {
            return new TensorEntry(name, dtype, shape, data);
        }
    }

    /** Reads a header's text, and checks it against the length of the data that follows. */
    static Header read(String file, byte[] text, long dataLength) throws ModelFileException {
        if (text.length == 0 || text[0] != '{') {
            throw new Json(file, text).expected("'{'");
        }
        Header header = new Reader(file, new Json(file, text)).header();
        header.requireCover(file, dataLength);
        return header;
    }

    /** The text of a header for these tensors one after the other, padded with spaces to a multiple of 8 bytes. */
    static byte[] write(Map<String, String> metadata, Collection<TensorEntry> tensors) {
        StringBuilder json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            Json.append(json, METADATA);
            json.append(":{");
            metadata.forEach((key, value) -> {
                Json.append(json, key);
                json.append(':');
                Json.append(json, value);
                json.append(',');
            });
            json.setLength(json.length() - 1);
            json.append("},");
        }
        long begin = 0;
        for (TensorEntry tensor : tensors) {
            long end = begin + tensor.dataLength();
            Json.append(json, tensor.name());
            json.append(":{\"dtype\":\"").append(tensor.dtype()).append("\",\"shape\":");
            json.append(tensor.shape().toString().replace(" ", ""));
            json.append(",\"data_offsets\":[")
                    .append(begin)
                    .append(',')
                    .append(end)
                    .append("]},");
            begin = end;
        }
        if (json.length() > 1) {
            json.setLength(json.length() - 1);
        }
        byte[] text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[(text.length + 7) / 8 * 8];
        System.arraycopy(text, 0, padded, 0, text.length);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private void requireCover(String file, long dataLength) throws ModelFileException {
        long position = 0;
        for (Place place : places) {
            if (place.begin != position) {
                throw new ModelFileException(
                        file,
                        "the data of tensor %s to begin at %d, where that of the one before ends"
                                .formatted(Json.shown(place.name), position),
                        String.valueOf(place.begin));
            }
            position = place.end;
        }
        if (position != dataLength) {
            throw new ModelFileException(
                    file,
                    "%d bytes of data after the header, for %d tensors".formatted(position, places.size()),
                    String.valueOf(dataLength));
        }
    }

    /** Walks through the text. */
    private static final class Reader {

        private final String file;
        private final Json json;
        private final Map<String, String> metadata = new HashMap<>();
        private final List<Place> places = new ArrayList<>();

        Reader(String file, Json json) {
            this.file = file;
            this.json = json;
        }

        Header header() throws ModelFileException {
            Set<String> names = new HashSet<>();
            json.take('{');
            boolean more = !json.takeIf('}');
            while (more) {
                String name = key(names);
                if (name.equals(METADATA)) {
                    readMetadata();
                } else {
                    places.add(place(name));
                }
                more = json.more('}');
            }
            json.end();
            places.sort(Comparator.comparingLong(Place::begin).thenComparingLong(Place::end));
            return new Header(metadata, places);
        }

        private String key(Set<String> taken) throws ModelFileException {
            String key = json.string();
            if (!taken.add(key)) {
                throw new ModelFileException(file, "each name once", Json.shown(key) + " twice");
            }
            json.take(':');
            return key;
        }

        private void readMetadata() throws ModelFileException {
            Set<String> keys = new HashSet<>();
            json.take('{');
            boolean more = !json.takeIf('}');
            while (more) {
                metadata.put(key(keys), json.string());
                more = json.more('}');
            }
        }

        private Place place(String name) throws ModelFileException {
            Set<String> keys = new HashSet<>();
            DType dtype = DType.U8;
            List<Integer> shape = List.of();
            long[] offsets = {};
            json.take('{');
            do {
                String key = key(keys);
                switch (key) {
                    case "dtype" -> dtype = dtype(name);
                    case "shape" -> shape = shape(name);
                    case "data_offsets" -> offsets = offsets();
                    default -> throw wrong(name, "dtype, shape and data_offsets", Json.shown(key));
                }
            } while (json.more('}'));
            if (keys.size() < 3) {
                throw wrong(
                        name,
                        "dtype, shape and data_offsets",
                        String.join(" and ", keys.stream().sorted().toList()));
            }
            requireSize(name, dtype, shape, offsets);
            return new Place(name, dtype, shape, offsets[0], offsets[1]);
        }

        private DType dtype(String name) throws ModelFileException {
            String text = json.string();
            for (DType dtype : DType.values()) {
                if (dtype.name().equals(text)) {
                    return dtype;
                }
            }
            throw wrong(name, "one of the types " + List.of(DType.values()), Json.shown(text));
        }

        private List<Integer> shape(String name) throws ModelFileException {
            List<Integer> shape = new ArrayList<>();
            json.take('[');
            boolean more = !json.takeIf(']');
            while (more) {
                long dimension = json.number();
                if (dimension > Integer.MAX_VALUE || shape.size() == MOST_DIMENSIONS) {
                    throw wrong(
                            name, "at most %d dimensions below 2^31".formatted(MOST_DIMENSIONS), "more after " + shape);
                }
                shape.add((int) dimension);
                more = json.more(']');
            }
            return List.copyOf(shape);
        }

        private long[] offsets() throws ModelFileException {
            json.take('[');
            long begin = json.number();
            json.take(',');
            long end = json.number();
            json.take(']');
            return new long[] {begin, end};
        }

        private void requireSize(String name, DType dtype, List<Integer> shape, long[] offsets)
                throws ModelFileException {
            long bytes = dtype.bytes();
            for (int dimension : shape) {
                // Neither factor reaches 2³¹, so that the product does not overflow.
                bytes = bytes * dimension;
                if (bytes > MOST_BYTES) {
                    throw wrong(name, "at most %d bytes".formatted(MOST_BYTES), "shape " + shape + " of " + dtype);
                }
            }
            if (offsets[1] - offsets[0] != bytes) {
                throw wrong(
                        name,
                        "%d bytes, as the shape %s of %s has".formatted(bytes, shape, dtype),
                        "offsets [%d, %d]".formatted(offsets[0], offsets[1]));
            }
        }

        private ModelFileException wrong(String name, String expected, String found) {
            return new ModelFileException(file, "tensor %s to have %s".formatted(Json.shown(name), expected), found);
        }
    }
}
