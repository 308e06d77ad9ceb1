package starter;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import java.util.Random;

/** Pictures of 28 × 28 pixels, drawn by code: discs, rings, boxes and crosses, of all sizes and places. */
final class Shapes {

    private static final int SIDE = 28;

    private Shapes() {}

    static DataSet draw(int count, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count * SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            draw(random, pixels, i * SIDE * SIDE);
        }
        return DataSet.of(Matrix.wrap(count, SIDE * SIDE, pixels));
    }

    private static void draw(Random random, float[] pixels, int from) {
        int kind = random.nextInt(4);
        double size = random.nextDouble(5, 11);
        double centreX = random.nextDouble(size, SIDE - size);
        double centreY = random.nextDouble(size, SIDE - size);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = Math.abs(x - centreX);
                double dy = Math.abs(y - centreY);
                double inside = size - switch (kind) {
                    case 0 -> Math.hypot(dx, dy);
                    case 1 -> size - 2 + Math.abs(Math.hypot(dx, dy) - size + 2);
                    case 2 -> Math.max(dx, dy);
                    default -> Math.max(Math.max(dx, dy), size - 2 + Math.min(dx, dy));
                };
                pixels[from + y * SIDE + x] = (float) Math.clamp(inside, 0, 1);
            }
        }
    }
}
