package dev.lanewise.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsTest {

    /**
     * A file by the reference implementation, the Python package safetensors 0.8.0: {@code safetensors.numpy.save} of
     * {@link #content()} (it puts the widest types first).
     */
    private static final byte[] REFERENCE = file(
            """
            {"__metadata__":{"structure":"ab\\"c\\\\ \\n é €"},\
            "epoch":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},\
            "scale":{"dtype":"F64","shape":[],"data_offsets":[8,16]},\
            "none":{"dtype":"F32","shape":[0,4],"data_offsets":[16,16]},\
            "recognition.hidden1.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[16,40]},\
            "permutation":{"dtype":"I32","shape":[2],"data_offsets":[40,48]},\
            "mask":{"dtype":"U8","shape":[3],"data_offsets":[48,51]}}   \s""",
            "0700000000010000" + "0000000000000440" + "0000803f000000800000807f01000000ffff7f7fcdcccc3d"
                    + "03000000ffffffff" + "007fff");

    private static final float[] WEIGHT = {1, -0f, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 0.1f};

    @TempDir
    private Path folder;

    private static Safetensors content() {
        return Safetensors.builder()
                .metadata("structure", "ab\"c\\ \n é €")
                .tensor(TensorEntry.of("epoch", new long[] {(1L << 40) + 7}, 1))
                .tensor(TensorEntry.of("scale", new double[] {2.5}))
                .tensor(TensorEntry.of("none", new float[0], 0, 4))
                .tensor(TensorEntry.of("recognition.hidden1.weight", WEIGHT, 2, 3))
                .tensor(TensorEntry.of("permutation", new int[] {3, -1}, 2))
                .tensor(TensorEntry.of("mask", new byte[] {0, 127, -1}, 3))
                .build();
    }

    @Test
    void theBytesAreThoseOfTheReferenceImplementation() {
        assertArrayEquals(REFERENCE, content().toBytes());
    }

    @Test
    void aFileOfTheReferenceImplementationIsRead() throws IOException {
        Safetensors read = Safetensors.parse("reference", REFERENCE);
        assertEquals(content(), read);
        assertEquals(content().hashCode(), read.hashCode());
        assertArrayEquals(WEIGHT, read.floats("recognition.hidden1.weight", 2, 3));
        assertArrayEquals(new long[] {1099511627783L}, read.longs("epoch", 1));
        assertArrayEquals(new double[] {2.5}, read.doubles("scale"));
        assertArrayEquals(new int[] {3, -1}, read.ints("permutation", 2));
        assertArrayEquals(new byte[] {0, 127, -1}, read.bytes("mask", 3));
        assertEquals(0, read.floats("none", 0, 4).length);
        assertEquals(Map.of("structure", "ab\"c\\ \n é €"), read.metadata());
        assertEquals(
                List.of("epoch", "scale", "none", "recognition.hidden1.weight", "permutation", "mask"),
                List.copyOf(read.tensors().keySet()));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("model.safetensors");
        content().write(file);
        assertEquals(content(), Safetensors.read(file));
        assertArrayEquals(REFERENCE, Files.readAllBytes(file));
        Safetensors empty = Safetensors.builder().build();
        empty.write(file);
        assertEquals(empty, Safetensors.read(file));
        assertArrayEquals(file("{}      ", ""), Files.readAllBytes(file));
    }

    @Test
    void headersEndAtMultiplesOfEightBytesAndTextsAreSorted() {
        for (int length = 0; length < 9; length++) {
            byte[] bytes = Safetensors.builder()
                    .metadata("b", "x".repeat(length))
                    .metadata("a", "")
                    .build()
                    .toBytes();
            assertEquals(0, bytes.length % 8);
            String text = new String(bytes, 8, bytes.length - 8, StandardCharsets.UTF_8);
            assertEquals("{\"__metadata__\":{\"a\":\"\",\"b\":\"" + "x".repeat(length) + "\"}}", text.strip());
        }
    }

    @Test
    void everyTextSurvives() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x250; c++) {
            all.append(c);
        }
        String text = all.append("\u2028 \uffff 🥾 \ud83e\udd7e \"\\/").toString();
        Safetensors content = Safetensors.builder()
                .metadata(text, text)
                .tensor(TensorEntry.of(text, new float[] {1}))
                .build();
        assertEquals(content, Safetensors.parse("texts", content.toBytes()));
    }

    @Test
    void escapesAreReadAsJsonDefinesThem() throws IOException {
        byte[] bytes =
                file("{\"__metadata__\":{\"\\u0041\\u00e9\\u20aC\":\"\\ud83e\\udd7e\\b\\f\\n\\r\\t\\/\\\\\\\"\"}}", "");
        assertEquals(
                Map.of("Aé€", "🥾\b\f\n\r\t/\\\""),
                Safetensors.parse("escapes", bytes).metadata());
    }

    @Test
    void everyNaNIsWrittenAsOne() {
        float[] floats = {Float.NaN, Float.intBitsToFloat(0xffc12345), Float.intBitsToFloat(0x7f800001)};
        double[] doubles = {Double.longBitsToDouble(0xfff8000000000001L)};
        byte[] bytes = Safetensors.builder()
                .tensor(TensorEntry.of("f", floats, 3))
                .tensor(TensorEntry.of("d", doubles, 1))
                .build()
                .toBytes();
        assertEquals(
                "0000c07f".repeat(3) + "000000000000f87f",
                HexFormat.of().formatHex(bytes, bytes.length - 20, bytes.length));
    }

    @Test
    void contentsShareNothingWithTheArraysTheyAreMadeOf() {
        float[] values = {1, 2};
        TensorEntry entry = TensorEntry.of("a", values, 2);
        values[0] = 9;
        entry.floats()[1] = 9;
        assertArrayEquals(new float[] {1, 2}, entry.floats());
        Safetensors content = content();
        assertThrows(
                UnsupportedOperationException.class, () -> content.tensors().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> content.metadata().clear());
        assertThrows(UnsupportedOperationException.class, () -> entry.shape().clear());
    }

    @Test
    void equalityIsOfContentAndOrder() {
        TensorEntry a = TensorEntry.of("a", new float[] {1}, 1);
        TensorEntry b = TensorEntry.of("b", new float[] {1}, 1);
        assertNotEquals(a, b);
        assertNotEquals(a, TensorEntry.of("a", new float[] {1}));
        assertNotEquals(a, TensorEntry.of("a", new int[] {Float.floatToIntBits(1)}, 1));
        assertEquals(a, TensorEntry.of("a", new float[] {1}, 1));
        assertNotEquals(
                Safetensors.builder().tensor(a).tensor(b).build(),
                Safetensors.builder().tensor(b).tensor(a).build());
        assertEquals("a F32[1]", a.toString());
    }

    @Test
    void whatCannotBeIsRefusedWhenMade() {
        assertArgument(
                "values of a: expected as many as the shape [2, 3] has places, found 5",
                () -> TensorEntry.of("a", new float[5], 2, 3));
        assertArgument(
                "values of a: expected as many as the shape [65536, 65536] has places, found 0",
                () -> TensorEntry.of("a", new float[0], 65536, 65536));
        assertArgument(
                "shape of a: expected dimensions of 0 or more, found [-1, -1]",
                () -> TensorEntry.of("a", new float[1], -1, -1));
        assertArgument(
                "name: expected well-formed text other than __metadata__, found \"__metadata__\"",
                () -> TensorEntry.of("__metadata__", new float[1]));
        assertArgument(
                "name: expected well-formed text other than __metadata__, found \"a?\"",
                () -> TensorEntry.of("a\ud800", new float[1]));
        assertArgument(
                "metadata: expected well-formed text, found \"k\" and \"?\"",
                () -> Safetensors.builder().metadata("k", "\udc00"));
        assertArgument(
                "metadata: expected each key once, found k twice",
                () -> Safetensors.builder().metadata("k", "1").metadata("k", "2"));
        assertArgument(
                "tensors: expected each name once, found a twice",
                () -> Safetensors.builder()
                        .tensor(TensorEntry.of("a", new float[1]))
                        .tensor(TensorEntry.of("a", new int[1])));
        TensorEntry entry = TensorEntry.of("a", new float[1]);
        assertEquals(
                "tensor a: expected I64, found F32",
                assertThrows(IllegalStateException.class, entry::longs).getMessage());
    }

    @Test
    void whatIsAskedForAndNotThereIsNamed() {
        Safetensors content = content();
        assertFails(
                "a content in memory: expected tensor \"bias\" F32[3], found none of this name",
                () -> content.floats("bias", 3));
        assertFails(
                "a content in memory: expected tensor \"epoch\" F32[1], found I64[1]",
                () -> content.floats("epoch", 1));
        assertFails("a content in memory: expected tensor \"mask\" U8[], found U8[3]", () -> content.bytes("mask"));
        assertFails("a content in memory: expected metadata \"seed\", found none", () -> content.metadata("seed"));
    }

    @Test
    void filesThatAreNoneAreRefused() throws IOException {
        assertThrows(NoSuchFileException.class, () -> Safetensors.read(folder.resolve("nowhere")));
        assertFails(
                folder + ": expected a safetensors file, found a folder or a device", () -> Safetensors.read(folder));
        Path file = Files.write(folder.resolve("short"), new byte[7]);
        assertFails(
                file + ": expected a safetensors file, which begins with 8 bytes for a length, found 7 bytes",
                () -> Safetensors.read(file));
    }

    @Test
    void hostileHeaderLengthsSetAsideNothing() {
        String expected = "a safetensors file with a header of at most 8 bytes, found a header length of ";
        for (String length : new String[] {"9223372036854775808", "18446744073709551615", "9223372036854775807", "9"}) {
            ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putLong(Long.parseUnsignedLong(length));
            assertFails("x: expected " + expected + length, () -> Safetensors.parse("x", bytes.array()));
        }
    }

    @Test
    void brokenJsonIsRefusedAtItsPlace() {
        assertHeader("", "'{' at byte 0 of the header, found its end");
        assertHeader(" {}", "'{' at byte 0 of the header, found 0x20");
        assertHeader("[]", "'{' at byte 0 of the header, found '['");
        assertHeader("{", "a string at byte 1 of the header, found its end");
        assertHeader("{} x", "nothing but spaces to the end of the header at byte 3 of the header, found 'x'");
        assertHeader("{}\0", "nothing but spaces to the end of the header at byte 2 of the header, found 0x00");
        assertHeader("{\"a\"}", "':' at byte 4 of the header, found '}'");
        assertHeader("{\"a", "the end of the string that starts at byte 2 at byte 3 of the header, found its end");
        assertHeader("{\"a\n\":", "a string without control characters at byte 3 of the header, found 0x0a");
        assertHeader("{\"\\x\":", "an escape sequence at byte 2 of the header, found '\\'");
        assertHeader("{\"\\u12g4\":", "four hexadecimal digits at byte 2 of the header, found '\\'");
        assertHeader("{\"\\ud800\":", "a pair of surrogates at byte 2 of the header, found '\\'");
        assertHeader("{\"\\ud800\\u0041\":", "a pair of surrogates at byte 2 of the header, found '\\'");
        assertHeader("{\"\\udc00\":", "a pair of surrogates at byte 2 of the header, found '\\'");
        assertHeader("{\"__metadata__\":{},}", "a string at byte 19 of the header, found '}'");
        assertHeader("{\"__metadata__\":{\"a\":1}}", "a string at byte 21 of the header, found '1'");
        assertHeader("{\"__metadata__\":{\"a\":null}}", "a string at byte 21 of the header, found 'n'");
        assertHeader("{\"__metadata__\":[]}", "'{' at byte 16 of the header, found '['");
        assertHeader("{\"a\":{\"dtype\":\"F32\" \"shape\"", "',' or '}' at byte 20 of the header, found '\"'");
        assertHeader("{\"a\":" + "[".repeat(1_000_000), "'{' at byte 5 of the header, found '['");
        assertHeader(
                "{\"a\":{\"shape\":" + "[".repeat(1_000_000), "a whole number at byte 15 of the header, found '['");
        assertHeader(
                "{\"a\":{\"b\":".repeat(100_000), "tensor \"a\" to have dtype, shape and data_offsets, found \"b\"");
    }

    @Test
    void textsThatAreNotUtf8AreRefused() {
        for (String wrong : new String[] {"ff", "c080", "eda080", "f4908080", "c3"}) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.writeBytes("{\"".getBytes(StandardCharsets.UTF_8));
            text.writeBytes(HexFormat.of().parseHex(wrong));
            text.writeBytes("\":{}}".getBytes(StandardCharsets.UTF_8));
            assertFails(
                    "x: expected UTF-8, found other bytes in the string at byte 2 of the header",
                    () -> Safetensors.parse("x", file(text.toByteArray(), "")));
        }
    }

    @Test
    void entriesThatContradictThemselvesAreRefused() {
        assertEntry("{}", "a string at byte 6 of the header, found '}'");
        assertEntry(
                "{\"dtype\":\"F32\",\"shape\":[1]}",
                "tensor \"a\" to have dtype, shape and data_offsets, found dtype and shape");
        assertEntry("{\"dtype\":\"F32\",\"dtype\":\"F32\"}", "each name once, found \"dtype\" twice");
        assertEntry(
                entry("F16", "1", "0,2"),
                "tensor \"a\" to have one of the types [F32, F64, I64, I32, U8], found \"F16\"");
        assertEntry(entry("F32", "-1", "0,4"), "a whole number at byte 29 of the header, found '-'");
        assertEntry(entry("F32", "1.0", "0,4"), "',' or ']' at byte 30 of the header, found '.'");
        assertEntry(entry("F32", "1e0", "0,4"), "',' or ']' at byte 30 of the header, found 'e'");
        assertEntry(entry("F32", "01", "0,4"), "a whole number at byte 29 of the header, found '0'");
        assertEntry(
                entry("F32", "9223372036854775808", "0,4"), "a number below 2^63 at byte 29 of the header, found '9'");
        assertEntry(
                entry("F32", "9223372036854775807", "0,4"),
                "tensor \"a\" to have at most 64 dimensions below 2^31, found more after []");
        assertEntry(
                entry("F32", "1,".repeat(64) + "1", "0,4"),
                "tensor \"a\" to have at most 64 dimensions below 2^31, found more after " + ones(64));
        assertEntry(
                entry("F32", "65536,65536", "0,4"),
                "tensor \"a\" to have at most 2147483639 bytes, found shape [65536, 65536] of F32");
        assertEntry(
                entry("F32", "2", "0,4"),
                "tensor \"a\" to have 8 bytes, as the shape [2] of F32 has, found offsets [0, 4]");
        assertEntry(
                entry("F32", "1", "4,0"),
                "tensor \"a\" to have 4 bytes, as the shape [1] of F32 has, found offsets [4, 0]");
        assertEntry(entry("F32", "1", "0"), "',' at byte 49 of the header, found ']'");
        assertEntry(entry("F32", "1", "0,4,8"), "']' at byte 51 of the header, found ','");
    }

    @Test
    void dataMustBeCoveredOnceAndWhole() {
        String four = "00000000";
        assertFile(
                "{\"a\":" + entry("F32", "1", "0,4") + "}",
                "",
                "4 bytes of data after the header, for 1 tensors, found 0");
        assertFile(
                "{\"a\":" + entry("F32", "1", "0,4") + "}",
                four + "00",
                "4 bytes of data after the header, for 1 tensors, found 5");
        assertFile("{}", "00", "0 bytes of data after the header, for 0 tensors, found 1");
        String begin = "the data of tensor \"b\" to begin at 4, where that of the one before ends, found ";
        assertFile(two("0,4", "2,6"), four + "0000", begin + "2");
        assertFile(two("0,4", "8,12"), four.repeat(3), begin + "8");
        assertFile(two("0,4", "0,4"), four, begin + "0");
        assertFile(
                two("4,8", "9223372036854775803,9223372036854775807"),
                four.repeat(2),
                "the data of tensor \"a\" to begin at 0, where that of the one before ends, found 4");
        assertFile(
                "{\"a\":%s,\"a\":%s}".formatted(entry("F32", "1", "0,4"), entry("F32", "1", "4,8")),
                four.repeat(2),
                "each name once, found \"a\" twice");
        assertFile(
                "{\"a\":" + entry("U8", "2147483639", "0,2147483639") + "}",
                four,
                "2147483639 bytes of data after the header, for 1 tensors, found 4");
    }

    @Test
    void tensorsMayBeNamedInAnotherOrderThanTheirData() throws IOException {
        Safetensors read = Safetensors.parse("x", file(two("4,8", "0,4"), "0000803f" + "00000040"));
        assertArrayEquals(new float[] {2}, read.floats("a", 1));
        assertArrayEquals(new float[] {1}, read.floats("b", 1));
        assertEquals(List.of("b", "a"), List.copyOf(read.tensors().keySet()));
    }

    @Test
    void everyDamageIsAModelFileExceptionOrAContent() {
        Random random = new Random(1);
        String tokens = "{}[]\",:0123456789 \\u-.eE\0ÿ";
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = REFERENCE.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(random.nextInt(20) == 0 ? 8 : bytes.length);
                bytes[at] = random.nextBoolean()
                        ? (byte) random.nextInt()
                        : (byte) tokens.charAt(random.nextInt(tokens.length()));
            }
            if (random.nextInt(4) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
            }
            try {
                Safetensors read = Safetensors.parse("x", bytes);
                assertEquals(read, Safetensors.parse("x", read.toBytes()));
            } catch (ModelFileException e) {
                refused++;
            }
        }
        assertTrue(refused > 50_000, "only a few were refused");
    }

    private static String entry(String dtype, String shape, String offsets) {
        return "{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%s]}".formatted(dtype, shape, offsets);
    }

    private static String two(String offsetsOfA, String offsetsOfB) {
        return "{\"a\":%s,\"b\":%s}".formatted(entry("F32", "1", offsetsOfA), entry("F32", "1", offsetsOfB));
    }

    private static String ones(int count) {
        return "[1" + ", 1".repeat(count - 1) + "]";
    }

    private static void assertEntry(String entry, String expected) {
        assertHeader("{\"a\":" + entry + "}", expected);
    }

    private static void assertHeader(String header, String expected) {
        assertFile(header, "", expected);
    }

    private static void assertFile(String header, String data, String expected) {
        assertFails("x: expected " + expected, () -> Safetensors.parse("x", file(header, data)));
    }

    private interface Call {
        Object run() throws IOException;
    }

    private static void assertFails(String message, Call call) {
        assertEquals(message, assertThrows(ModelFileException.class, call::run).getMessage());
    }

    private static void assertArgument(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    /** A file from the header's text and the data in hexadecimal digits. */
    private static byte[] file(String header, String data) {
        return file(header.getBytes(StandardCharsets.UTF_8), data);
    }

    private static byte[] file(byte[] header, String data) {
        byte[] bytes = HexFormat.of().parseHex(data);
        return ByteBuffer.allocate(8 + header.length + bytes.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(bytes)
                .array();
    }
}
