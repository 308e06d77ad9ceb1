package dev.lanewise.examples.garments;

import dev.lanewise.data.DataSet;
import dev.lanewise.data.Split;

/**
 * Draws garment-like 28 × 28 grey images from a seed. Image {@code i} shows class {@code i mod 10}, so that every
 * stretch of a multiple of ten images holds the classes in equal numbers; the background is 0, white is 255.
 */
public final class Garments {
    /** Rows and columns of an image. */
    public static final int SIDE = Canvas.SIZE;

    /** Bytes of an image, row by row. */
    public static final int PIXELS = SIDE * SIDE;

    private static final long SEED = 1;
    private static final int TRAIN = 10_000;
    private static final int VALIDATION = 1_000;
    private static final int TEST = 1_000;

    private Garments() {}

    /**
     * The embedded data set: 12,000 images, labelled, of which 10,000 are to train on, 1,000 for validation and 1,000
     * for the test. Always the same; takes about a second.
     */
    public static Split split() {
        int count = TRAIN + VALIDATION + TEST;
        DataSet images = DataSet.ofImages(PIXELS, images(SEED, 0, count));
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = garment(i).ordinal();
        }
        return Split.ofCounts(images.labelled(labels), VALIDATION, TEST);
    }

    /** The class of an image. */
    public static Garment garment(int index) {
        return Garment.values()[index % 10];
    }

    /**
     * Draws images {@code first} … {@code first + count − 1}.
     *
     * @return count × 784 bytes, one image after the other
     */
    public static byte[] images(long seed, int first, int count) {
        byte[] images = new byte[count * PIXELS];
        for (int i = 0; i < count; i++) {
            draw(seed, first + i, images, i * PIXELS);
        }
        return images;
    }

    private static void draw(long seed, int index, byte[] images, int offset) {
        Dice dice = Dice.of(seed, index);
        Canvas canvas = new Canvas(dice);
        garment(index).draw(canvas, dice);
        canvas.write(dice, images, offset);
    }
}
