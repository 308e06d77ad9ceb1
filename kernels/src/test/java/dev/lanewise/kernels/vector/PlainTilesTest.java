package dev.lanewise.kernels.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "dev.lanewise.kernels.testing.VectorApi#isThere", disabledReason = "skipped: no Vector API")
class PlainTilesTest {

    /** No product has a tile of this shape. */
    private static final int HEIGHT = 2;

    private static final int WIDTH = 5;

    @Test
    void aTileIsRareWhileFewProductsNeedItAndUntilItHasBeenCalledOften() throws InterruptedException {
        List<Integer> rare = new ArrayList<>();
        Thread thread = new Thread(() -> {
            rare.add(Math.min(1, findRare(1, 1)));
            rare.add(findRare(100_000, 1_000));
            rare.add(findRare(1_000, 1) / 100);
            rare.add(findRare(50_000, 1));
            rare.add(findRare(100_000, 1_000));
        });
        thread.start();
        thread.join();
        assertEquals(List.of(0, 100, 0, 0, 0), rare);
    }

    /** How often the tile is rare in so many products, if one in so many needs it. */
    private static int findRare(int products, int every) {
        int rare = 0;
        for (int i = 1; i <= products; i++) {
            PlainTiles account = PlainTiles.account();
            rare += i % every == 0 && account.rare(HEIGHT, WIDTH, true, 1) ? 1 : 0;
        }
        return rare;
    }

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
            PlainTiles.account().multiply(rows, columns, k, a, 0, 1, rows, b, 0, columns, c, 0, columns);
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
