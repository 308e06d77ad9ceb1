package dev.lanewise.examples.garments;

/**
 * The cut of everything that hangs from the shoulders, in pixels. Widths are measured from the middle to one side.
 *
 * @param top height of the shoulders
 * @param shoulder width at the shoulders
 * @param neck width of the neckline
 * @param neckDepth depth of the neckline below the shoulders
 * @param neckline its form
 * @param chest width below the arms
 * @param waist width at the waist
 * @param hem width at the lower edge
 * @param length height of the lower edge
 */
record Cut(
        double top,
        double shoulder,
        double neck,
        double neckDepth,
        Neckline neckline,
        double chest,
        double waist,
        double hem,
        double length) {

    static final double MIDDLE = 14;
    private static final double SLOPE = 1.6;
    private static final double ARMHOLE = 7;

    enum Neckline {
        ROUND,
        V,
        SQUARE,
        BOAT
    }

    static Neckline neckline(Dice dice) {
        int choice = dice.below(10);
        return choice < 5 ? Neckline.ROUND : choice < 8 ? Neckline.V : choice < 9 ? Neckline.BOAT : Neckline.SQUARE;
    }

    Path body() {
        double waistHeight = top + (length - top) * 0.52;
        return halfNeckline()
                .line(MIDDLE + shoulder, top + SLOPE)
                .curve(MIDDLE + chest - 0.6, top + 4.5, MIDDLE + chest, armpit())
                .curve(MIDDLE + waist - 0.2, waistHeight - 3, MIDDLE + waist, waistHeight)
                .curve(MIDDLE + waist, waistHeight + 4, MIDDLE + hem, length)
                .curve(MIDDLE + hem / 2, length + 0.5, MIDDLE, length + 0.5)
                .mirrored(MIDDLE);
    }

    double armpit() {
        return top + ARMHOLE;
    }

    /** From the middle of the neckline to where it meets the right shoulder. */
    Path halfNeckline() {
        double depth = top + neckDepth;
        double side = MIDDLE + neck;
        return switch (neckline) {
            case ROUND -> Path.from(MIDDLE, depth).curve(side - 0.4, depth, side, top);
            case V -> Path.from(MIDDLE, depth + 1.2).line(side, top);
            case SQUARE -> Path.from(MIDDLE, depth).line(side - 0.5, depth).line(side, top);
            case BOAT -> Path.from(MIDDLE, top + 1.2).curve(side, top + 1, side + 1.6, top);
        };
    }

    Path wholeNeckline() {
        return halfNeckline().mirrored(MIDDLE);
    }

    /** The back of the garment, seen through the neckline. */
    Path back() {
        return Path.from(MIDDLE - neck - 0.3, top - 0.1)
                .curve(MIDDLE, top + 0.9, MIDDLE + neck + 0.3, top - 0.1)
                .line(MIDDLE, top + neckDepth + 1.5);
    }

    /**
     * The right sleeve.
     *
     * @param length from the shoulder to the cuff
     * @param spread how far the cuff's outer end stands from the shoulder sideways
     * @param cuff width at the cuff
     */
    Path sleeve(double length, double spread, double cuff) {
        double shoulderX = MIDDLE + shoulder;
        double shoulderY = top + SLOPE;
        double endX = shoulderX + spread;
        double endY = shoulderY + length;
        double direction = Math.sqrt(length * length + spread * spread);
        double acrossX = -cuff * length / direction;
        double acrossY = cuff * spread / direction;
        return Path.from(MIDDLE + shoulder - 2.4, top + 0.8)
                .line(shoulderX - 0.3, shoulderY - 0.2)
                .curve(shoulderX + Math.min(1.6, 0.7 * spread), shoulderY + 0.1 * length, endX, endY)
                .line(endX + acrossX, endY + acrossY)
                .line(MIDDLE + chest - 0.4, armpit() + 0.6)
                .line(MIDDLE + chest - 2, armpit() - 2);
    }

    /** The band at the end of the right sleeve. */
    Path cuff(double length, double spread, double cuff, double height) {
        double direction = Math.sqrt(length * length + spread * spread);
        double alongX = spread / direction;
        double alongY = length / direction;
        double endX = MIDDLE + shoulder + spread - alongX * height / 2;
        double endY = top + SLOPE + length - alongY * height / 2;
        return Path.from(endX, endY).line(endX - cuff * alongY, endY + cuff * alongX);
    }

    /** Where the right sleeve is sewn to the body. */
    Path armSeam() {
        return Path.from(MIDDLE + shoulder - 0.6, top + SLOPE - 0.2)
                .curve(MIDDLE + chest - 1.2, top + 4.5, MIDDLE + chest - 0.2, armpit() + 0.3);
    }

    /** The right edge of the body, below the arm. */
    Path side() {
        double waistHeight = top + (length - top) * 0.52;
        return Path.from(MIDDLE + chest, armpit())
                .curve(MIDDLE + waist - 0.2, waistHeight - 3, MIDDLE + waist, waistHeight)
                .curve(MIDDLE + waist, waistHeight + 4, MIDDLE + hem, length);
    }
}
