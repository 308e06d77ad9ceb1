package dev.lanewise.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** A small reader of JSON, enough for test vectors: a tree of objects, arrays, numbers and words. */
public sealed interface Json {

    /** An object, its members in the order of the file. */
    record Members(Map<String, Json> members) implements Json {}

    /** An array. */
    record Elements(List<Json> elements) implements Json {}

    /** A number. */
    record Numeral(double value) implements Json {}

    /** A string, or one of the words true, false and null. */
    record Word(String value) implements Json {}

    /** Reads a file. */
    static Json read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** Reads a text. */
    static Json parse(String text) {
        return new Parser(text).document();
    }

    /** The member of this object under a path of keys. */
    default Json get(String... path) {
        Json json = this;
        for (String key : path) {
            Json next = json.members().get(key);
            if (next == null) {
                throw new IllegalArgumentException(
                        "no \"" + key + "\" among " + json.members().keySet());
            }
            json = next;
        }
        return json;
    }

    /** The element of this array at an index. */
    default Json at(int index) {
        return elements().get(index);
    }

    /** The members of this object. */
    default Map<String, Json> members() {
        throw new IllegalArgumentException("not an object: " + this);
    }

    /** The elements of this array. */
    default List<Json> elements() {
        throw new IllegalArgumentException("not an array: " + this);
    }

    /** This number. */
    default double number() {
        if (this instanceof Numeral numeral) {
            return numeral.value();
        }
        throw new IllegalArgumentException("not a number: " + this);
    }

    /** This string or word. */
    default String word() {
        if (this instanceof Word word) {
            return word.value();
        }
        throw new IllegalArgumentException("not a word: " + this);
    }

    /** All numbers in this array and the arrays in it, in their order: a matrix row by row. */
    default double[] doubles() {
        return flat().toArray();
    }

    /** As {@link #doubles}, each rounded. */
    default float[] floats() {
        double[] doubles = doubles();
        float[] floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }

    private DoubleStream flat() {
        return this instanceof Elements array
                ? array.elements().stream().flatMapToDouble(Json::flat)
                : DoubleStream.of(number());
    }

    /** Recursive descent over the text. */
    final class Parser {
        private final String text;
        private int position;

        private Parser(String text) {
            this.text = text;
        }

        private Json document() {
            Json json = value();
            skipSpace();
            if (position < text.length()) {
                throw unexpected();
            }
            return json;
        }

        private Json value() {
            skipSpace();
            return switch (text.charAt(position)) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> new Word(string());
                case 't', 'f', 'n' -> new Word(token());
                default -> new Numeral(Double.parseDouble(token()));
            };
        }

        private Json object() {
            Map<String, Json> members = new LinkedHashMap<>();
            position++;
            while (!closes('}')) {
                String key = string();
                skipSpace();
                expect(':');
                members.put(key, value());
            }
            return new Members(members);
        }

        private Json array() {
            List<Json> elements = new ArrayList<>();
            position++;
            while (!closes(']')) {
                elements.add(value());
            }
            return new Elements(elements);
        }

        /** Whether the object or array ends here; if not, steps over a comma. */
        private boolean closes(char end) {
            skipSpace();
            char c = text.charAt(position);
            if (c == end || c == ',') {
                position++;
                skipSpace();
            }
            return c == end;
        }

        private String string() {
            expect('"');
            int end = text.indexOf('"', position);
            String string = text.substring(position, end);
            if (string.indexOf('\\') >= 0) {
                throw new IllegalArgumentException("escapes are not read: " + string);
            }
            position = end + 1;
            return string;
        }

        private String token() {
            int start = position;
            while (position < text.length() && ",]} \n\r\t".indexOf(text.charAt(position)) < 0) {
                position++;
            }
            return text.substring(start, position);
        }

        private void expect(char c) {
            if (text.charAt(position) != c) {
                throw unexpected();
            }
            position++;
        }

        private void skipSpace() {
            while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
                position++;
            }
        }

        private IllegalArgumentException unexpected() {
            return new IllegalArgumentException("unexpected \"" + text.charAt(position) + "\" at " + position);
        }
    }
}
