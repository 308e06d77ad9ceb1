package dev.lanewise.examples.garments;

/** What garments are made of: a tone, a pattern over it, and the folds that light draws on every cloth. */
final class Fabric {
    private Fabric() {}

    /** The grey of a cloth: mostly light, sometimes dark, as photographs of clothes turn out once inverted. */
    static double tone(Dice dice) {
        return dice.chance(0.2) ? dice.between(0.2, 0.55) : dice.between(0.68, 1);
    }

    /** A tone that stands out against the given one. */
    static double contrast(Dice dice, double tone) {
        return tone > 0.55 ? tone * dice.between(0.3, 0.8) : tone + dice.between(0.25, 0.5);
    }

    /** A cloth of the given tone; {@code patterned} is the probability that it is not plain. */
    static Shade cloth(Dice dice, double tone, double patterned) {
        Shade cloth = dice.chance(patterned) ? pattern(dice, tone) : Shade.plain(tone);
        return folds(dice, cloth);
    }

    /** Soft vertical folds and a little light from one side. */
    static Shade folds(Dice dice, Shade cloth) {
        Shade fold = Shade.noise(dice.next(), dice.between(2, 4), dice.between(5, 10));
        double depth = dice.between(0.1, 0.4);
        double slope = dice.around(0, 0.007);
        return (x, y) -> cloth.at(x, y) * (1 + depth * (0.5 - fold.at(x, y)) + slope * (x - 14));
    }

    private static Shade pattern(Dice dice, double tone) {
        double second = contrast(dice, tone);
        return switch (dice.below(9)) {
            case 0 -> stripes(dice, tone, second, false);
            case 1 -> stripes(dice, tone, second, true);
            case 2 -> checks(dice, tone, second);
            case 3 -> flowers(dice, tone, second);
            case 4, 7 -> melange(dice, tone);
            case 5 -> camouflage(dice, tone, second);
            case 6 -> blocks(dice, tone, second);
            default -> fade(dice, tone, second);
        };
    }

    static Shade stripes(Dice dice, double tone, double second, boolean upright) {
        double period = dice.between(2.6, 7);
        double phase = dice.between(0, period);
        double share = dice.between(0.25, 0.6);
        return (x, y) -> tone + (second - tone) * band((upright ? x : y) + phase, period, share);
    }

    static Shade checks(Dice dice, double tone, double second) {
        double period = dice.between(3, 6.5);
        double phaseX = dice.between(0, period);
        double phaseY = dice.between(0, period);
        double share = dice.between(0.3, 0.5);
        return (x, y) ->
                tone + (second - tone) / 2 * (band(x + phaseX, period, share) + band(y + phaseY, period, share));
    }

    /** 1 within the first share of every period, 0 in the rest, and a soft edge of one pixel between the two. */
    private static double band(double position, double period, double share) {
        double within = position - period * Math.floor(position / period);
        double edge = Math.min(within, share * period - within);
        return Math.clamp(edge + 0.5, 0, 1);
    }

    private static Shade flowers(Dice dice, double tone, double second) {
        double size = dice.between(1.5, 2.8);
        Shade bumps = Shade.noise(dice.next(), size, size);
        double threshold = dice.between(0.5, 0.7);
        return (x, y) -> tone + (second - tone) * Math.clamp(4 * (bumps.at(x, y) - threshold) + 0.5, 0, 1);
    }

    static Shade melange(Dice dice, double tone) {
        Shade grain = Shade.noise(dice.next(), 0.7, 0.7);
        double depth = dice.between(0.1, 0.35);
        return (x, y) -> tone * (1 - depth * grain.at(x, y));
    }

    private static Shade camouflage(Dice dice, double tone, double second) {
        Shade spots = Shade.noise(dice.next(), dice.between(3, 6), dice.between(3, 6));
        return (x, y) -> {
            double height = spots.at(x, y);
            return height > 0.6 ? second : height > 0.4 ? (tone + second) / 2 : tone;
        };
    }

    private static Shade blocks(Dice dice, double tone, double second) {
        return Shade.plain(second).below(dice.between(9, 20), Shade.plain(tone));
    }

    private static Shade fade(Dice dice, double tone, double second) {
        return (x, y) -> tone + (second - tone) * Math.clamp(y / 28, 0, 1);
    }

    /** Ribs, as in the cuffs of a pullover or the soft of a cord. */
    static Shade ribbed(Shade cloth, double period, double depth, boolean upright) {
        return (x, y) -> cloth.at(x, y) * (1 - depth * band(upright ? x : y, period, 0.5));
    }
}
