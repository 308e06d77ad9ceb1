package dev.lanewise.examples.garments;

/** Sandals, sneakers and ankle boots, seen from the side with the toe at the left. */
final class Shoes {
    private Shoes() {}

    static void sneaker(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        Shade leather = Fabric.folds(dice, Shade.plain(tone));
        double ground = dice.around(20.7, 0.8);
        double sole = dice.between(1.1, 2.6);
        boolean high = dice.chance(0.15);
        double collar = high ? ground - dice.between(11, 14) : ground - dice.around(8.8, 1);
        double tongue = collar - dice.between(-0.4, 0.9);
        double throat = dice.around(17.6, 0.9);
        double toe = ground - sole - dice.around(2.9, 0.7);
        double heel = dice.around(26.7, 0.4);

        canvas.fill(
                Path.from(1, ground - sole + 0.5)
                        .curve(0.6, toe, 4.2, toe - 0.4)
                        .curve(9.5, toe - 1.4, throat - 1.6, tongue + 0.2)
                        .line(throat + 0.8, tongue - 0.1)
                        .curve(throat + 4, collar + (high ? 0.4 : 2.4), heel - 1.3, collar)
                        .curve(heel + 0.3, collar + 0.2, heel - 0.2, ground - sole - 3)
                        .line(heel, ground - sole + 0.5),
                leather);
        inside(canvas, throat, tongue, heel, collar, tone);
        panels(canvas, dice, tone, throat, tongue, ground - sole, heel);
        laces(canvas, dice, tone, throat, tongue, toe);
        sole(canvas, dice, tone, ground, sole, heel);
    }

    private static void inside(Canvas canvas, double throat, double tongue, double heel, double collar, double tone) {
        canvas.blend(
                Path.from(throat + 0.6, tongue + 0.2)
                        .curve(throat + 4, collar + 1.6, heel - 1.6, collar + 0.2)
                        .line(heel - 2, collar + 1.1)
                        .curve(throat + 4, collar + 2.6, throat + 0.6, tongue + 1.2),
                Shade.plain(tone > 0.4 ? tone * 0.4 : tone + 0.25),
                0.9);
    }

    private static void panels(
            Canvas canvas, Dice dice, double tone, double throat, double tongue, double base, double heel) {
        Shade second = Shade.plain(Fabric.contrast(dice, tone));
        if (dice.chance(0.5)) {
            canvas.fill(
                    Path.from(heel - 4.5, base + 0.4)
                            .curve(heel - 4, base - 4, heel - 1.5, base - 6)
                            .curve(heel + 0.2, base - 4, heel, base + 0.4),
                    second);
        }
        if (dice.chance(0.45)) {
            canvas.fill(
                    Path.from(1, base + 0.4)
                            .curve(1.2, base - 2.3, 4, base - 2.8)
                            .curve(7.5, base - 2.5, 8, base + 0.4),
                    second);
        }
        switch (dice.below(4)) {
            case 0 ->
                canvas.fill(
                        Path.from(10, base - 1.6)
                                .curve(13, base + 0.2, heel - 4, base - 5)
                                .curve(14, base - 2.2, 10, base - 1.6),
                        second);
            case 1 -> {
                for (int i = 0; i < 3; i++) {
                    canvas.stroke(
                            Path.from(13 + 2.2 * i, base - 0.4).line(throat - 1.4 + 2 * i, tongue + 3), 0.9, second);
                }
            }
            case 2 -> canvas.seam(Path.from(9, base - 2).curve(14, base - 0.8, heel - 2, base - 3), 0.8, 0.4);
            default -> canvas.blend(Path.ellipse(13, base - 2, 8, 3), second, 0.5);
        }
    }

    private static void laces(Canvas canvas, Dice dice, double tone, double throat, double tongue, double toe) {
        Shade lace = Shade.plain(dice.chance(0.5) ? Math.min(1, tone + 0.4) : tone * 0.35);
        int rows = 3 + dice.below(3);
        for (int i = 0; i < rows; i++) {
            double share = (i + 0.6) / (rows + 0.4);
            double x = 8 + share * (throat - 9.5);
            double y = toe - 1 + share * (tongue + 1 - toe);
            canvas.stroke(Path.from(x - 0.3, y - 0.4).line(x + 1.7, y + 1.5), 0.6, lace);
        }
    }

