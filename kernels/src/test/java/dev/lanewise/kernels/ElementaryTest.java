package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ElementaryTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void limitsAndSignedZerosAreThoseOfTheMathematics() {
        assertEquals(0f, Elementary.exp(-INFINITY));
        assertEquals(INFINITY, Elementary.exp(INFINITY));
        assertEquals(INFINITY, Elementary.exp(88.72284f));
        assertEquals(Float.MIN_VALUE, Elementary.exp(-103.5f));
        assertEquals(0f, Elementary.exp(-104f));
        assertEquals(1f, Elementary.exp(-0f));
        assertEquals(-INFINITY, Elementary.log(-0f));
        assertEquals(Float.NaN, Elementary.log(-Float.MIN_VALUE));
        assertEquals(INFINITY, Elementary.log(INFINITY));
        assertEquals(-0f, Elementary.log1p(-0f));
        assertEquals(-INFINITY, Elementary.log1p(-1f));
        assertEquals(-0f, Elementary.tanh(-0f));
        assertEquals(-1f, Elementary.tanh(-INFINITY));
        assertEquals(2f, Elementary.erfc(-INFINITY));
        assertEquals(0f, Elementary.erfc(INFINITY));
        assertEquals(1f, Elementary.erfc(0f));
    }

    @Test
    void turnsHitTheirExactPoints() {
        assertEquals(0f, Elementary.sinTurns(0f));
        assertEquals(1f, Elementary.sinTurns(0.25f));
        assertEquals(-1f, Elementary.sinTurns(0.75f));
        assertEquals(1f, Elementary.cosTurns(0f));
        assertEquals(-1f, Elementary.cosTurns(0.5f));
    }

    @Test
    void nanGivesNan() {
        assertEquals(Float.NaN, Elementary.exp(Float.NaN));
        assertEquals(Float.NaN, Elementary.log(Float.NaN));
        assertEquals(Float.NaN, Elementary.log1p(Float.NaN));
        assertEquals(Float.NaN, Elementary.tanh(Float.NaN));
        assertEquals(Float.NaN, Elementary.sigmoid(Float.NaN));
        assertEquals(Float.NaN, Elementary.softplus(Float.NaN));
        assertEquals(Float.NaN, Elementary.erfc(Float.NaN));
        assertEquals(Float.NaN, Elementary.sinTurns(Float.NaN));
        assertEquals(Float.NaN, Elementary.cosTurns(INFINITY));
    }

    @Test
    void arraysHoldWhatTheScalarFormsGive() {
        float[] x = new float[45];
        float[] y = new float[45];
        for (int i = 0; i < 45; i++) {
            x[i] = (i - 20) / 4f;
        }
        Elementary.exp(40, x, 3, y, 2);
        for (int i = 0; i < 40; i++) {
            assertEquals(Elementary.exp(x[3 + i]), y[2 + i]);
        }
        assertEquals(0f, y[1]);
        assertEquals(0f, y[42]);
    }

    /** Values of M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, tables 7.1 and 26.1. */
    @Test
    void referenceKnowsThePublishedValues() {
        assertEquals(1 - 0.5204998778, Reference.erfc(0.5), 1e-10);
        assertEquals(1 - 0.8427007929, Reference.erfc(1), 1e-10);
        assertEquals(1 - 0.9953222650, Reference.erfc(2), 1e-10);
        assertEquals(2.209049699858544e-5, Reference.erfc(3), 1e-18);
        assertEquals(1.5374597944280349e-12, Reference.erfc(5), 1e-25);
        assertEquals(0.841344746068543, Reference.normalDistribution(1), 1e-14);
        assertEquals(0.00134989803163, Reference.normalDistribution(-3), 1e-14);
    }

    @Test
    void rangesOutsideTheArrayAreRefused() {
        float[] x = new float[8];
        assertThrows(IndexOutOfBoundsException.class, () -> Elementary.exp(8, x, 1, x, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> Elementary.exp(8, x, 0, x, -1));
        assertThrows(IllegalArgumentException.class, () -> Elementary.exp(-1, x, 0, x, 0));
    }
}
