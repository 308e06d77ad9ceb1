package dev.lanewise.examples.garments;

/**
 * A black 28 × 28 picture on which outlines are filled, later ones over earlier ones. Coverage is exact along a line
 * and sampled on eight lines per pixel; everything drawn is moved and scaled as one, shades included.
 */
final class Canvas {
    static final int SIZE = 28;
    private static final int LINES = 8;
    /** Outlines may leave the picture by this much; what is beyond is pulled to the margin. */
    private static final int MARGIN = 16;

    private static final int WIDTH = SIZE + 2 * MARGIN;

    private final double[] grey = new double[SIZE * SIZE];
    private final double[] edges = new double[SIZE * WIDTH];
    private final double width;
    private final double height;
    private final double lean;
    private final double shiftX;
    private final double shiftY;

    /** A canvas on which everything is a little wider, taller, slanted and moved, as the dice have it. */
    Canvas(Dice dice) {
        width = dice.around(1, 0.03);
        height = dice.around(1, 0.02);
        lean = dice.around(0, 0.02);
        shiftX = dice.around(0, 0.4);
        shiftY = dice.around(0, 0.3);
    }

    void fill(Path outline, Shade shade) {
        blend(outline, shade, 1);
    }

    /** Fills with a shade that lets 1 − opacity of what lies below shine through. */
    void blend(Path outline, Shade shade, double opacity) {
        for (int i = 0; i < outline.points(); i++) {
            int j = i + 1 == outline.points() ? 0 : i + 1;
            edge(
                    pixelX(outline.x(i), outline.y(i)),
                    pixelY(outline.y(i)),
                    pixelX(outline.x(j), outline.y(j)),
                    pixelY(outline.y(j)));
        }
        for (int y = 0; y < SIZE; y++) {
            double winding = 0;
            for (int column = 0; column < WIDTH; column++) {
                winding += edges[y * WIDTH + column];
                edges[y * WIDTH + column] = 0;
                int x = column - MARGIN;
                double coverage = Math.min(1, Math.abs(winding));
                if (x >= 0 && x < SIZE && coverage > 1e-6) {
                    double there = shade.at(designX(x + 0.5, y + 0.5), designY(y + 0.5));
                    grey[y * SIZE + x] += (Math.clamp(there, 0, 1) - grey[y * SIZE + x]) * coverage * opacity;
                }
            }
        }
    }

    void stroke(Path line, double width, Shade shade) {
        fill(line.stroke(width), shade);
    }

    /** Darkens what is drawn already along a line: a seam, a fold, a shadow. Its strength is in [0, 1]. */
    void seam(Path line, double width, double strength) {
        blend(line.stroke(width), Shade.plain(0), strength);
    }

    /** Adds the signed coverage right of an edge; sums along a row then give how often the outline winds around. */
    private void edge(double x0, double y0, double x1, double y1) {
        double sign = y0 < y1 ? 1.0 / LINES : -1.0 / LINES;
        int first = Math.max(0, (int) Math.ceil(Math.min(y0, y1) * LINES - 0.5));
        int last = Math.min(SIZE * LINES, (int) Math.ceil(Math.max(y0, y1) * LINES - 0.5));
        for (int line = first; line < last; line++) {
            double y = (line + 0.5) / LINES;
            double x = Math.clamp(x0 + (x1 - x0) * ((y - y0) / (y1 - y0)) + MARGIN, 0, WIDTH - 2);
            int column = (int) x;
            double share = x - column;
            int at = line / LINES * WIDTH + column;
            edges[at] += sign * (1 - share);
            edges[at + 1] += sign * share;
        }
    }

    private double pixelX(double x, double y) {
        return (x - 14) * width + (y - 14) * lean + 14 + shiftX;
    }

    private double pixelY(double y) {
        return (y - 14) * height + 14 + shiftY;
    }

    private double designX(double x, double y) {
        return (x - 14 - shiftX - (designY(y) - 14) * lean) / width + 14;
    }

    private double designY(double y) {
        return (y - 14 - shiftY) / height + 14;
    }

    /** Writes the picture as bytes 0 … 255, row by row, with a little grain where something is drawn. */
    void write(Dice dice, byte[] target, int offset) {
        double grain = dice.between(0, 0.035);
        for (int i = 0; i < grey.length; i++) {
            double noisy = grey[i] * (1 + grain * (2 * dice.unit() - 1));
            target[offset + i] = (byte) (int) (255 * Math.clamp(noisy, 0, 1) + 0.5);
        }
    }
}
