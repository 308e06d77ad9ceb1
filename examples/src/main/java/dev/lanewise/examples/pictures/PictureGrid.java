package dev.lanewise.examples.pictures;

import dev.lanewise.Matrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A picture of grey images in rows: a title above, a label before each row. Each pixel of an image becomes a square of
 * {@value #SCALE} × {@value #SCALE}, so that the picture is readable at half its size.
 */
public final class PictureGrid {
    /** Side of the square that one pixel of an image is drawn as. */
    public static final int SCALE = 4;

    private static final int GAP = 6;
    private static final int MARGIN = 20;
    private static final int TITLE_SIZE = 26;
    private static final int LABEL_SIZE = 20;
    private static final Color INK = new Color(0x20, 0x20, 0x20);

    private final String title;
    private final int height;
    private final int width;
    private final List<Strip> strips;
    private final List<String> headings;

    /**
     * Creates a picture.
     *
     * @param title what it shows; may be empty
     * @param height rows of pixels of an image
     * @param width columns of pixels of an image
     * @param strips the rows of images, from the top
     * @throws IllegalArgumentException if there is no strip, or its images have another number of pixels
     */
    public PictureGrid(String title, int height, int width, List<Strip> strips) {
        this(title, height, width, strips, List.of());
    }

    private PictureGrid(String title, int height, int width, List<Strip> strips, List<String> headings) {
        if (strips.isEmpty()) {
            throw new IllegalArgumentException("strips: expected at least one, found none");
        }
        for (Strip strip : strips) {
            if (strip.images().columns() != height * width) {
                throw new IllegalArgumentException("strip \"%s\": expected images of %d × %d pixels, found %d pixels"
                        .formatted(strip.label(), height, width, strip.images().columns()));
            }
        }
        this.title = title;
        this.height = height;
        this.width = width;
        this.strips = List.copyOf(strips);
        this.headings = List.copyOf(headings);
    }

    /**
     * The same picture with a word above each column of images.
     *
     * @param words from the left; columns beyond have none
     * @return the picture with headings
     */
    public PictureGrid headed(List<String> words) {
        return new PictureGrid(title, height, width, strips, words);
    }

    /**
     * A picture of images in reading order, without labels.
     *
     * @param title what it shows
     * @param height rows of pixels of an image
     * @param width columns of pixels of an image
     * @param columns how many images stand side by side
     * @param images one image a row
     * @return the picture
     */
    public static PictureGrid of(String title, int height, int width, int columns, Matrix images) {
        List<Strip> strips = new ArrayList<>();
        for (int first = 0; first < images.rows(); first += columns) {
            strips.add(new Strip("", images.slice(first, Math.min(first + columns, images.rows()))));
        }
        return new PictureGrid(title, height, width, strips);
    }

    /**
     * Draws the picture.
     *
     * @return the picture, in grey
     */
    public BufferedImage draw() {
        int left = MARGIN + labelWidth();
        int belowTitle = MARGIN + (title.isEmpty() ? 0 : TITLE_SIZE + GAP + MARGIN / 2);
        int top = belowTitle + (headings.isEmpty() ? 0 : LABEL_SIZE + GAP);
        int columns =
                strips.stream().mapToInt(strip -> strip.images().rows()).max().orElse(1);
        int across =
                Math.max(left + columns * (width * SCALE + GAP) - GAP, MARGIN + Lettering.width(title, TITLE_SIZE));
        int down = top + strips.size() * (height * SCALE + GAP) - GAP;

        BufferedImage picture = new BufferedImage(across + MARGIN, down + MARGIN, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setColor(INK);
        Lettering.draw(graphics, title, MARGIN, MARGIN, TITLE_SIZE);
        drawHeadings(graphics, left, belowTitle);
        for (int i = 0; i < strips.size(); i++) {
            int y = top + i * (height * SCALE + GAP);
            Lettering.draw(graphics, strips.get(i).label(), MARGIN, y + (height * SCALE - LABEL_SIZE) / 2, LABEL_SIZE);
            draw(picture, strips.get(i).images(), left, y);
        }
        graphics.dispose();
        return picture;
    }

    private void drawHeadings(Graphics2D graphics, int left, int y) {
        for (int i = 0; i < headings.size(); i++) {
            int middle = left + i * (width * SCALE + GAP) + width * SCALE / 2;
            int half = Lettering.width(headings.get(i), LABEL_SIZE) / 2;
            Lettering.draw(graphics, headings.get(i), middle - half, y, LABEL_SIZE);
        }
    }

    private int labelWidth() {
        int widest = strips.stream()
                .mapToInt(strip -> Lettering.width(strip.label(), LABEL_SIZE))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : widest + MARGIN / 2;
    }

    private void draw(BufferedImage picture, Matrix images, int left, int top) {
        for (int image = 0; image < images.rows(); image++) {
            int x = left + image * (width * SCALE + GAP);
            for (int row = 0; row < height * SCALE; row++) {
                for (int column = 0; column < width * SCALE; column++) {
                    float pixel = images.get(image, row / SCALE * width + column / SCALE);
                    picture.getRaster()
                            .setSample(x + column, top + row, 0, Math.round(255 * Math.clamp(pixel, 0f, 1f)));
                }
            }
        }
    }

    /**
     * Writes the picture as a PNG.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    public void writePng(OutputStream out) throws IOException {
        ImageIO.setUseCache(false);
        if (!ImageIO.write(draw(), "png", out)) {
            throw new IOException("this Java has no writer for PNG files");
        }
    }
}
