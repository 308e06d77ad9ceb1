package dev.lanewise.examples.garments;

import dev.lanewise.examples.garments.Cut.Neckline;

/** T-shirts, pullovers, shirts and coats: one cut, other sleeves, closures and cloths. */
final class Tops {
    private static final double MIDDLE = Cut.MIDDLE;

    private Tops() {}

    static void tShirt(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        double chest = dice.around(6.9, 0.7);
        Cut cut = new Cut(
                dice.around(1.2, 0.5),
                dice.around(7.3, 0.45),
                dice.around(3.1, 0.4),
                dice.around(2.4, 0.6),
                Cut.neckline(dice),
                chest,
                chest + dice.around(-0.3, 0.4),
                chest + dice.around(0.1, 0.7),
                dice.around(26.6, 0.8));
        Shade cloth = Fabric.cloth(dice, tone, 0.3);
        canvas.fill(cut.back(), Shade.plain(tone * 0.55));
        if (dice.chance(0.88)) {
            double raglan = dice.chance(0.1) ? Fabric.contrast(dice, tone) / tone : 1;
            sleeves(
                    canvas,
                    cut,
                    cloth.times(raglan * dice.between(0.9, 1)),
                    dice,
                    dice.around(6, 1.1),
                    dice.around(3.4, 1),
                    dice.around(4.3, 0.45));
        }
        canvas.fill(cut.body(), cloth);
        outline(canvas, cut, dice);
        collarBand(canvas, cut, dice, tone);
        print(canvas, dice, tone, 0.4);
    }

    static void pullover(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        double chest = dice.around(7, 0.6);
        Neckline neckline = dice.chance(0.7) ? Neckline.ROUND : Neckline.V;
        Cut cut = new Cut(
                dice.around(2, 0.5),
                dice.around(7.2, 0.35),
                dice.around(2.9, 0.35),
                dice.around(1.9, 0.5),
                neckline,
                chest,
                chest + dice.around(0.1, 0.35),
                chest + dice.around(-0.1, 0.4),
                dice.around(26.2, 1));
        Shade plain = Fabric.cloth(dice, tone, 0.25);
        Shade cloth = dice.chance(0.4)
                ? Fabric.ribbed(plain, dice.between(1.5, 2.6), dice.between(0.06, 0.14), dice.chance(0.6))
                : plain;
        boolean hood = dice.chance(0.2);
        if (hood) {
            hood(canvas, cut, plain, dice);
        } else if (dice.chance(0.15)) {
            canvas.fill(Path.box(MIDDLE - 2.7, cut.top() - 1.8, MIDDLE + 2.7, cut.top() + 2), plain.times(0.88));
        } else {
            canvas.fill(cut.back(), Shade.plain(tone * 0.6));
        }
        longSleeves(canvas, cut, cloth, dice, true);
        canvas.fill(cut.body(), cloth);
        outline(canvas, cut, dice);
        collarBand(canvas, cut, dice, tone);
        canvas.seam(Path.from(MIDDLE - 8, cut.length() - 1.8).line(MIDDLE + 8, cut.length() - 1.8), 0.5, 0.16);
        if (hood) {
            canvas.stroke(Path.from(13, cut.top() + 3).line(12.6, cut.top() + 8), 0.5, Shade.plain(tone * 0.4));
            canvas.stroke(Path.from(15, cut.top() + 3).line(15.3, cut.top() + 8), 0.5, Shade.plain(tone * 0.4));
            canvas.seam(Path.from(10, 21).line(18, 21).line(19.3, 25), 0.5, 0.2);
        } else {
            print(canvas, dice, tone, 0.22);
        }
    }

