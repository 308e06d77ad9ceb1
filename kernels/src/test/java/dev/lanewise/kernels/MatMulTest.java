package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The facade: small products worked out by hand, and what it says of wrong arguments. */
class MatMulTest {

    /** 2 × 3. */
    private static final float[] A = {1, 2, 3, 4, 5, 6};
    /** 3 × 2. */
    private static final float[] B = {7, 8, 9, 10, 11, 12};
    /** 2 × 2. */
    private static final float[] PRODUCT = {58, 64, 139, 154};

    private final float[] c = new float[4];

    @Test
    void multipliesTwoByThreeWithThreeByTwo() {
        MatMul.multiply(2, 2, 3, A, 0, 3, B, 0, 2, c, 0, 2);
        assertArrayEquals(PRODUCT, c);
    }

    @Test
    void multipliesATransposedMatrixFromTheLeft() {
        float[] transposed = {1, 4, 2, 5, 3, 6};
        MatMul.multiplyTransposedA(2, 2, 3, transposed, 0, 2, B, 0, 2, c, 0, 2);
        assertArrayEquals(PRODUCT, c);
    }

    @Test
    void multipliesATransposedMatrixFromTheRight() {
        float[] transposed = {7, 9, 11, 8, 10, 12};
        MatMul.multiplyTransposedB(2, 2, 3, A, 0, 3, transposed, 0, 3, c, 0, 2, new Workspace());
        assertArrayEquals(PRODUCT, c);
    }

    @Test
    void addsTheBiasAndThenClipsAtZero() {
        float[] bias = {-100, 0.5f};
        MatMul.multiplyBias(2, 2, 3, A, 0, 3, B, 0, 2, bias, 0, ActivationFunction.LINEAR, c, 0, 2);
        assertArrayEquals(new float[] {-42, 64.5f, 39, 154.5f}, c);
        MatMul.multiplyBias(2, 2, 3, A, 0, 3, B, 0, 2, bias, 0, ActivationFunction.RELU, c, 0, 2);
        assertArrayEquals(new float[] {0, 64.5f, 39, 154.5f}, c);
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationHasTheBitsOfItsOwnPassOverTheProduct(ActivationFunction f) {
        int m = 75;
        int n = 37;
        int k = 5;
        int ld = n + 3;
        Random random = new Random(1);
        float[] a = gaussian(random, m * k);
        float[] b = gaussian(random, k * n);
        float[] bias = gaussian(random, n);
        float[] expected = gaussian(random, m * ld);
        float[] found = expected.clone();
        MatMul.multiplyBias(m, n, k, a, 0, k, b, 0, n, bias, 0, ActivationFunction.LINEAR, expected, 2, ld);
        f.forward(m, n, expected, 2, ld, expected, 2, ld);
        MatMul.multiplyBias(m, n, k, a, 0, k, b, 0, n, bias, 0, f, found, 2, ld);
        assertArrayEquals(expected, found);
    }

    @Test
    void aWarmWorkspaceKeepsItsArray() {
        Workspace workspace = new Workspace();
        float[] scratch = workspace.floats(100);
        assertSame(scratch, workspace.floats(7));
        assertThrows(IllegalArgumentException.class, () -> workspace.floats(-1));
    }

    @Test
    void aProductOverNothingIsZeroOrTheBias() {
        float[] none = {};
        c[0] = 5;
        MatMul.multiply(2, 2, 0, none, 0, 0, none, 0, 2, c, 0, 2);
        assertArrayEquals(new float[4], c);
        MatMul.multiplyBias(2, 2, 0, none, 0, 0, none, 0, 2, new float[] {3, -1}, 0, ActivationFunction.RELU, c, 0, 2);
        assertArrayEquals(new float[] {3, 0, 3, 0}, c);
        MatMul.multiplyTransposedA(2, 2, 0, none, 0, 2, none, 0, 2, c, 0, 2);
        assertArrayEquals(new float[4], c);
        MatMul.multiplyTransposedB(2, 2, 0, none, 0, 0, none, 0, 0, c, 0, 2, new Workspace());
        assertArrayEquals(new float[4], c);
    }

    @Test
    void anEmptyProductWritesNothing() {
        c[0] = 5;
        MatMul.multiply(0, 2, 3, A, 0, 3, B, 0, 2, c, 0, 2);
        MatMul.multiply(2, 0, 3, A, 0, 3, B, 0, 0, c, 4, 0);
        assertEquals(5, c[0]);
    }

    @Test
    void saysWhichMatrixDoesNotFitIntoItsArray() {
        assertOutOfBounds(
                "a: expected an array that holds 6 elements (2 × 3, leading dimension 3) from offset 1,"
                        + " found 6 elements in all",
                () -> MatMul.multiply(2, 2, 3, A, 1, 3, B, 0, 2, c, 0, 2));
        assertOutOfBounds(
                "b: expected an array that holds 8 elements (3 × 2, leading dimension 3) from offset 0,"
                        + " found 6 elements in all",
                () -> MatMul.multiply(2, 2, 3, A, 0, 3, B, 0, 3, c, 0, 2));
        assertOutOfBounds(
                "c: expected an array that holds 4 elements (2 × 2, leading dimension 2) from offset -1,"
                        + " found 4 elements in all",
                () -> MatMul.multiply(2, 2, 3, A, 0, 3, B, 0, 2, c, -1, 2));
        assertOutOfBounds(
                "bias: expected an array that holds 2 elements (1 × 2, leading dimension 2) from offset 0,"
                        + " found 1 elements in all",
                () -> MatMul.multiplyBias(
                        2, 2, 3, A, 0, 3, B, 0, 2, new float[1], 0, ActivationFunction.LINEAR, c, 0, 2));
    }

    @Test
    void sizesWhoseProductOverflowsAreRefused() {
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> MatMul.multiply(1 << 16, 2, 1 << 16, A, 0, 1 << 16, B, 0, 2, c, 0, 2));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> MatMul.multiply(2, 2, 3, A, Integer.MAX_VALUE, 3, B, 0, 2, c, 0, 2));
    }

    @Test
    void saysWhichSizeOrLeadingDimensionIsWrong() {
        assertIllegal("m: expected at least 0, found -1", () -> MatMul.multiply(-1, 2, 3, A, 0, 3, B, 0, 2, c, 0, 2));
        assertIllegal(
                "lda: expected at least 3, the columns of a (2 × 3), found 2",
                () -> MatMul.multiply(2, 2, 3, A, 0, 2, B, 0, 2, c, 0, 2));
        assertIllegal(
                "lda: expected at least 2, the columns of a (3 × 2), found 1",
                () -> MatMul.multiplyTransposedA(2, 2, 3, A, 0, 1, B, 0, 2, c, 0, 2));
        assertIllegal(
                "ldb: expected at least 3, the columns of b (2 × 3), found 2",
                () -> MatMul.multiplyTransposedB(2, 2, 3, A, 0, 3, B, 0, 2, c, 0, 2, new Workspace()));
    }

    private static void assertIllegal(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static void assertOutOfBounds(String message, Runnable call) {
        assertEquals(
                message,
                assertThrows(IndexOutOfBoundsException.class, call::run).getMessage());
    }

    private static float[] gaussian(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
