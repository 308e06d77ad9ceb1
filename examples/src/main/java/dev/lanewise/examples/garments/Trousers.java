package dev.lanewise.examples.garments;

/** Trousers: a waistband and two legs, from skinny to flared, from shorts-like cuffs to the floor. */
final class Trousers {
    private static final double MIDDLE = 14;

    private Trousers() {}

    static void trousers(Canvas canvas, Dice dice) {
        double tone = Fabric.tone(dice);
        Shade cloth = Fabric.cloth(dice, tone, 0.22);
        double top = dice.around(0.8, 0.3);
        double waist = dice.around(4.3, 0.6);
        double hip = waist + dice.between(0.2, 1.1);
        double crotch = dice.around(9, 0.8);
        double end = dice.chance(0.12) ? dice.between(19, 24) : dice.around(27.2, 0.4);
        double stance = dice.around(3.6, 0.8);
        double cuff = dice.chance(0.2) ? dice.between(2.4, 3.2) : dice.between(1.6, 2.4);
        double gap = Math.max(0.15, stance - cuff);

        Path right = Path.from(MIDDLE, top + 0.4)
                .curve(MIDDLE + waist / 2, top + 0.5, MIDDLE + waist, top)
                .curve(MIDDLE + hip, top + 3, MIDDLE + hip, crotch - 1)
                .curve(MIDDLE + hip - 0.1, (crotch + end) / 2, MIDDLE + gap + 2 * cuff - 0.5, end)
                .line(MIDDLE + gap, end + dice.between(-0.2, 0.3))
                .curve(MIDDLE + 0.7 * gap, (crotch + end) / 2, MIDDLE, crotch);
        canvas.fill(right, cloth);
        canvas.fill(right.flipped(MIDDLE), cloth.times(dice.between(0.92, 1)));

        double seam = dice.between(0.15, 0.4);
        canvas.seam(
                Path.from(MIDDLE - waist, top + 1.7).curve(MIDDLE, top + 2.1, MIDDLE + waist, top + 1.7), 0.5, seam);
        canvas.seam(Path.from(MIDDLE, top + 1.8).line(MIDDLE, crotch), 0.6, seam);
        pockets(canvas, waist, hip, top, seam);
        crease(canvas, dice, hip, gap + cuff, crotch, end);
        if (dice.chance(0.3)) {
            stripe(canvas, dice, tone, hip, gap + 2 * cuff - 0.5, top, end);
        }
        if (dice.chance(0.25)) {
            canvas.fill(
                    Path.box(MIDDLE - waist, top, MIDDLE + waist, top + 1.6), Shade.plain(Fabric.contrast(dice, tone)));
        }
    }

    private static void pockets(Canvas canvas, double waist, double hip, double top, double strength) {
        Path pocket = Path.from(MIDDLE + waist * 0.5, top + 1.8)
                .curve(MIDDLE + waist * 0.6, top + 4.2, MIDDLE + hip, top + 4.4);
        canvas.seam(pocket, 0.5, strength);
        canvas.seam(pocket.flipped(MIDDLE), 0.5, strength);
    }

    /** Light along the middle of each leg, as thighs catch it, or a worn, bleached patch. */
    private static void crease(Canvas canvas, Dice dice, double hip, double cuff, double crotch, double end) {
        Path line = Path.from(MIDDLE + hip * 0.55, crotch - 3)
                .curve(MIDDLE + hip * 0.6, crotch + 6, MIDDLE + cuff, end - 2);
        double strength = dice.between(0, 0.35);
        double width = dice.between(0.8, 2);
        Shade light = Shade.plain(dice.chance(0.6) ? 1 : 0.1);
        canvas.blend(line.stroke(width), light, strength);
        canvas.blend(line.flipped(MIDDLE).stroke(width), light, strength);
    }

    private static void stripe(Canvas canvas, Dice dice, double tone, double hip, double cuff, double top, double end) {
        Path line = Path.from(MIDDLE + hip - 0.7, top + 4)
                .curve(MIDDLE + hip - 0.7, (top + end) / 2, MIDDLE + cuff - 0.6, end);
        Shade shade = Shade.plain(Fabric.contrast(dice, tone));
        double width = dice.between(0.5, 1);
        canvas.stroke(line, width, shade);
        canvas.stroke(line.flipped(MIDDLE), width, shade);
    }
}
