package dev.lanewise.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FashionMnistTest {

    @TempDir
    private Path folder;

    @Test
    void theRealFilesAreThoseThatADownloadExpects() throws IOException {
        Path real = SharedFolder.fashionMnist();
        for (Download.Item item : FashionMnist.FILES) {
            assertTrue(item.isAt(real.resolve(item.name())), item::toString);
        }
    }

    @Test
    void theRealImagesComeInTheCustomarySplit() throws Exception {
        Split split = FashionMnist.load(SharedFolder.fashionMnist());
        assertEquals(55_000, split.train().rows());
        assertEquals(5_000, split.validation().rows());
        assertEquals(10_000, split.test().rows());
        assertEquals(FashionMnist.HEIGHT * FashionMnist.WIDTH, split.train().columns());
        assertArrayEquals(new int[] {9, 0, 0, 3, 0, 2, 7, 2, 5, 5}, firstLabels(split.train()));
        assertArrayEquals(new int[] {9, 2, 1, 1, 6, 1, 4, 6, 5, 7}, firstLabels(split.test()));
        // Each class has 6,000 training and 1,000 test images (Xiao et al., section 2).
        int[] counts = new int[FashionMnist.CLASS_NAMES.size()];
        for (DataSet part : new DataSet[] {split.train(), split.validation()}) {
            IntStream.range(0, part.rows()).forEach(row -> counts[part.label(row)]++);
        }
        for (int count : counts) {
            assertEquals(6_000, count);
        }
    }

    /**
     * Computed with Python: {@code hashlib.sha256(struct.pack("<ii", 55000, 784) + (pixels[:55000].astype("float32") /
     * numpy.float32(255)).tobytes()).hexdigest()}.
     */
    @Test
    void theFingerprintOfTheRealImagesIsTheDocumentedOne() throws IOException {
        assertEquals(
                "30e051be4585329a8c728db10867c6b0c1a5109c7a67c4038a04f37e9d59958b",
                FashionMnist.load(SharedFolder.fashionMnist()).train().fingerprint());
    }

    @Test
    void otherFilesUnderTheSameNamesAreSplitInProportion() throws IOException {
        write("train-images-idx3-ubyte", images(24));
        write("train-labels-idx1-ubyte", labels(24));
        write("t10k-images-idx3-ubyte", images(3));
        write("t10k-labels-idx1-ubyte", labels(3));
        Split split = FashionMnist.load(folder);
        assertEquals(22, split.train().rows());
        assertEquals(2, split.validation().rows());
        assertEquals(3, split.test().rows());
        assertEquals(22, split.validation().label(0));
    }

    @Test
    void allMissingFilesAreListed() throws IOException {
        write("train-images-idx3-ubyte", images(24));
        write("t10k-images-idx3-ubyte.gz", images(3));
        NoSuchFileException thrown = assertThrows(NoSuchFileException.class, () -> FashionMnist.load(folder));
        assertEquals(
                folder + ": expected the four files of Fashion-MNIST, found no train-labels-idx1-ubyte(.gz), "
                        + "no t10k-labels-idx1-ubyte(.gz)",
                thrown.getMessage());
    }

    @Test
    void testImagesOfAnotherSizeAreRefused() throws IOException {
        write("train-images-idx3-ubyte", images(24));
        write("train-labels-idx1-ubyte", labels(24));
        write("t10k-images-idx3-ubyte", "00000803" + "00000001" + "00000001" + "00000002" + "0102");
        write("t10k-labels-idx1-ubyte", labels(1));
        DataFileException thrown = assertThrows(DataFileException.class, () -> FashionMnist.load(folder));
        assertEquals("2 pixels", thrown.found());
    }

    @Test
    void theCacheIsAFolderOfOurOwn() {
        assertTrue(FashionMnist.cacheFolder().endsWith(Path.of("lanewise", "fashion-mnist")));
        assertTrue(FashionMnist.cacheFolder().isAbsolute());
    }

    private static int[] firstLabels(DataSet data) {
        return IntStream.range(0, 10).map(data::label).toArray();
    }

    private void write(String name, String hex) throws IOException {
        Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));
    }

    private static String images(int count) {
        return "00000803%08x0000000100000001".formatted(count) + "7f".repeat(count);
    }

    private static String labels(int count) {
        StringBuilder hex = new StringBuilder("00000801%08x".formatted(count));
        IntStream.range(0, count).forEach(label -> hex.append("%02x".formatted(label)));
        return hex.toString();
    }
}
