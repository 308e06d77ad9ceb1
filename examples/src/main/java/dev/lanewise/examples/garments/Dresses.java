package dev.lanewise.examples.garments;

import dev.lanewise.examples.garments.Cut.Neckline;

/** Dresses: a narrow bodice on straps or sleeves, and a skirt from pencil to flared. */
final class Dresses {
    private static final double MIDDLE = Cut.MIDDLE;

    private Dresses() {}

    static void dress(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        double waist = dice.around(4, 0.65);
        double flare = dice.chance(0.45) ? dice.between(2, 4.5) : dice.between(0, 1.4);
        int sleeves = dice.below(10);
        boolean straps = sleeves < 4;
        double shoulder = straps ? dice.around(4.1, 0.4) : dice.around(5.1, 0.4);
        Neckline neckline = Cut.neckline(dice);
        Cut cut = new Cut(
                dice.around(0.9, 0.4),
                shoulder,
                straps ? shoulder - dice.between(0.8, 1.5) : dice.around(2.2, 0.3),
                straps ? dice.around(3.4, 0.8) : dice.around(2.2, 0.6),
                neckline == Neckline.BOAT && straps ? Neckline.ROUND : neckline,
                waist + dice.around(0.8, 0.2),
                waist,
                waist + flare,
                dice.chance(0.2) ? dice.between(22, 26) : dice.around(27.3, 0.4));
        Shade cloth = Fabric.cloth(dice, tone, 0.45);
        if (!straps) {
            canvas.fill(cut.back(), Shade.plain(tone * 0.5));
        }
        if (sleeves >= 7) {
            Tops.sleeves(
                    canvas,
                    cut,
                    cloth.times(0.9),
                    dice,
                    dice.around(17, 1.5),
                    dice.around(3, 0.5),
                    dice.around(2.2, 0.2));
        } else if (sleeves >= 4) {
            Tops.sleeves(
                    canvas,
                    cut,
                    cloth.times(0.92),
                    dice,
                    dice.around(5.5, 1),
                    dice.around(2.6, 0.5),
                    dice.around(3.2, 0.3));
        }
        canvas.fill(cut.body(), cloth);
        canvas.seam(cut.side(), 0.7, 0.25);
        canvas.seam(cut.side().flipped(MIDDLE), 0.7, 0.25);
        waist(canvas, cut, dice, tone);
        pleats(canvas, cut, dice);
    }

    private static void waist(Canvas canvas, Cut cut, Dice dice, double tone) {
        double y = cut.top() + (cut.length() - cut.top()) * dice.between(0.38, 0.5);
        double width = cut.waist() + 0.3;
        if (dice.chance(0.35)) {
            canvas.fill(
                    Path.box(MIDDLE - width, y - 0.7, MIDDLE + width, y + 0.7),
                    Shade.plain(Fabric.contrast(dice, tone)));
        } else if (dice.chance(0.6)) {
            canvas.seam(Path.from(MIDDLE - width, y).line(MIDDLE + width, y), 0.6, 0.3);
        }
    }

    private static void pleats(Canvas canvas, Cut cut, Dice dice) {
        if (!dice.chance(0.6)) {
            return;
        }
        int pleats = 2 + dice.below(3);
        double from = cut.top() + (cut.length() - cut.top()) * 0.52;
        for (int i = 0; i < pleats; i++) {
            double share = (i + 0.5) / pleats * 2 - 1;
            canvas.seam(
                    Path.from(MIDDLE + share * cut.waist(), from).line(MIDDLE + share * cut.hem(), cut.length()),
                    0.6,
                    dice.between(0.1, 0.3));
        }
    }
}
