package dev.lanewise.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the little JSON (RFC 8259) that a safetensors header is made of, token by token and strictly, and writes its
 * strings. The caller asks for what must come next; so nothing is nested deeper than the caller asks, and a text of a
 * million brackets ends at the first that is too many.
 */
final class Json {

    private static final int MOST_SHOWN = 60;

    private final String file;
    private final byte[] text;
    private int at;

    Json(String file, byte[] text) {
        this.file = file;
        this.text = text;
    }

    /** Takes this character, after white space. */
    void take(char wanted) throws ModelFileException {
        skipSpace();
        if (at == text.length || text[at] != wanted) {
            throw expected("'" + wanted + "'");
        }
        at++;
    }

    /** Takes this character, after white space, if it comes next. */
    boolean takeIf(char wanted) {
        skipSpace();
        if (at == text.length || text[at] != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes a comma and says true, or takes this closing character and says false. */
    boolean more(char close) throws ModelFileException {
        if (takeIf(',')) {
            return true;
        }
        if (takeIf(close)) {
            return false;
        }
        throw expected("',' or '" + close + "'");
    }

    /** Takes a string. */
    String string() throws ModelFileException {
        if (!takeIf('"')) {
            throw expected("a string");
        }
        int start = at;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            if (at == text.length) {
                throw expected("the end of the string that starts at byte " + start);
            }
            byte next = text[at];
            if (next == '"') {
                at++;
                return decoded(bytes.toByteArray(), start);
            }
            if (next == '\\') {
                bytes.writeBytes(escaped().getBytes(StandardCharsets.UTF_8));
            } else if (next >= 0 && next < ' ') {
                throw expected("a string without control characters");
            } else {
                bytes.write(next);
                at++;
            }
        }
    }

    /** Takes a whole number from 0 to 2⁶³ − 1. */
    long number() throws ModelFileException {
        skipSpace();
        int start = at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            int digit = text[at] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                at = start;
                throw expected("a number below 2^63");
            }
            value = 10 * value + digit;
            at++;
        }
        int digits = at - start;
        if (digits == 0 || digits > 1 && text[start] == '0') {
            at = start;
            throw expected("a whole number");
        }
        return value;
    }

    /** Takes white space up to the end of the text. */
    void end() throws ModelFileException {
        skipSpace();
        if (at < text.length) {
            throw expected("nothing but spaces to the end of the header");
        }
    }

    private String escaped() throws ModelFileException {
        int start = at;
        at++;
        char kind = at < text.length ? (char) text[at] : ' ';
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> String.valueOf(kind);
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> escapedUnit(start);
            default -> {
                at = start;
                throw expected("an escape sequence");
            }
        };
    }

    private String escapedUnit(int start) throws ModelFileException {
        char unit = hex(start);
        if (!Character.isSurrogate(unit)) {
            return String.valueOf(unit);
        }
        if (Character.isHighSurrogate(unit) && at + 1 < text.length && text[at] == '\\' && text[at + 1] == 'u') {
            at += 2;
            char low = hex(start);
            if (Character.isLowSurrogate(low)) {
                return String.valueOf(new char[] {unit, low});
            }
        }
        at = start;
        throw expected("a pair of surrogates");
    }

    private char hex(int start) throws ModelFileException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length ? Character.digit((char) text[at], 16) : -1;
            if (digit < 0) {
                at = start;
                throw expected("four hexadecimal digits");
            }
            unit = 16 * unit + digit;
            at++;
        }
        return (char) unit;
    }

    private String decoded(byte[] bytes, int start) throws ModelFileException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ModelFileException(
                    file, "UTF-8", "other bytes in the string at byte %d of the header".formatted(start));
        }
    }

    private void skipSpace() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    /** Says what should come next, and what does. */
    ModelFileException expected(String wanted) {
        String found = at == text.length ? "its end" : shownByte(text[at]);
        return new ModelFileException(file, "%s at byte %d of the header".formatted(wanted, at), found);
    }

    private static String shownByte(byte next) {
        return next > ' ' && next < 0x7f ? "'" + (char) next + "'" : "0x%02x".formatted(next & 0xff);
    }

    /** A text from a file as a message may show it: in quotes, not too long, on one line. */
    static String shown(String text) {
        String start = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
        return "\"" + start.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?") + "\"";
    }

    /** Whether a text can be written as UTF-8: a surrogate without its other half cannot. */
    static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Appends a string in quotes, with no more escapes than needed. */
    static void append(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ') {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
