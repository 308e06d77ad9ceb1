package dev.lanewise.examples.garments;

/** Bags: clutches, handbags, totes and rucksack-like shapes, with flaps, handles, pockets and buckles. */
final class Bags {
    private static final double MIDDLE = 14;

    private Bags() {}

    static void bag(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        Shade leather = Fabric.cloth(dice, tone, 0.25);
        double bottom = dice.around(25.3, 0.7);
        double height = dice.between(10, 19);
        double top = bottom - height;
        double half = Math.min(13, dice.between(0.42, 0.8) * height + dice.between(3, 6.5));
        double taper = dice.around(0.2, 0.9);
        double round = dice.between(0.3, 3);

        handle(canvas, dice, tone, top, half - Math.max(0, taper));
        canvas.fill(
                Path.from(MIDDLE, top)
                        .line(MIDDLE + half - taper - round, top)
                        .curve(MIDDLE + half - taper, top, MIDDLE + half - taper, top + round)
                        .line(MIDDLE + half, bottom - round)
                        .curve(MIDDLE + half, bottom, MIDDLE + half - round, bottom)
                        .line(MIDDLE, bottom)
                        .mirrored(MIDDLE),
                leather);
        double inner = half - Math.max(0, taper) - 0.3;
        switch (dice.below(5)) {
            case 0 -> flap(canvas, dice, tone, leather, top, height, inner);
            case 1 -> zip(canvas, dice, tone, top, inner);
            case 2 -> pocket(canvas, dice, tone, top, bottom, inner);
            case 3 -> belts(canvas, dice, tone, top, bottom, inner);
            default -> canvas.seam(Path.from(MIDDLE - inner, top + 1).line(MIDDLE + inner, top + 1), 0.6, 0.3);
        }
        canvas.seam(
                Path.from(MIDDLE - half + 0.6, bottom - 0.7).line(MIDDLE + half - 0.6, bottom - 0.7),
                0.6,
                dice.between(0, 0.4));
    }

    private static void handle(Canvas canvas, Dice dice, double tone, double top, double half) {
        Shade strap = Shade.plain(dice.chance(0.3) ? Fabric.contrast(dice, tone) : tone * dice.between(0.6, 0.95));
        double width = dice.between(0.7, 1.6);
        double peak = Math.max(0.8, top - dice.between(4, 12));
        double reach = half * dice.between(0.35, 0.95);
        double roundness = dice.between(0.2, 0.9);
        switch (dice.below(6)) {
            case 0 -> {}
            case 1 -> {
                canvas.stroke(arc(reach, peak, top, roundness), width, strap);
                canvas.stroke(arc(reach * 0.8, peak + 1.6, top, roundness), width * 0.8, strap.times(0.75));
            }
            case 2 ->
                canvas.stroke(
                        Path.from(MIDDLE - half + 0.6, top + 1)
                                .line(MIDDLE, Math.max(0.5, peak))
                                .line(MIDDLE + half - 0.6, top + 1),
                        width * 0.8,
                        strap);
            default -> canvas.stroke(arc(reach, peak, top, roundness), width, strap);
        }
    }

    private static Path arc(double reach, double peak, double top, double roundness) {
        double pull = peak - (top - peak) / 3;
        return Path.from(MIDDLE - reach, top + 1)
                .curve(MIDDLE - reach * roundness, pull, MIDDLE + reach * roundness, pull, MIDDLE + reach, top + 1);
    }

    private static void flap(
            Canvas canvas, Dice dice, double tone, Shade leather, double top, double height, double half) {
        double depth = height * dice.between(0.35, 0.65);
        Shade shade =
                dice.chance(0.3) ? Shade.plain(Fabric.contrast(dice, tone)) : leather.times(dice.between(0.75, 0.92));
        double drop = dice.between(0, 2.5);
        canvas.fill(Path.box(MIDDLE - half, top + 0.2, MIDDLE + half, top + depth - drop), shade);
        canvas.fill(
                Path.from(MIDDLE - half, top + depth - drop)
                        .curve(MIDDLE, top + depth + drop, MIDDLE + half, top + depth - drop),
                shade);
        canvas.seam(
                Path.from(MIDDLE - half, top + depth - drop)
                        .curve(MIDDLE, top + depth + drop, MIDDLE + half, top + depth - drop),
                0.7,
                0.4);
        clasp(canvas, tone, top + depth);
    }

    private static void clasp(Canvas canvas, double tone, double y) {
        canvas.fill(Path.box(MIDDLE - 1, y - 0.9, MIDDLE + 1, y + 0.9), Shade.plain(tone > 0.5 ? 0.25 : 0.92));
    }

    private static void zip(Canvas canvas, Dice dice, double tone, double top, double half) {
        double y = top + dice.between(1.2, 3);
        canvas.stroke(
                Path.from(MIDDLE - half + 0.8, y).line(MIDDLE + half - 0.8, y),
                0.7,
                Shade.plain(Fabric.contrast(dice, tone)));
        if (dice.chance(0.5)) {
            canvas.seam(Path.from(MIDDLE - half + 1, y + 3).line(MIDDLE + half - 1, y + 3), 0.5, 0.3);
        }
    }

    private static void pocket(Canvas canvas, Dice dice, double tone, double top, double bottom, double half) {
        double y = top + (bottom - top) * dice.between(0.35, 0.55);
        double width = half * dice.between(0.5, 0.8);
        canvas.blend(
                Path.box(MIDDLE - width, y, MIDDLE + width, bottom - 1.5),
                Shade.plain(Fabric.contrast(dice, tone)),
                dice.between(0.2, 0.7));
        canvas.seam(Path.from(MIDDLE - width, y + 0.3).line(MIDDLE + width, y + 0.3), 0.6, 0.4);
    }

    private static void belts(Canvas canvas, Dice dice, double tone, double top, double bottom, double half) {
        double x = half * dice.between(0.4, 0.7);
        double width = dice.between(0.7, 1.5);
        Shade belt = Shade.plain(Fabric.contrast(dice, tone));
        canvas.stroke(Path.from(MIDDLE - x, top).line(MIDDLE - x, bottom - 0.5), width, belt);
        canvas.stroke(Path.from(MIDDLE + x, top).line(MIDDLE + x, bottom - 0.5), width, belt);
    }
}
