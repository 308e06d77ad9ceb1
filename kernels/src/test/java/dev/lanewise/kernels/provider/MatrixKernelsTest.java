package dev.lanewise.kernels.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.kernels.Workspace;
import dev.lanewise.kernels.scalar.ScalarMatrices;
import dev.lanewise.kernels.vector.VectorMatrices;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Both providers against a naive triple loop, bit for bit, and against one in double precision. */
@EnabledIf(value = "dev.lanewise.kernels.testing.VectorApi#isThere", disabledReason = "skipped: no Vector API")
class MatrixKernelsTest {

    private static final List<MatrixKernels> PROVIDERS = List.of(new ScalarMatrices(), new VectorMatrices());

    private static final float[] SPECIAL = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        1e-30f,
        -1e-30f,
        1e-41f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1f,
        -1f
    };

    private final Workspace workspace = new Workspace();

    @Test
    void oneHundredAndThreeSquaredHasTheBitsOfTheTripleLoop() {
        check(new Random(1), 103, 103, 103, Values.NORMAL);
    }

    @Test
    void everyWidthAndHeightUpToFortyHasTheBitsOfTheTripleLoop() {
        Random random = new Random(2);
        for (int size = 0; size <= 40; size++) {
            check(random, size, 1 + random.nextInt(40), random.nextInt(40), Values.NORMAL);
            check(random, 1 + random.nextInt(40), size, random.nextInt(40), Values.NORMAL);
            check(random, 1 + random.nextInt(40), 1 + random.nextInt(70), size, Values.NORMAL);
        }
    }

    @Test
    void everySmallHeightByWidthHasTheBitsOfTheTripleLoop() {
        Random random = new Random(3);
        for (int m = 1; m <= 18; m++) {
            for (int n = 1; n <= 40; n++) {
                check(random, m, n, 1 + random.nextInt(5), Values.NORMAL);
            }
        }
    }

    @Test
    void specialValuesHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            int k = round < 20 ? 1 : random.nextInt(12);
            check(random, 1 + random.nextInt(40), 1 + random.nextInt(70), k, Values.SPECIAL);
            check(random, 1 + random.nextInt(40), 1 + random.nextInt(70), k, Values.TINY);
        }
    }

    @Test
    void layersOfAutoencodersHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(5);
        int[][] layers = {{784, 100}, {100, 30}, {30, 100}, {100, 784}, {300, 100}, {150, 100}, {100, 10}, {10, 100}};
        for (int[] layer : layers) {
            for (int batch : new int[] {1, 11, 32}) {
                check(random, batch, layer[1], layer[0], Values.NORMAL);
            }
        }
    }

    @Test
    void shortSumsHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(7);
        for (int k = 1; k <= 16; k++) {
            for (int n : new int[] {32, 33, 47, 64, 70, 100}) {
                check(random, 16 + random.nextInt(30), n, k, Values.NORMAL);
                check(random, 16 + random.nextInt(30), n, k, Values.SPECIAL);
            }
        }
    }

    @Test
    void fewColumnsOfManyRowsHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(8);
        for (int n = 1; n <= 16; n++) {
            for (int m : new int[] {31, 32, 33, 50, 100}) {
                check(random, m, n, 48 + random.nextInt(20), Values.NORMAL);
                check(random, m, n, 48 + random.nextInt(20), Values.SPECIAL);
            }
        }
    }

    @Test
    void fewRowsOfManyColumnsHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(9);
        for (int m = 1; m <= 10; m++) {
            for (int n : new int[] {30, 100, 112, 113, 130, 230}) {
                check(random, m, n, 1 + random.nextInt(20), Values.NORMAL);
                check(random, m, n, 1 + random.nextInt(20), Values.SPECIAL);
            }
        }
    }

    @Test
    void aFewColumnsBeyondWholeVectorsHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(10);
        for (int n : new int[] {17, 18, 19, 20, 21, 22, 23, 24, 33, 36, 40, 100, 150}) {
            for (int m : new int[] {32, 33, 50, 100}) {
                check(random, m, n, 16 + random.nextInt(20), Values.NORMAL);
                check(random, m, n, 16 + random.nextInt(20), Values.SPECIAL);
            }
        }
    }

    @Test
    void singleLongRowsHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(11);
        for (int n : new int[] {256, 257, 260, 264, 271, 272, 300, 784}) {
            for (int k = 16; k < 40; k++) {
                check(random, 1, n, k, Values.NORMAL);
                check(random, 1, n, k, Values.SPECIAL);
            }
        }
    }

    @Test
    void matricesThatOutgrowTheCachesHaveTheBitsOfTheTripleLoop() {
        Random random = new Random(6);
        for (int[] size : new int[][] {{384, 530, 140}, {130, 1024, 256}, {256, 517, 129}, {128, 512, 128}}) {
            for (int round = 0; round < 3; round++) {
                check(random, size[0], size[1], size[2], Values.NORMAL);
            }
        }
    }

    @Test
    void productsAreNearThoseInDoublePrecision() {
        int m = 37;
        int n = 53;
        int k = 784;
        Random random = new Random(6);
        Matrix a = new Matrix(random, m, k, Values.NORMAL);
        Matrix b = new Matrix(random, k, n, Values.NORMAL);
        for (MatrixKernels kernels : PROVIDERS) {
            Matrix c = new Matrix(random, m, n, Values.NORMAL);
            kernels.multiply(m, n, k, a.data, a.offset, a.ld, b.data, b.offset, b.ld, c.data, c.offset, c.ld);
            double difference = 0;
            double largest = 0;
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int p = 0; p < k; p++) {
                        sum += (double) a.get(i, p) * b.get(p, j);
                    }
                    difference = Math.max(difference, Math.abs(c.get(i, j) - sum));
                    largest = Math.max(largest, Math.abs(sum));
                }
            }
            System.out.printf(
                    "%s %d × %d × %d: largest difference from double %.1e of %.1e%n",
                    kernels.getClass().getSimpleName(), m, n, k, difference, largest);
            assertTrue(difference <= 2e-6 * largest, () -> kernels.getClass().getSimpleName());
        }
    }

    /** All forms and epilogues of one size, with both providers, on random offsets and leading dimensions. */
    private void check(Random random, int m, int n, int k, Values values) {
        Matrix a = new Matrix(random, m, k, values);
        Matrix b = new Matrix(random, k, n, values);
        Matrix bias = new Matrix(random, 1, n, values);
        Matrix aTransposed = a.transposed(random);
        Matrix bTransposed = b.transposed(random);
        Matrix canary = new Matrix(random, m, n, Values.NORMAL);
        Matrix product = canary.copy();
        Matrix withBias = canary.copy();
        Matrix withRelu = canary.copy();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(a.get(i, p), b.get(p, j), sum);
                }
                float biased = sum + bias.get(0, j);
                product.set(i, j, sum);
                withBias.set(i, j, biased);
                withRelu.set(i, j, Math.max(biased, 0f));
            }
        }
        for (MatrixKernels kernels : PROVIDERS) {
            String what = kernels.getClass().getSimpleName() + " " + m + " × " + n + " × " + k + " ";
            Matrix c = canary.copy();
            kernels.multiply(m, n, k, a.data, a.offset, a.ld, b.data, b.offset, b.ld, c.data, c.offset, c.ld);
            product.assertSameBits(c, what + "A·B");

            c = canary.copy();
            kernels.multiplyTransposedA(
                    m,
                    n,
                    k,
                    aTransposed.data,
                    aTransposed.offset,
                    aTransposed.ld,
                    b.data,
                    b.offset,
                    b.ld,
                    c.data,
                    c.offset,
                    c.ld);
            product.assertSameBits(c, what + "Aᵀ·B");

            c = canary.copy();
            kernels.multiplyTransposedB(
                    m,
                    n,
                    k,
                    a.data,
                    a.offset,
                    a.ld,
                    bTransposed.data,
                    bTransposed.offset,
                    bTransposed.ld,
                    c.data,
                    c.offset,
                    c.ld,
                    workspace);
            product.assertSameBits(c, what + "A·Bᵀ");

            for (boolean relu : new boolean[] {false, true}) {
                c = canary.copy();
                kernels.multiplyBias(
                        m,
                        n,
                        k,
                        a.data,
                        a.offset,
                        a.ld,
                        b.data,
                        b.offset,
                        b.ld,
                        bias.data,
                        bias.offset,
                        relu,
                        c.data,
                        c.offset,
                        c.ld);
                (relu ? withRelu : withBias).assertSameBits(c, what + "A·B + bias" + (relu ? ", relu" : ""));
            }
        }
    }

    private enum Values {
        NORMAL,
        SPECIAL,
        /** Products around the smallest denormals, so that sums round there and may become −0. */
        TINY
    }

    /** A matrix somewhere in a larger array, whose other elements are canaries. */
    private record Matrix(int rows, int columns, float[] data, int offset, int ld) {

        Matrix(Random random, int rows, int columns, Values values) {
            int padding = random.nextInt(3) == 0 ? random.nextInt(20) : 0;
            int before = random.nextBoolean() ? random.nextInt(20) : 0;
            int after = random.nextBoolean() ? random.nextInt(40) : 0;
            int length = rows == 0 || columns == 0 ? 0 : (rows - 1) * (columns + padding) + columns;
            this(rows, columns, new float[before + length + after], before, columns + padding);
            for (int i = 0; i < data.length; i++) {
                data[i] = switch (values) {
                    case NORMAL -> (float) random.nextGaussian();
                    case SPECIAL ->
                        random.nextInt(4) == 0
                                ? SPECIAL[random.nextInt(SPECIAL.length)]
                                : (float) random.nextGaussian();
                    case TINY -> (float) random.nextGaussian() * 2e-23f;
                };
            }
        }

        float get(int i, int j) {
            return data[offset + i * ld + j];
        }

        void set(int i, int j, float value) {
            data[offset + i * ld + j] = value;
        }

        Matrix copy() {
            return new Matrix(rows, columns, data.clone(), offset, ld);
        }

        Matrix transposed(Random random) {
            Matrix transposed = new Matrix(random, columns, rows, Values.NORMAL);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    transposed.set(j, i, get(i, j));
                }
            }
            return transposed;
        }

        /** Compares the whole arrays, canaries included; all NaNs count as one. */
        void assertSameBits(Matrix found, String what) {
            for (int i = 0; i < data.length; i++) {
                if (Float.floatToIntBits(data[i]) != Float.floatToIntBits(found.data[i])) {
                    int at = i - offset;
                    assertEquals(data[i], found.data[i], what + ": element " + at + ", leading dimension " + ld);
                    assertEquals(0, 1, what + ": element " + at + " differs in its bits");
                }
            }
        }
    }
}
