package dev.lanewise.examples.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureGridTest {
    @Test
    void aPixelBecomesASquareOfItsGrey() {
        PictureGrid grid = PictureGrid.of("", 2, 2, 2, Matrix.of(2, 4, 0, 1, 0.5f, 2, 0, 0, 0, -1));
        BufferedImage picture = grid.draw();
        assertEquals(2 * 20 + 2 * 8 + 6, picture.getWidth());
        assertEquals(2 * 20 + 8, picture.getHeight());
        assertEquals(0, grey(picture, 20, 20));
        assertEquals(255, grey(picture, 24, 20));
        assertEquals(128, grey(picture, 23, 27));
        assertEquals(255, grey(picture, 27, 27), "what is above 1 is white");
        assertEquals(0, grey(picture, 20 + 14 + 7, 27), "what is below 0 is black");
        assertEquals(255, grey(picture, 20 + 8 + 1, 21), "white between the images");
    }

    @Test
    void pngHoldsWhatWasDrawn() throws Exception {
        Matrix images = Matrix.zeros(10, 784);
        PictureGrid grid = new PictureGrid(
                "Title", 28, 28, List.of(new Strip("clean", images), new Strip("reconstructed", images)));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        grid.writePng(png);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        BufferedImage drawn = grid.draw();
        assertEquals(drawn.getWidth(), read.getWidth());
        assertEquals(drawn.getHeight(), read.getHeight());
        assertTrue(read.getWidth() > 10 * 28 * 4, "width " + read.getWidth());
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        Strip strip = new Strip("clean", Matrix.zeros(1, 783));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new PictureGrid("", 28, 28, List.of(strip)));
        assertEquals("strip \"clean\": expected images of 28 × 28 pixels, found 783 pixels", refused.getMessage());
    }

    @Test
    void aGridBreaksIntoRows() {
        BufferedImage picture =
                PictureGrid.of("", 28, 28, 7, Matrix.zeros(15, 784)).draw();
        assertEquals(2 * 20 + 7 * 118 - 6, picture.getWidth());
        assertEquals(2 * 20 + 3 * 118 - 6, picture.getHeight());
    }

    @Test
    void headingsStandAboveTheirColumns() {
        PictureGrid grid = PictureGrid.of("", 28, 28, 2, Matrix.zeros(2, 784));
        BufferedImage plain = grid.draw();
        BufferedImage headed = grid.headed(List.of("", "IIII")).draw();
        assertEquals(plain.getWidth(), headed.getWidth());
        assertEquals(plain.getHeight() + 26, headed.getHeight());
        assertTrue(darkest(headed, 20, 20, 112, 20) == 255, "nothing above the first image");
        assertTrue(darkest(headed, 138, 20, 112, 20) < 128, "a word above the second");
    }

    private static int darkest(BufferedImage picture, int x, int y, int width, int height) {
        int darkest = 255;
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                darkest = Math.min(darkest, grey(picture, column, row));
            }
        }
        return darkest;
    }

    @Test
    void dotFontDrawsLettersWithoutAnyFont() {
        BufferedImage picture = new BufferedImage(12, 8, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        DotFont.draw(graphics, "Tl", 0, 0, 8);
        graphics.dispose();
        assertEquals(
                String.join(
                        "\n",
                        "#####..##...",
                        "..#.....#...",
                        "..#.....#...",
                        "..#.....#...",
                        "..#.....#...",
                        "..#.....#...",
                        "..#....###..",
                        "............"),
                dots(picture));
        assertEquals(12, DotFont.width("Tl", 8));
    }

    private static String dots(BufferedImage picture) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < picture.getHeight(); y++) {
            text.append(y == 0 ? "" : "\n");
            for (int x = 0; x < picture.getWidth(); x++) {
                text.append(grey(picture, x, y) > 0 ? '#' : '.');
            }
        }
        return text.toString();
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }
}
