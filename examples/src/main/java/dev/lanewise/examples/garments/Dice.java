package dev.lanewise.examples.garments;

/**
 * The random numbers of one image: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", 2014), its state taken from the seed and the image's index, so that no image depends on another.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, int index) {
        return new Dice(mix(mix(seed + GOLDEN) + index * GOLDEN));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** A bell around {@code centre} that never leaves {@code centre ± 3·deviation}: the sum of three uniform numbers. */
    double around(double centre, double deviation) {
        return centre + deviation * 2 * (unit() + unit() + unit() - 1.5);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
