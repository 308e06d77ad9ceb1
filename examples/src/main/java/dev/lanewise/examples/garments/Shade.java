package dev.lanewise.examples.garments;

/** The grey of a surface at each point: 0 is the background's black, 1 is white. */
@FunctionalInterface
interface Shade {
    double at(double x, double y);

    static Shade plain(double grey) {
        return (x, y) -> grey;
    }

    default Shade times(Shade other) {
        return (x, y) -> at(x, y) * other.at(x, y);
    }

    default Shade times(double factor) {
        return (x, y) -> at(x, y) * factor;
    }

    /** This shade below the line {@code y = height}, the other one above it. */
    default Shade below(double height, Shade other) {
        return (x, y) -> y < height ? other.at(x, y) : at(x, y);
    }

    /** Smooth value noise in [0, 1] with bumps of the given size in pixels. */
    static Shade noise(long salt, double width, double height) {
        return (x, y) -> bumps(salt, x / width, y / height);
    }

    private static double bumps(long salt, double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double right = smooth(x - column);
        double down = smooth(y - row);
        double above = blend(lattice(salt, column, row), lattice(salt, column + 1, row), right);
        double beneath = blend(lattice(salt, column, row + 1), lattice(salt, column + 1, row + 1), right);
        return blend(above, beneath, down);
    }

    private static double lattice(long salt, long column, long row) {
        return (Dice.mix(salt ^ (column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL)) >>> 11) * 0x1p-53;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double blend(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