    static void shirt(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        double chest = dice.around(6.8, 0.6);
        Cut cut = new Cut(
                dice.around(1.8, 0.4),
                dice.around(7, 0.4),
                dice.around(2.5, 0.3),
                dice.around(2.6, 0.6),
                Neckline.V,
                chest,
                chest + dice.around(-0.3, 0.35),
                chest + dice.around(0.4, 0.7),
                dice.around(26.9, 0.6));
        Shade cloth = shirting(dice, tone);
        canvas.fill(cut.back(), Shade.plain(tone * 0.5));
        int sleeves = dice.below(10);
        if (sleeves < 5) {
            longSleeves(canvas, cut, cloth, dice, true);
        } else if (sleeves < 7) {
            sleeves(
                    canvas,
                    cut,
                    cloth.times(0.93),
                    dice,
                    dice.around(12, 1),
                    dice.around(3.4, 0.4),
                    dice.around(3.4, 0.3));
        } else if (sleeves < 9) {
            sleeves(
                    canvas,
                    cut,
                    cloth.times(0.93),
                    dice,
                    dice.around(7, 0.7),
                    dice.around(3.3, 0.5),
                    dice.around(4, 0.3));
        }
        canvas.fill(cut.body(), cloth);
        outline(canvas, cut, dice);
        collar(canvas, cut, cloth.times(tone > 0.5 ? 0.88 : 1.25), dice.between(1.8, 3));
        double placket = dice.chance(0.8) ? cut.length() : dice.between(10, 14);
        buttons(canvas, cut.top() + cut.neckDepth() + 1, placket, dice, tone);
        if (dice.chance(0.3)) {
            pocket(canvas, MIDDLE + 1.7, cut.top() + 7.5, 3.2, 3);
        }
    }

    static void coat(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        double chest = dice.around(7.2, 0.6);
        boolean fitted = dice.chance(0.4);
        Cut cut = new Cut(
                dice.around(1.7, 0.4),
                dice.around(7.2, 0.35),
                dice.around(2.6, 0.3),
                dice.around(4.5, 1),
                Neckline.V,
                chest,
                chest + (fitted ? dice.around(-0.8, 0.3) : dice.around(0.2, 0.2)),
                chest + (fitted ? dice.around(0.9, 0.4) : dice.around(0.4, 0.3)),
                dice.around(27.7, 0.3));
        Shade cloth = dice.chance(0.2) ? Fabric.folds(dice, Fabric.melange(dice, tone)) : Fabric.cloth(dice, tone, 0.1);
        boolean hood = dice.chance(0.25);
        canvas.fill(cut.back(), Shade.plain(tone * dice.between(0.25, 0.7)));
        if (hood) {
            hood(canvas, cut, cloth, dice);
        }
        longSleeves(canvas, cut, cloth, dice, false);
        canvas.fill(cut.body(), cloth);
        outline(canvas, cut, dice);
        if (dice.chance(0.3)) {
            quilting(canvas, cut, dice);
        }
        opening(canvas, cut, dice, tone);
        if (!hood) {
            lapels(canvas, cut, cloth.times(tone > 0.5 ? 0.8 : 1.3), dice);
        }
        double pockets = dice.around(19.5, 1);
        canvas.seam(Path.from(MIDDLE + 3, pockets).line(MIDDLE + 6, pockets + dice.between(-1, 1.5)), 0.7, 0.35);
        canvas.seam(Path.from(MIDDLE - 3, pockets).line(MIDDLE - 6, pockets + dice.between(-1, 1.5)), 0.7, 0.35);
        if (fitted && dice.chance(0.6)) {
            belt(canvas, cut, tone, dice);
        }
    }

    static void sleeves(Canvas canvas, Cut cut, Shade cloth, Dice dice, double length, double spread, double cuff) {
        Path right = cut.sleeve(length, spread, cuff);
        canvas.fill(right, cloth);
        canvas.fill(
                cut.sleeve(length + dice.around(0, 0.3), spread + dice.around(0, 0.2), cuff)
                        .flipped(MIDDLE),
                cloth);
        Path edge = cut.cuff(length, spread, cuff, 1.2);
        canvas.seam(edge, 0.5, 0.12);
        canvas.seam(edge.flipped(MIDDLE), 0.5, 0.12);
    }

    private static void longSleeves(Canvas canvas, Cut cut, Shade cloth, Dice dice, boolean cuffs) {
        double length = dice.around(21, 1.5);
        double spread = dice.around(3.4, 0.8);
        double width = dice.around(3.1, 0.35);
        Shade shaded = cloth.times(dice.between(0.88, 1));
        if (dice.chance(0.15)) {
            double rolled = dice.between(14, 18);
            sleeves(canvas, cut, shaded, dice, rolled, spread, width + 0.3);
            return;
        }
        sleeves(canvas, cut, shaded, dice, length, spread, width);
        if (cuffs) {
            Path edge = cut.cuff(length, spread, width, 3.4);
            canvas.seam(edge, 0.5, 0.2);
            canvas.seam(edge.flipped(MIDDLE), 0.5, 0.2);
        }
    }

