package dev.lanewise.kernels.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.kernels.Workspace;
import dev.lanewise.kernels.provider.MatrixKernels;
import dev.lanewise.kernels.scalar.ScalarMatrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Products whose tiles have become rare, since others have been computed many times. */
@EnabledIf(value = "dev.lanewise.kernels.testing.VectorApi#isThere", disabledReason = "skipped: no Vector API")
class PlainTilesTest {

    private static final MatrixKernels VECTOR = new VectorMatrices();

    @Test
    void aTileIsRareOnlyWhileFewProductsNeedIt() throws InterruptedException {
        List<Boolean> rare = new ArrayList<>();
        inAThreadOfItsOwn(() -> {
            rare.add(needs(1, 1) > 0);
            rare.add(needs(100_000, 1_000) > 0);
            rare.add(needs(1_000, 1) > 0);
            rare.add(needs(1_000, 1) > 900);
        });
        assertEquals(List.of(false, true, true, false), rare);
    }

    /** How many of so many products find a tile rare, if every one in so many needs it. */
    private static int needs(int products, int every) {
        int rare = 0;
        for (int i = 1; i <= products; i++) {
            PlainTiles account = PlainTiles.account();
            rare += i % every == 0 && account.rare(8, 3, true) ? 1 : 0;
        }
        return rare;
    }

    @Test
    void rareProductsHaveTheBitsOfThePlainProvider() throws InterruptedException {
        MatrixKernels scalar = new ScalarMatrices();
        List<float[][]> results = new ArrayList<>();
        inAThreadOfItsOwn(() -> {
            Product often = new Product(8, 16, 1);
            for (int i = 0; i < 2_000; i++) {
                often.forward(VECTOR);
            }
            for (Product rare : products()) {
                results.add(new float[][] {
                    rare.forward(VECTOR).clone(), rare.forward(scalar).clone()
                });
                results.add(new float[][] {
                    rare.weightGradient(VECTOR).clone(),
                    rare.weightGradient(scalar).clone()
                });
                results.add(new float[][] {
                    rare.inputGradient(VECTOR).clone(),
                    rare.inputGradient(scalar).clone()
                });
            }
        });
        assertEquals(3 * products().size(), results.size());
        for (float[][] result : results) {
            assertArrayEquals(result[1], result[0]);
        }
    }

    private static List<Product> products() {
        return List.of(
                new Product(4, 48, 19),
                new Product(5, 35, 20),
                new Product(12, 16, 9),
                new Product(19, 100, 30),
                new Product(1, 113, 20),
                new Product(2, 49, 20),
                new Product(44, 40, 7));
    }

    /** What a thread often computes is counted for each thread apart. */
    private static void inAThreadOfItsOwn(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }

    /** The three products of a dense layer with a batch of m rows, k inputs and n units. */
    private static final class Product {

        final int m;
        final int n;
        final int k;
        private final float[] x;
        private final float[] weight;
        private final float[] bias;
        private final float[] dy;
        private final float[] y;
        private final float[] dWeight;
        private final float[] dx;
        private final Workspace workspace = new Workspace();

        Product(int m, int n, int k) {
            this.m = m;
            this.n = n;
            this.k = k;
            Random random = new Random(m * 1_000_003L + n * 1_009L + k);
            x = normal(random, m * k);
            weight = normal(random, k * n);
            bias = normal(random, n);
            dy = normal(random, m * n);
            y = new float[m * n];
            dWeight = new float[k * n];
            dx = new float[m * k];
        }

        float[] forward(MatrixKernels kernels) {
            kernels.multiplyBias(m, n, k, x, 0, k, weight, 0, n, bias, 0, true, y, 0, n);
            return y;
        }

        float[] weightGradient(MatrixKernels kernels) {
            kernels.multiplyTransposedA(k, n, m, x, 0, k, dy, 0, n, dWeight, 0, n);
            return dWeight;
        }

        float[] inputGradient(MatrixKernels kernels) {
            kernels.multiplyTransposedB(m, k, n, dy, 0, n, weight, 0, n, dx, 0, k, workspace);
            return dx;
        }

        private static float[] normal(Random random, int length) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        }
    }
}
