package dev.lanewise.kernels.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "dev.lanewise.kernels.testing.VectorApi#isThere", disabledReason = "skipped: no Vector API")
class PlainTilesTest {

    @Test
    void productsHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(1);
        for (int rows = 1; rows <= 20; rows++) {
            int columns = 1 + random.nextInt(7 * MatrixTiles.LANES);
            int k = random.nextInt(30);
            float[] a = normal(random, rows * k);
            float[] b = normal(random, k * columns);
            float[] bias = normal(random, columns);
            float[] expected = new float[rows * columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    float sum = 0;
                    for (int p = 0; p < k; p++) {
                        sum = Math.fma(a[i + p * rows], b[p * columns + j], sum);
                    }
                    expected[i * columns + j] = Math.max(sum + bias[j], 0f);
                }
            }
            float[] c = normal(random, rows * columns);
            new PlainTiles().multiply(rows, columns, k, a, 0, 1, rows, b, 0, columns, c, 0, columns);
            PlainTiles.finish(rows, columns, bias, 0, true, c, 0, columns);
            assertArrayEquals(expected, c);
        }
    }

    private static float[] normal(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