    private static void sole(Canvas canvas, Dice dice, double tone, double ground, double height, double heel) {
        double grey = dice.chance(0.5) ? dice.between(0.1, 0.4) : dice.between(0.6, 0.98);
        double wedge = dice.between(0, 1);
        canvas.fill(
                Path.from(0.8, ground - height + 0.2)
                        .curve(12, ground - height + 0.9, heel + 0.3, ground - height - wedge)
                        .curve(heel + 0.5, ground, heel - 1.4, ground)
                        .line(4.5, ground)
                        .curve(1, ground - 0.1, 0.8, ground - height + 0.2),
                Shade.plain(grey));
        if (dice.chance(0.4)) {
            canvas.seam(
                    Path.from(1.2, ground - 0.4).line(heel - 0.5, ground - 0.4),
                    0.7,
                    Math.abs(grey - tone) * 0.5 + 0.2);
        }
    }

    static void boot(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        Shade leather = dice.chance(0.12) ? Fabric.cloth(dice, tone, 1) : Fabric.folds(dice, Shade.plain(tone));
        double ground = dice.around(25.2, 0.6);
        double heelHeight = dice.chance(0.35) ? dice.between(3, 6.5) : dice.between(0.8, 2);
        double top = dice.chance(0.3) ? dice.between(7, 11) : dice.around(4, 1.6);
        double back = dice.around(25.3, 0.5);
        double front = back - dice.around(11.3, 0.7);
        double ankle = Math.max(top + 3, ground - heelHeight - dice.around(8.5, 0.6));
        double point = dice.between(0, 1.6);
        double toe = ground - dice.around(5.4, 0.6);

        canvas.fill(
                Path.from(1.6 - point, ground - 1.2)
                        .curve(1.6 - point, toe + 0.6, 5.5, toe)
                        .curve(front - 2, toe - 2.4, front + 0.2, ankle - 0.5)
                        .curve(front + 0.3, top + 4, front + dice.around(0, 0.6), top + dice.around(0.3, 0.4))
                        .curve((front + back) / 2, top - dice.between(-0.5, 0.6), back, top)
                        .curve(back - 0.8, ankle - 1, back - 0.6, ankle + 1)
                        .curve(back + 0.9, ground - heelHeight - 2.5, back + 0.2, ground - heelHeight)
                        .curve(13, ground - heelHeight * 0.9 - 0.5, 10.5, ground - 0.8),
                leather);
        heel(canvas, dice, tone, ground, heelHeight, back);
        shaft(canvas, dice, tone, front, back, top, ankle, toe);
        canvas.seam(
                Path.from(front + 0.6, ankle).curve(front + 4, ankle + 4, front + 3, ground - heelHeight),
                0.6,
                dice.between(0.05, 0.35));
    }

    private static void heel(Canvas canvas, Dice dice, double tone, double ground, double height, double back) {
        Shade shade = Shade.plain(dice.chance(0.6) ? tone * dice.between(0.25, 0.6) : Math.min(1, tone + 0.25));
        double width = height > 3 && dice.chance(0.5) ? dice.between(1.2, 2) : dice.between(4, 7);
        double thickness = dice.between(0.6, 1.4);
        canvas.stroke(
                Path.from(1.2, ground - thickness / 2)
                        .line(9.5, ground - thickness / 2)
                        .curve(13.5, ground - thickness / 2, 17, ground - height * 0.8)
                        .line(back, ground - height),
                thickness,
                shade);
        canvas.fill(
                Path.from(back + 0.3, ground - height - 0.3)
                        .line(back, ground)
                        .line(back - width * 0.8, ground)
                        .line(back - width - 0.8, ground - height * 0.9),
                shade);
    }

