package dev.lanewise.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdxTest {

    /** Two images of 1 × 3 pixels, written by hand from the format's description. */
    private static final byte[] IMAGES =
            HexFormat.of().parseHex("00000803" + "00000002" + "00000001" + "00000003" + "0001ff" + "800a64");

    private static final byte[] LABELS = HexFormat.of().parseHex("00000801" + "00000002" + "09ff");

    @TempDir
    private Path folder;

    @Test
    void imagesAreReadAsTheyStandPlainOrCompressed() throws IOException {
        Matrix expected = Matrix.of(2, 3, 0, 1 / 255f, 1, 128 / 255f, 10 / 255f, 100 / 255f);
        assertEquals(expected, Idx.images(file(IMAGES)).matrix());
        assertEquals(expected, Idx.images(file(gzip(IMAGES))).matrix());
        assertArrayEquals(new int[] {9, 255}, Idx.labels(file(LABELS)));
        assertArrayEquals(new int[] {9, 255}, Idx.labels(file(gzip(LABELS))));
    }

    @Test
    void aFileOfMoreThanAnArrayCanHoldIsMapped() throws IOException {
        Path file = folder.resolve("large");
        int rows = 3_000_000;
        long length = 16 + 784L * rows;
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.writeInt(0x00000803);
            sparse.writeInt(rows);
            sparse.writeInt(28);
            sparse.writeInt(28);
            sparse.setLength(length);
            sparse.seek(length - 784);
            sparse.write(new byte[] {(byte) 255, 0, 51});
        }
        DataSet images = Idx.images(file);
        assertEquals(rows, images.rows());
        float[] last = new float[800];
        images.read(rows - 1, last, 3);
        assertArrayEquals(new float[] {0, 0, 0, 1, 0, 0.2f, 0}, Arrays.copyOf(last, 7));
    }

    @Test
    void compressionIsToldFromTheContentNotFromTheName() throws IOException {
        Path plain = Files.write(folder.resolve("plain.gz"), IMAGES);
        assertEquals(2, Idx.images(plain).rows());
    }

    @Test
    void gzipHeadersWithAllTheirOptionsAreRead() throws IOException {
        byte[] gzip = gzip(LABELS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Arrays.copyOf(gzip, 3));
        bytes.write(0x1f);
        bytes.writeBytes(Arrays.copyOfRange(gzip, 4, 10));
        bytes.writeBytes(new byte[] {3, 0, 'a', 'b', 'c', 'n', 'a', 'm', 'e', 0, 'c', 0, 1, 2});
        bytes.writeBytes(Arrays.copyOfRange(gzip, 10, gzip.length));
        assertArrayEquals(new int[] {9, 255}, Idx.labels(file(bytes.toByteArray())));
    }

    @Test
    void labelsBelongToTheirImages() throws IOException {
        DataSet data = Idx.labelledImages(file(IMAGES), file(LABELS));
        assertEquals(255, data.label(1));
        Path images = file(IMAGES);
        Path three = file(HexFormat.of().parseHex("00000801" + "00000003" + "010203"));
        assertMessage(
                three,
                "expected 2 labels, one for each image in " + images + ", found 3",
                () -> Idx.labelledImages(images, three));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        byte[] pixels = new byte[50 * 7 * 11];
        new Random(1).nextBytes(pixels);
        int[] labels = new Random(2).ints(50, 0, 256).toArray();
        DataSet data = DataSet.ofImages(77, pixels).labelled(labels);
        for (String suffix : new String[] {"", ".gz"}) {
            Path images = folder.resolve("images" + suffix);
            Path classes = folder.resolve("labels" + suffix);
            Idx.writeImages(images, 7, 11, data);
            Idx.writeLabels(classes, data);
            DataSet again = Idx.labelledImages(images, classes);
            assertEquals(data.matrix(), again.matrix());
            assertArrayEquals(labels, Idx.labels(classes));
            assertEquals(suffix.isEmpty(), Files.size(images) == 16 + pixels.length);
        }
        assertArrayEquals(
                HexFormat.of().parseHex("00000803" + "00000032" + "00000007" + "0000000b"),
                Arrays.copyOf(Files.readAllBytes(folder.resolve("images")), 16));
    }

    @Test
    void dataThatDoesNotFitIsNotWritten() {
        Path file = folder.resolve("not-written");
        DataSet data = DataSet.of(new float[] {0.5f, 2}).labelled(256);
        assertThrows(IllegalArgumentException.class, () -> Idx.writeImages(file, 1, 2, data));
        assertThrows(IllegalArgumentException.class, () -> Idx.writeImages(file, 1, 3, data));
        assertThrows(IllegalArgumentException.class, () -> Idx.writeLabels(file, data));
        assertThrows(IllegalArgumentException.class, () -> Idx.writeLabels(file, DataSet.of(new float[] {1})));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void damagedFilesAreRefusedInPlainWords() throws IOException {
        assertImages("", "an IDX file of images (magic 0x00000803), found 0 bytes");
        assertImages("000008", "an IDX file of images (magic 0x00000803), found 3 bytes");
        assertImages("00000803" + "00000002" + "00000001", "an IDX file of images (magic 0x00000803), found 12 bytes");
        assertImages(
                "00000801" + "00000008" + "0102030405060708",
                "an IDX file of images (magic 0x00000803), found an IDX file of labels (0x00000801)");
        assertImages(
                "504b0304" + "00000008" + "0102030405060708",
                "an IDX file of images (magic 0x00000803), found 0x504b0304, which is neither IDX nor gzip");
        assertImages(header(0, 1, 3), "one or more images, found a header for 0");
        assertImages(header(2, 0, 3), "one or more rows of pixels, found a header for 0");
        assertImages(header(2, 1, -1), "one or more columns of pixels, found a header for 4294967295");
        assertImages(header(2, 1, 3) + "0001020304", "22 bytes for 2 images of 3 pixels, found 21 bytes");
        assertImages(header(2, 1, 3) + "00010203040506", "22 bytes for 2 images of 3 pixels, found 1 more");
        assertImages(
                header(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
                "at most 2 GiB, found a header for 2147483647 images of 4611686014132420609 bytes");
        assertImages(
                header(65536, 256, 256),
                "4294967312 bytes for 65536 images of 65536 pixels, found 16 bytes",
                "at most 2 GiB, found a header for 65536 images of 65536 bytes");
        assertImages(
                header(30000, 256, 256),
                "1966080016 bytes for 30000 images of 65536 pixels, found 16 bytes",
                "1966080016 bytes for 30000 images of 65536 pixels, found a gzip file that is too small for them");
    }

    @Test
    void damagedGzipFilesAreRefusedInPlainWords() throws IOException {
        byte[] gzip = gzip(IMAGES);
        assertGzip(Arrays.copyOf(gzip, 5), "its end after 5 bytes");
        assertGzip(Arrays.copyOf(gzip, gzip.length - 8), "its end after " + (gzip.length - 8) + " compressed bytes");
        assertGzip(Arrays.copyOf(gzip, gzip.length - 1), "its end after " + (gzip.length - 1) + " compressed bytes");
        assertGzip(Arrays.copyOf(gzip, gzip.length + 3), "3 more bytes after it");
        assertGzip(changed(gzip, gzip.length - 1), "data that does not have the checksum and length at its end");
        assertGzip(changed(gzip, gzip.length - 5), "data that does not have the checksum and length at its end");
        assertGzip(changed(gzip, 2), "a header with method 9 and flags 0x00");
        byte[] named = gzip.clone();
        named[3] = 8;
        Arrays.fill(named, 10, named.length, (byte) 'n');
        assertGzip(named, "its end after " + named.length + " bytes, within its header");
    }

    @Test
    void aLargeHeaderOverLittleDataSetsAsideLittleMemory() throws IOException {
        // A gzip file of noise that could by its size, but does not, hold what its header says.
        byte[] some = new byte[200_000];
        new Random(4).nextBytes(some);
        System.arraycopy(HexFormat.of().parseHex(header(2000, 300, 300)), 0, some, 0, 16);
        Path file = file(gzip(some));
        assertMessage(
                file,
                "expected 180000016 bytes for 2000 images of 90000 pixels, found 200000 bytes",
                () -> Idx.images(file));
    }

    @Test
    void everyDamageIsADataFileExceptionOrNone() throws IOException {
        Random random = new Random(3);
        byte[] pixels = new byte[40 * 64];
        random.nextBytes(pixels);
        Path file = folder.resolve("fuzz.gz");
        Idx.writeImages(file, 8, 8, DataSet.ofImages(64, pixels));
        byte[] compressed = Files.readAllBytes(file);
        byte[] plain = Arrays.copyOf(HexFormat.of().parseHex(header(40, 8, 8)), 16 + pixels.length);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? compressed.clone() : plain.clone();
            int at = random.nextInt(i % 4 < 2 ? 16 : bytes.length);
            bytes[at] = (byte) random.nextInt();
            try {
                Idx.images(
                        "fuzz",
                        ByteBuffer.wrap(i % 8 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes));
            } catch (DataFileException e) {
                refused++;
            }
        }
        assertTrue(refused > 5000, () -> "only a few were refused");
    }

    @Test
    void whatIsNoFileIsSaidToBeNone() {
        assertThrows(NoSuchFileException.class, () -> Idx.images(folder.resolve("nowhere")));
        assertMessage(folder, "expected an IDX file, found a folder or a device", () -> Idx.images(folder));
    }

    @Test
    void theRealTestImagesAreRead() throws IOException {
        Path real = SharedFolder.fashionMnist();
        DataSet data = Idx.labelledImages(
                real.resolve("t10k-images-idx3-ubyte.gz"), real.resolve("t10k-labels-idx1-ubyte.gz"));
        assertEquals(10_000, data.rows());
        assertEquals(784, data.columns());
        int[] first = {9, 2, 1, 1, 6, 1, 4, 6};
        for (int row = 0; row < first.length; row++) {
            assertEquals(first[row], data.label(row));
        }
        Path again = folder.resolve("again");
        Idx.writeImages(again, 28, 28, data);
        assertEquals(16 + 7_840_000, Files.size(again));
        assertEquals(data.fingerprint(), Idx.images(again).fingerprint());
    }

    private static String header(int count, int height, int width) {
        return "00000803%08x%08x%08x".formatted(count, height, width);
    }

    /** Both the plain and the compressed file are refused; with the same words, unless others are given. */
    private void assertImages(String hex, String... expected) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        Path plain = file(bytes);
        assertMessage(plain, "expected " + expected[0], () -> Idx.images(plain));
        Path compressed = file(gzip(bytes));
        String words = expected[expected.length - 1].replace("found 1 more", "found more");
        assertMessage(compressed, "expected " + words, () -> Idx.images(compressed));
    }

    private void assertGzip(byte[] bytes, String found) throws IOException {
        Path file = file(bytes);
        assertMessage(file, "expected one whole gzip file, found " + found, () -> Idx.images(file));
    }

    private interface Call {
        Object run() throws IOException;
    }

    private static void assertMessage(Path file, String expected, Call call) {
        DataFileException thrown = assertThrows(DataFileException.class, call::run);
        assertEquals(file + ": " + expected, thrown.getMessage());
        assertEquals(file.toString(), thrown.file());
        assertEquals("expected " + thrown.expected() + ", found " + thrown.found(), expected);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "idx", ""), bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at]++;
        return changed;
    }
}