    /** Seams at the arms, and the shadow between the body and what hangs beside it. */
    static void outline(Canvas canvas, Cut cut, Dice dice) {
        double strength = dice.between(0.15, 0.45);
        canvas.seam(cut.armSeam(), 0.7, strength);
        canvas.seam(cut.armSeam().flipped(MIDDLE), 0.7, strength);
        canvas.seam(cut.side(), 0.8, strength * 0.9);
        canvas.seam(cut.side().flipped(MIDDLE), 0.8, strength * 0.9);
        canvas.seam(
                Path.from(MIDDLE - cut.hem(), cut.length() - 0.8).line(MIDDLE + cut.hem(), cut.length() - 0.8),
                0.4,
                0.12);
    }

    static void collarBand(Canvas canvas, Cut cut, Dice dice, double tone) {
        double grey = dice.chance(0.3) ? Fabric.contrast(dice, tone) : tone * 0.78;
        canvas.stroke(cut.wholeNeckline(), dice.between(0.5, 1), Shade.plain(grey));
    }

    private static void collar(Canvas canvas, Cut cut, Shade cloth, double size) {
        Path right = Path.from(MIDDLE, cut.top() + cut.neckDepth() + 0.8)
                .line(MIDDLE + cut.neck(), cut.top() - 0.6)
                .line(MIDDLE + cut.neck() + 0.9, cut.top() + 0.8)
                .line(MIDDLE + 1.4 + size / 3, cut.top() + cut.neckDepth() + size);
        canvas.fill(right, cloth);
        canvas.fill(right.flipped(MIDDLE), cloth);
        canvas.seam(
                Path.from(MIDDLE + cut.neck() + 0.9, cut.top() + 0.8)
                        .line(MIDDLE + 1.4 + size / 3, cut.top() + cut.neckDepth() + size),
                0.4,
                0.3);
        canvas.seam(
                Path.from(MIDDLE - cut.neck() - 0.9, cut.top() + 0.8)
                        .line(MIDDLE - 1.4 - size / 3, cut.top() + cut.neckDepth() + size),
                0.4,
                0.3);
    }

    private static void lapels(Canvas canvas, Cut cut, Shade cloth, Dice dice) {
        double depth = cut.top() + cut.neckDepth() + 1.2;
        double width = dice.between(2.6, 4.4);
        double notch = dice.between(0.3, 0.6);
        Path right = Path.from(MIDDLE, depth)
                .line(MIDDLE + cut.neck() - 0.2, cut.top() - 0.5)
                .line(MIDDLE + cut.neck() + 1.4, cut.top() + 0.9)
                .line(MIDDLE + width, cut.top() + (depth - cut.top()) * notch);
        canvas.fill(right, cloth);
        canvas.fill(right.flipped(MIDDLE), cloth);
        canvas.seam(right, 0.35, 0.3);
        canvas.seam(right.flipped(MIDDLE), 0.35, 0.3);
    }

    private static void buttons(Canvas canvas, double from, double to, Dice dice, double tone) {
        canvas.seam(
                Path.from(MIDDLE + 0.1, from).line(MIDDLE + 0.1, to), dice.between(0.4, 0.9), dice.between(0.2, 0.4));
        double distance = dice.between(2.6, 4);
        Shade shade = Shade.plain(tone > 0.5 ? tone * 0.45 : tone + 0.35);
        for (double y = from + 1; y < to - 1; y += distance) {
            canvas.fill(Path.ellipse(MIDDLE + 0.2, y, 0.9, 0.9), shade);
        }
    }

