package dev.lanewise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class MatrixTest {

    @Test
    void valuesLieRowByRow() {
        Matrix matrix = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
        assertEquals(2, matrix.rows());
        assertEquals(3, matrix.columns());
        assertEquals(6, matrix.get(1, 2));
        assertEquals(2, matrix.get(0, 1));
        assertArrayEquals(new float[] {4, 5, 6}, matrix.row(1));
        assertEquals(matrix, Matrix.ofRows(new float[] {1, 2, 3}, new float[] {4, 5, 6}));
    }

    @Test
    void wrapSharesAndOfCopies() {
        float[] values = {1, 2};
        Matrix shared = Matrix.wrap(1, 2, values);
        Matrix copy = Matrix.of(1, 2, values);
        values[0] = 9;
        assertSame(values, shared.values());
        assertEquals(9, shared.get(0, 0));
        assertEquals(1, copy.get(0, 0));
    }

    @Test
    void sliceAndRowShareNothing() {
        Matrix matrix = Matrix.of(3, 2, 1, 2, 3, 4, 5, 6);
        Matrix slice = matrix.slice(1, 3);
        matrix.values()[2] = 9;
        assertEquals(Matrix.of(2, 2, 3, 4, 5, 6), slice);
        assertEquals(0, matrix.slice(1, 1).rows());
    }

    @Test
    void equalityIsOfBitsAndShapes() {
        float otherNaN = Float.intBitsToFloat(0xffc00001);
        assertEquals(Matrix.of(1, 1, Float.NaN), Matrix.of(1, 1, otherNaN));
        assertEquals(
                Matrix.of(1, 1, Float.NaN).hashCode(), Matrix.of(1, 1, otherNaN).hashCode());
        assertNotEquals(Matrix.of(1, 1, 0f), Matrix.of(1, 1, -0f));
        assertNotEquals(Matrix.zeros(2, 3), Matrix.zeros(3, 2));
        assertNotEquals(Matrix.zeros(0, 2), Matrix.zeros(0, 3));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertMessage("rows: expected 0 or more, found -1", () -> Matrix.zeros(-1, 2));
        assertMessage("columns: expected 1 or more, found 0", () -> Matrix.zeros(2, 0));
        assertMessage("values: expected 2 × 3 = 6 of them, found 5", () -> Matrix.of(2, 3, 1, 2, 3, 4, 5));
        assertMessage(
                "rows × columns: expected at most 2147483639 values, found 65536 × 65536 = 4294967296",
                () -> Matrix.zeros(65536, 65536));
        assertMessage(
                "rows: expected 2 values in each, as in row 0, found 1 in row 1",
                () -> Matrix.ofRows(new float[] {1, 2}, new float[] {3}));
        assertMessage("rows: expected at least one, found none", Matrix::ofRows);
        Matrix matrix = Matrix.zeros(2, 3);
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.get(0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.get(2, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.row(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.slice(1, 3));
        assertEquals("Matrix[2 × 3]", matrix.toString());
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
