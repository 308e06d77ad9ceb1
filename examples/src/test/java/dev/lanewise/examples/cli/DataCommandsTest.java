package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.Idx;
import dev.lanewise.examples.StackedAutoencoderModel;
import dev.lanewise.examples.VariationalModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What encode, reconstruct, generate and interpolate write is what the model answers. */
class DataCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void codingsAreWrittenToTheLastBitWithTheirLabels() throws Exception {
        Path file = folder.resolve("new/codings.csv");
        Console console = Trained.on("stacked", file, "encode", "--set", "validation");
        assertEquals("1000", Trained.result(console).get("images"));
        assertEquals("30", Trained.result(console).get("codings"));
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.getFirst().startsWith("coding_0,coding_1,"), lines.getFirst());
        assertTrue(lines.getFirst().endsWith(",coding_29,label"), lines.getFirst());
        DataSet images = Trained.DATA.validation();
        Matrix codings =
                StackedAutoencoderModel.load(Trained.weights("stacked")).encode(images.matrix());
        assertEquals(1001, lines.size());
        for (int row = 0; row < 1000; row++) {
            String[] cells = lines.get(row + 1).split(",");
            assertArrayEquals(codings.row(row), floats(cells, 0, 30));
            assertEquals(Integer.toString(images.label(row)), cells[30]);
        }
    }

    @Test
    void reconstructionsAreAPictureAndValuesOnRequest() throws Exception {
        Console console = Trained.on("stacked", folder, "reconstruct", "--values", "csv");
        assertPicture("reconstructions.png", 10, 2);
        Matrix images = Trained.DATA.test().matrix();
        Matrix expected =
                StackedAutoencoderModel.load(Trained.weights("stacked")).reconstruct(images);
        List<String> lines = Files.readAllLines(folder.resolve("reconstructions.csv"));
        assertEquals(1001, lines.size());
        assertArrayEquals(expected.row(17), floats(lines.get(18).split(","), 0, 784));
        double squares = 0;
        for (int i = 0; i < expected.values().length; i++) {
            squares += Math.pow((double) expected.values()[i] - images.values()[i], 2);
        }
        assertEquals(squares / expected.values().length, Trained.number(console, "mse"), 1e-8);
    }

    @Test
    void reconstructionsAsIdxAreBytesWithLabels() throws Exception {
        Trained.on("stacked", folder, "reconstruct", "--values", "idx");
        DataSet read = Idx.labelledImages(
                folder.resolve("reconstructions-idx3-ubyte.gz"),
                folder.resolve("reconstructions-labels-idx1-ubyte.gz"));
        DataSet images = Trained.DATA.test();
        Matrix expected =
                StackedAutoencoderModel.load(Trained.weights("stacked")).reconstruct(images.matrix());
        assertEquals(1000, read.rows());
        assertEquals(images.label(123), read.label(123));
        float[] pixels = read.matrix(123, 124).row(0);
        for (int i = 0; i < 784; i++) {
            assertEquals(Math.clamp(expected.get(123, i), 0f, 1f), pixels[i], 0.5f / 255 + 1e-6f);
        }
    }

    @Test
    void generatedImagesAreTheModelsSamples() throws Exception {
        Trained.on("variational", folder, "generate", "--count", "16", "--columns", "7", "--seed", "4");
        assertPicture("generated.png", 7, 3);
        Matrix expected = VariationalModel.load(Trained.weights("variational")).sample(16, 4);
        List<String> lines = Files.readAllLines(folder.resolve("generated.csv"));
        assertTrue(lines.getFirst().endsWith(",pixel_783"), lines.getFirst());
        assertEquals(17, lines.size());
        for (int row = 0; row < 16; row++) {
            assertArrayEquals(expected.row(row), floats(lines.get(row + 1).split(","), 0, 784));
        }
    }

    @Test
    void anAxisIsWalkedWithTheOtherCodingsAtZero() throws Exception {
        Trained.on("variational", folder, "interpolate", "--axis", "3", "--from", "-0.8", "--to", "0.8");
        assertPicture("interpolation.png", 7, 1);
        List<String> lines = Files.readAllLines(folder.resolve("interpolation.csv"));
        assertEquals(8, lines.size());
        Matrix codings = Matrix.zeros(1, 10);
        codings.values()[3] = -0.8f;
        assertRow(lines.get(1), "decoded", "-0.80", decoded(codings));
        codings.values()[3] = 0;
        assertRow(lines.get(4), "decoded", "0.00", decoded(codings));
        codings.values()[3] = 0.8f;
        assertRow(lines.get(7), "decoded", "0.80", decoded(codings));
    }

    @Test
    void betweenImagesCodingsAreAboveAndPixelsBeneath() throws Exception {
        Trained.on("variational", folder, "interpolate", "--between", "3,8", "--steps", "5", "--spherical");
        assertPicture("interpolation.png", 5, 2);
        List<String> lines = Files.readAllLines(folder.resolve("interpolation.csv"));
        assertEquals(11, lines.size());
        Matrix ends = Trained.DATA.test().select(3, 8).matrix();
        Matrix reconstructed =
                VariationalModel.load(Trained.weights("variational")).reconstruct(ends);
        float[] halfway = new float[784];
        for (int i = 0; i < 784; i++) {
            halfway[i] = (ends.get(0, i) + ends.get(1, i)) / 2;
        }
        assertRow(lines.get(1), "codings", "0.00", reconstructed.row(0));
        assertRow(lines.get(5), "codings", "1.00", reconstructed.row(1));
        assertRow(lines.get(6), "pixels", "0.00", ends.row(0));
        assertRow(lines.get(8), "pixels", "0.50", halfway);
        assertRow(lines.get(10), "pixels", "1.00", ends.row(1));
    }

    @Test
    void anAxisOrAnImageThatIsNotThereIsOneLine() {
        assertRefused("--axis: expected 0 to 9, the codings of variational, found 10", "--axis", "10");
        assertRefused("--between: expected 0 to 999, the test images, found 1000", "--between", "3,1000");
    }

    private static void assertRefused(String expected, String option, String value) {
        Console console = Console.run(
                "interpolate",
                "variational",
                "--weights",
                Trained.weights("variational").toString(),
                option,
                value);
        assertEquals(2, console.exitCode());
        assertEquals(1, console.err().size(), console.err().toString());
        assertTrue(console.err().getFirst().contains(expected), console.err().getFirst());
    }

    private static float[] decoded(Matrix codings) throws IOException {
        return VariationalModel.load(Trained.weights("variational"))
                .decode(codings)
                .row(0);
    }

    private static void assertRow(String line, String row, String position, float[] pixels) {
        String[] cells = line.split(",");
        assertEquals(row, cells[0]);
        assertEquals(position, cells[1]);
        assertArrayEquals(pixels, floats(cells, 2, 784), 1e-5f);
    }

    private static float[] floats(String[] cells, int from, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = Float.parseFloat(cells[from + i]);
        }
        return floats;
    }

    /** A picture with so many images across and down, and room for words. */
    private void assertPicture(String name, int across, int down) throws IOException {
        BufferedImage picture = ImageIO.read(folder.resolve(name).toFile());
        int left = picture.getWidth() - across * 118;
        int above = picture.getHeight() - down * 118;
        assertTrue(left >= 34 && left < 500, "width " + picture.getWidth());
        assertTrue(above >= 34 && above < 118, "height " + picture.getHeight());
    }
}
