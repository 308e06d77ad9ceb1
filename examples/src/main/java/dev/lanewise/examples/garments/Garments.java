package dev.lanewise.examples.garments;

/**
 * Draws garment-like 28 × 28 grey images from a seed. Image {@code i} shows class {@code i mod 10}, so that every
 * stretch of a multiple of ten images holds the classes in equal numbers; the background is 0, white is 255.
 */
public final class Garments {
    /** Rows and columns of an image. */
    public static final int SIDE = Canvas.SIZE;

    /** Bytes of an image, row by row. */
    public static final int PIXELS = SIDE * SIDE;

    private Garments() {}

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

    /** The labels 0 … 9 of images {@code first} … {@code first + count − 1}. */
    public static byte[] labels(int first, int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) garment(first + i).ordinal();
        }
        return labels;
    }

    private static void draw(long seed, int index, byte[] images, int offset) {
        Dice dice = Dice.of(seed, index);
        Canvas canvas = new Canvas(dice);
        garment(index).draw(canvas, dice);
        canvas.write(dice, images, offset);
    }
}