    private static void shaft(
            Canvas canvas, Dice dice, double tone, double front, double back, double top, double ankle, double toe) {
        Shade second = Shade.plain(Fabric.contrast(dice, tone));
        switch (dice.below(5)) {
            case 0 ->
                canvas.fill(
                        Path.from(front + 3.2, top + 0.6)
                                .line(front + 7, top + 0.6)
                                .curve(front + 6.2, ankle, front + 5.5, ankle + 3)
                                .curve(front + 4.4, ankle, front + 3.2, top + 0.6),
                        second);
            case 1 -> {
                int rows = 4 + dice.below(3);
                for (int i = 0; i < rows; i++) {
                    double y = top + 1.2 + (ankle + 2 - top) * i / rows;
                    double x = front + 0.2 - (i * 2 > rows ? (i - rows / 2.0) * 0.9 : 0);
                    canvas.stroke(Path.from(x, y).line(x + 2.4, y + 0.9), 0.6, second);
                }
            }
            case 2 -> canvas.stroke(Path.from(front + 5.4, top + 0.5).line(front + 5, ankle + 4), 0.6, second);
            case 3 -> {
                canvas.stroke(
                        Path.from(front + 0.2, ankle).line(back - 0.8, ankle + 1), dice.between(0.8, 1.6), second);
                canvas.fill(
                        Path.box(front + 5, ankle - 0.7, front + 7, ankle + 1.6), Shade.plain(tone > 0.5 ? 0.2 : 0.9));
            }
            default -> canvas.seam(Path.from(5, toe - 0.2).curve(7.5, toe + 2, 8, toe + 4), 0.7, 0.35);
        }
        if (dice.chance(0.2)) {
            Shade fur = Shade.noise(dice.next(), 0.8, 0.8).times(0.5);
            Shade edge = (x, y) -> Math.min(1, 0.45 + fur.at(x, y));
            canvas.fill(Path.ellipse((front + back) / 2, top + 0.8, back - front + 1.6, 3.4), edge);
        } else {
            canvas.seam(Path.from(front, top + 1.4).line(back, top + 1.2), 0.5, 0.2);
        }
    }

    static void sandal(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        Shade strap = dice.chance(0.3) ? Fabric.melange(dice, Math.max(tone, 0.6)) : Shade.plain(tone);
        Shade sole = Shade.plain(dice.chance(0.5) ? tone * dice.between(0.6, 0.95) : dice.between(0.3, 0.95));
        double lift = switch (dice.below(6)) {
            case 0 -> dice.between(8, 12);
            case 1, 2 -> dice.between(3, 6.5);
            default -> dice.between(0, 1.5);
        };
        double ground = lift > 7 ? dice.around(25.5, 0.6) : lift > 2 ? dice.around(22.5, 0.7) : dice.around(19.5, 0.7);
        double thickness = dice.between(1.2, 2.8);
        double heel = dice.around(26.3, 0.5);
        double bed = ground - thickness;

        if (dice.chance(0.5)) {
            lining(canvas, dice, bed, lift, heel, tone);
        }
        if (lift > 2) {
            raised(canvas, dice, sole, ground, lift, thickness, heel);
        } else {
            canvas.fill(
                    Path.from(0.8, bed + 0.4)
                            .curve(10, bed + 0.8, heel, bed - lift)
                            .curve(heel + 0.8, ground, heel - 1, ground)
                            .line(2, ground),
                    sole);
            canvas.seam(Path.from(1, ground - 0.5).line(heel, ground - 0.5), 0.7, dice.between(0, 0.5));
        }
        straps(canvas, dice, strap, bed, lift, heel);
    }

    /** The far side of the shoe, seen between the straps. */
    private static void lining(Canvas canvas, Dice dice, double bed, double lift, double heel, double tone) {
        double height = dice.between(1.5, 3);
        Path far = Path.from(5, bed - lift * rise(5) + 0.5);
        for (double x = 6; x < heel; x += 1) {
            far.line(x, bed - lift * rise(x) - height * Math.min(1, (x - 5) / 4));
        }
        canvas.fill(far.line(heel, bed - lift + 0.5), Shade.plain(tone * dice.between(0.3, 0.8)));
    }

