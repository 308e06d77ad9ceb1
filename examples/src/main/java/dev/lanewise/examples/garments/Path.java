package dev.lanewise.examples.garments;

import java.util.Arrays;

/**
 * A line of straight and curved pieces, flattened to points as it is drawn. Coordinates are pixels, x to the right and
 * y downwards; filled, the line is closed from its last point to its first.
 */
final class Path {
    private static final int PIECES = 8;
    /** Control distance of the cubic that comes closest to a quarter of a unit circle. */
    private static final double QUARTER = 0.5522847498307936;

    private double[] points = new double[64];
    private int size;

    private Path() {}

    static Path from(double x, double y) {
        return new Path().line(x, y);
    }

    static Path box(double left, double top, double right, double bottom) {
        return from(left, top).line(right, top).line(right, bottom).line(left, bottom);
    }

    static Path ellipse(double x, double y, double width, double height) {
        double a = width / 2;
        double b = height / 2;
        double k = QUARTER;
        return from(x + a, y)
                .curve(x + a, y + k * b, x + k * a, y + b, x, y + b)
                .curve(x - k * a, y + b, x - a, y + k * b, x - a, y)
                .curve(x - a, y - k * b, x - k * a, y - b, x, y - b)
                .curve(x + k * a, y - b, x + a, y - k * b, x + a, y);
    }

    Path line(double x, double y) {
        if (size + 2 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[size++] = x;
        points[size++] = y;
        return this;
    }

    /** A quadratic Bézier curve to (x, y) with one control point. */
    Path curve(double controlX, double controlY, double x, double y) {
        double x0 = points[size - 2];
        double y0 = points[size - 1];
        for (int i = 1; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            double s = 1 - t;
            line(s * s * x0 + 2 * s * t * controlX + t * t * x, s * s * y0 + 2 * s * t * controlY + t * t * y);
        }
        return this;
    }

    /** A cubic Bézier curve to (x, y) with two control points. */
    Path curve(double x1, double y1, double x2, double y2, double x, double y) {
        double x0 = points[size - 2];
        double y0 = points[size - 1];
        for (int i = 1; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double c = 3 * s * t * t;
            double d = t * t * t;
            line(a * x0 + b * x1 + c * x2 + d * x, a * y0 + b * y1 + c * y2 + d * y);
        }
        return this;
    }

    /** The line, then its mirror image backwards: half an outline made whole. */
    Path mirrored(double axis) {
        for (int i = size - 2; i >= 0; i -= 2) {
            line(2 * axis - points[i], points[i + 1]);
        }
        return this;
    }

    /** The mirror image of the line. */
    Path flipped(double axis) {
        Path flipped = new Path();
        for (int i = 0; i < size; i += 2) {
            flipped.line(2 * axis - points[i], points[i + 1]);
        }
        return flipped;
    }

    /** The outline of a pen of this width that follows the line. */
    Path stroke(double width) {
        Path outline = new Path();
        for (int i = 0; i < size; i += 2) {
            outline.offset(this, i, width / 2);
        }
        for (int i = size - 2; i >= 0; i -= 2) {
            outline.offset(this, i, -width / 2);
        }
        return outline;
    }

    private void offset(Path line, int i, double distance) {
        int before = Math.max(0, i - 2);
        int after = Math.min(line.size - 2, i + 2);
        double dx = line.points[after] - line.points[before];
        double dy = line.points[after + 1] - line.points[before + 1];
        double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        line(line.points[i] - distance * dy / length, line.points[i + 1] + distance * dx / length);
    }

    int points() {
        return size / 2;
    }

    double x(int point) {
        return points[2 * point];
    }

    double y(int point) {
        return points[2 * point + 1];
    }
}