    private static void opening(Canvas canvas, Cut cut, Dice dice, double tone) {
        double from = cut.top() + cut.neckDepth();
        if (dice.chance(0.2)) {
            double gap = dice.between(0.4, 1.8);
            Path open = Path.from(MIDDLE, from).line(MIDDLE + gap, 29).line(MIDDLE - gap, 29);
            canvas.fill(open, Shade.plain(dice.chance(0.5) ? 0.02 : tone * 0.4));
        } else if (dice.chance(0.5)) {
            buttons(canvas, from, cut.length(), dice, tone);
        } else {
            canvas.stroke(
                    Path.from(MIDDLE, from).line(MIDDLE, 29),
                    dice.between(0.6, 1.3),
                    Shade.plain(Fabric.contrast(dice, tone)));
        }
    }

    private static void belt(Canvas canvas, Cut cut, double tone, Dice dice) {
        double y = cut.top() + (cut.length() - cut.top()) * 0.5;
        canvas.fill(Path.box(MIDDLE - cut.waist(), y - 0.8, MIDDLE + cut.waist(), y + 0.8), Shade.plain(tone * 0.6));
        canvas.fill(Path.box(MIDDLE - 1, y - 0.9, MIDDLE + 1, y + 0.9), Shade.plain(Fabric.contrast(dice, tone)));
    }

    private static void hood(Canvas canvas, Cut cut, Shade cloth, Dice dice) {
        double width = dice.around(4.3, 0.3);
        double bottom = cut.top() + 3;
        double peak = Math.min(cut.top() - 0.4, dice.around(0.4, 0.3));
        canvas.fill(
                Path.from(MIDDLE - width, bottom)
                        .curve(MIDDLE - width, peak, MIDDLE, peak)
                        .curve(MIDDLE + width, peak, MIDDLE + width, bottom),
                cloth.times(0.9));
        canvas.fill(Path.ellipse(MIDDLE, cut.top() + 1.3, width * 1.2, 3), cloth.times(0.45));
    }

    private static void quilting(Canvas canvas, Cut cut, Dice dice) {
        double distance = dice.between(2.4, 4);
        for (double y = cut.armpit() - 2; y < cut.length(); y += distance) {
            canvas.seam(Path.from(MIDDLE - cut.chest(), y).curve(MIDDLE, y + 0.6, MIDDLE + cut.chest(), y), 0.6, 0.2);
        }
    }

    private static void pocket(Canvas canvas, double x, double y, double width, double height) {
        canvas.seam(
                Path.from(x, y + height)
                        .line(x, y)
                        .line(x + width, y)
                        .line(x + width, y + height)
                        .line(x, y + height),
                0.4,
                0.25);
    }

    private static Shade shirting(Dice dice, double tone) {
        double second = Fabric.contrast(dice, tone);
        Shade cloth = switch (dice.below(8)) {
            case 0 -> Fabric.checks(dice, tone, second);
            case 1 -> Fabric.stripes(dice, tone, (tone + second) / 2, true);
            case 2 -> Fabric.cloth(dice, tone, 1);
            default -> Shade.plain(tone);
        };
        return Fabric.folds(dice, cloth);
    }

    /** Lettering or a picture on the chest, as often as the given probability. */
    private static void print(Canvas canvas, Dice dice, double tone, double probability) {
        if (!dice.chance(probability)) {
            return;
        }
        Shade ink = Shade.plain(Fabric.contrast(dice, tone));
        double y = dice.between(8.5, 12);
        double width = dice.between(2.5, 4.5);
        switch (dice.below(4)) {
            case 0 -> canvas.fill(Path.ellipse(MIDDLE, y + 1.5, 2 * width - 1, 2 * width - 1), ink);
            case 1 -> lettering(canvas, dice, ink, y, width);
            case 2 -> {
                lettering(canvas, dice, ink, y, width);
                lettering(canvas, dice, ink, y + 3, width * 0.8);
            }
            default -> {
                Shade picture = Shade.noise(dice.next(), 1.3, 1.3).times(1.2);
                canvas.fill(Path.box(MIDDLE - width, y, MIDDLE + width, y + width * 1.6), picture);
            }
        }
    }

    private static void lettering(Canvas canvas, Dice dice, Shade ink, double y, double width) {
        double height = dice.between(1.2, 2.2);
        for (double x = MIDDLE - width; x < MIDDLE + width - 0.6; x += dice.between(1.3, 1.9)) {
            canvas.fill(Path.box(x, y, x + dice.between(0.7, 1.1), y + height), ink);
        }
    }
}