    /** A wedge, or a curved sole on a heel. */
    private static void raised(
            Canvas canvas, Dice dice, Shade sole, double ground, double lift, double thickness, double heel) {
        double bed = ground - thickness;
        double top = bed - lift;
        if (dice.chance(0.5)) {
            Path wedge = Path.from(2, ground).line(1, bed);
            for (double x = 4; x < heel; x += 2) {
                wedge.line(x, bed - lift * rise(x));
            }
            canvas.fill(wedge.line(heel, top).line(heel - 0.6, ground), sole);
            return;
        }
        Path foot = Path.from(1, bed + thickness / 2);
        for (double x = 3; x < heel; x += 2) {
            foot.line(x, bed + thickness / 2 - lift * rise(x));
        }
        canvas.stroke(foot.line(heel, top + thickness / 2), Math.min(1.8, thickness), sole);
        double width = dice.between(0.8, 3.5);
        canvas.fill(
                Path.from(heel + 0.3, top)
                        .line(heel - 0.6, ground)
                        .line(heel - 0.6 - width * 0.6, ground)
                        .line(heel - 1.4 - width, top + 0.6),
                sole);
    }

    private static void straps(Canvas canvas, Dice dice, Shade strap, double bed, double lift, double heel) {
        double width = dice.between(1.4, 3.2);
        double height = dice.between(3.5, 5.5);
        double toe = dice.between(2.5, 4.5);
        if (lift < 2 && dice.chance(0.25)) {
            thong(canvas, strap, bed, height, toe, width);
            return;
        }
        int bands = 1 + dice.below(4);
        double distance = dice.between(2.4, 3.6);
        for (int i = 0; i < bands; i++) {
            double x = toe + distance * i;
            double reach = dice.between(4.5, 6.5);
            double from = bed - lift * rise(x);
            double to = bed - lift * rise(x + reach);
            double up = height + 0.6 * i;
            Path band = Path.from(x, from)
                    .curve(x + 0.2 * reach, from - up * 1.1, x + 0.7 * reach, to - up)
                    .curve(x + reach, to - up * 0.8, x + reach, to);
            canvas.stroke(band, width, strap.times(1 - 0.06 * i));
        }
        if (dice.chance(0.75)) {
            ankle(canvas, dice, strap, bed, lift, heel);
        }
    }

    private static void thong(Canvas canvas, Shade strap, double bed, double height, double toe, double width) {
        canvas.stroke(
                Path.from(toe + 2, bed)
                        .curve(toe + 4, bed - height, 12, bed - height + 0.4)
                        .curve(16, bed - height, 20, bed),
                width * 0.8,
                strap);
        canvas.stroke(Path.from(toe + 5, bed - height * 0.7).line(toe + 1, bed), 1, strap);
    }

    private static void ankle(Canvas canvas, Dice dice, Shade strap, double bed, double lift, double heel) {
        double base = bed - lift;
        double top = base - dice.between(5, 8);
        double width = dice.between(0.9, 2.2);
        if (dice.chance(0.35)) {
            canvas.fill(
                    Path.from(heel, base)
                            .curve(heel + 0.8, base - 3, heel - 0.4, top)
                            .line(heel - 3, top + 2)
                            .curve(heel - 4.5, base - 2, heel - 6, base),
                    strap.times(0.9));
        }
        canvas.stroke(Path.from(heel - 0.8, base).curve(heel + 0.6, base - 3, heel - 0.8, top), width, strap);
        canvas.stroke(Path.from(heel - 0.8, top + 0.6).curve(heel - 4, top - 0.6, heel - 7.5, top + 1.2), width, strap);
        canvas.stroke(
                Path.from(heel - 7.3, top + 1).curve(heel - 8.5, base - 2, heel - 6, base + lift * 0.2), width, strap);
        if (dice.chance(0.5)) {
            double x = 9;
            canvas.stroke(
                    Path.from(heel - 7.5, top + 1.2).curve(13, (top + bed) / 2 - 1, x, bed - lift * rise(x) - 3.5),
                    width,
                    strap);
        }
    }

    /** How much of the heel's lift the foot bed has reached at x. */
    private static double rise(double x) {
        double t = Math.clamp((x - 6) / 15, 0, 1);
        return t * t * (3 - 2 * t);
    }
}
