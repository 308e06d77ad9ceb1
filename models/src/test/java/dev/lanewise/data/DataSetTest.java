package dev.lanewise.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;
import org.junit.jupiter.api.Test;

final class DataSetTest {

    private static final Matrix COUNTING = Matrix.of(4, 2, 0, 1, 2, 3, 4, 5, 6, 7);

    @Test
    void rowsAreReadAtTheOffset() {
        float[] destination = {-1, -1, -1, -1};
        DataSet.of(COUNTING).read(2, destination, 1);
        assertArrayEquals(new float[] {-1, 4, 5, -1}, destination);
    }

    @Test
    void everyByteIsReadAsItsQuotientBy255() {
        byte[] all = new byte[256];
        for (int x = 0; x < 256; x++) {
            all[x] = (byte) x;
        }
        DataSet data = DataSet.ofImages(256, all);
        float[] values = data.matrix().values();
        for (int x = 0; x < 256; x++) {
            assertEquals(x / 255f, values[x]);
        }
        assertEquals(0f, values[0]);
        assertEquals(1f, values[255]);
    }

    @Test
    void slicesAndSelectionsKeepTheirLabels() {
        DataSet data = DataSet.of(COUNTING).labelled(10, 11, 12, 13);
        DataSet slice = data.slice(1, 4).slice(1, 3);
        assertEquals(Matrix.of(2, 2, 4, 5, 6, 7), slice.matrix());
        assertTrue(slice.hasLabels());
        assertEquals(13, slice.label(1));
        DataSet selection = data.select(3, 0, 3);
        assertEquals(Matrix.of(3, 2, 6, 7, 0, 1, 6, 7), selection.matrix());
        assertEquals(10, selection.label(1));
        assertEquals(12, data.select(3, 2).slice(1, 2).label(0));
        assertEquals(Matrix.of(1, 2, 2, 3), data.matrix(1, 2));
        assertEquals(7, data.labelled(7, 7, 7, 7).label(3));
    }

    @Test
    void viewsDoNotReachBeyondTheirRows() {
        DataSet data = DataSet.of(COUNTING).labelled(0, 1, 2, 3);
        float[] row = new float[2];
        for (DataSet view :
                new DataSet[] {data.slice(1, 3), DataSet.of(COUNTING).slice(1, 3), data.select(0, 1)}) {
            assertEquals(2, view.rows());
            assertThrows(IndexOutOfBoundsException.class, () -> view.read(2, row, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> view.read(-1, row, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> view.label(2));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(1, 3));
            assertThrows(IndexOutOfBoundsException.class, () -> view.read(0, row, 1));
        }
        DataSet bytes = DataSet.ofImages(2, new byte[6]);
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.read(3, row, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.read(0, row, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> data.select(4));
        assertThrows(IndexOutOfBoundsException.class, () -> data.matrix(3, 5));
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        assertMessage(
                "values: expected a finite number everywhere, found NaN in row 1, column 0",
                () -> DataSet.of(new float[] {1, 2}, new float[] {Float.NaN, 0}));
        assertMessage(
                "values: expected a finite number everywhere, found -Infinity in row 0, column 1",
                () -> DataSet.of(new float[] {1, Float.NEGATIVE_INFINITY}));
        assertMessage(
                "values: expected a number in [0, 1] everywhere, found 1.0000001 in row 1, column 1",
                () -> DataSet.ofImages(Matrix.of(2, 2, 0, 1, 0.5f, Math.nextUp(1f))));
        assertMessage(
                "values: expected a number in [0, 1] everywhere, found NaN in row 0, column 0",
                () -> DataSet.ofImages(Matrix.of(1, 1, Float.NaN)));
        assertMessage("values: expected at least one row, found none", () -> DataSet.of(Matrix.zeros(0, 3)));
        assertMessage(
                "pixels: expected one or more images of 3 bytes, found 4 bytes",
                () -> DataSet.ofImages(3, new byte[4]));
        assertMessage(
                "pixels: expected one or more images of 3 bytes, found 0 bytes",
                () -> DataSet.ofImages(3, new byte[0]));
        assertMessage("columns: expected 1 or more, found 0", () -> DataSet.ofImages(0, new byte[4]));
        DataSet data = DataSet.of(COUNTING);
        assertMessage("labels: expected 4, one for each row, found 2", () -> data.labelled(1, 2));
        assertMessage("labels: expected 0 or more, found -5 in row 2", () -> data.labelled(1, 2, -5, 0));
        assertMessage("slice: expected at least one row, found none from 1 to 1 of 4 rows", () -> data.slice(1, 1));
        assertMessage("rows: expected at least one index, found none", data::select);
        assertFalse(data.hasLabels());
        assertThrows(IllegalStateException.class, () -> data.label(0));
        assertThrows(IllegalStateException.class, () -> data.slice(0, 2).label(0));
    }

    @Test
    void theLargestFiniteNumbersAreData() {
        assertEquals(
                1,
                DataSet.of(Matrix.of(1, 2, Float.MAX_VALUE, -Float.MAX_VALUE)).rows());
    }

    /**
     * Computed with Python: {@code hashlib.sha256(struct.pack("<iiffff", 2, 2, 0.0, 1.0, -0.0,
     * numpy.float32(128) / numpy.float32(255))).hexdigest()}.
     */
    @Test
    void fingerprintIsTheDocumentedSha256() {
        DataSet data = DataSet.of(Matrix.of(2, 2, 0f, 1f, -0f, 128 / 255f));
        assertEquals("bc428f0827a24409db71b22890390e0b618f1fa9532b5043c8cef17f61f485b9", data.fingerprint());
    }

    @Test
    void fingerprintsAreOfValuesAndShapeAlone() {
        byte[] bytes = {0, 1, 2, (byte) 255, 4, 5};
        DataSet images = DataSet.ofImages(2, bytes);
        assertEquals(images.fingerprint(), DataSet.of(images.matrix()).fingerprint());
        assertEquals(images.fingerprint(), images.labelled(1, 2, 3).fingerprint());
        assertEquals(images.slice(0, 2).fingerprint(), images.select(0, 1).fingerprint());
        assertNotEquals(images.fingerprint(), DataSet.ofImages(3, bytes).fingerprint());
        assertNotEquals(images.fingerprint(), images.slice(0, 2).fingerprint());
        assertNotEquals(images.fingerprint(), images.select(0, 2, 1).fingerprint());
    }

    @Test
    void splitsKeepTheOrderOfTheRows() {
        DataSet data = DataSet.of(COUNTING);
        Split counts = Split.ofCounts(data, 1, 2);
        assertEquals(Matrix.of(1, 2, 0, 1), counts.train().matrix());
        assertEquals(Matrix.of(1, 2, 2, 3), counts.validation().matrix());
        assertEquals(Matrix.of(2, 2, 4, 5, 6, 7), counts.test().matrix());
        Split fractions = Split.ofFractions(data, 0.3, 0.5);
        assertEquals(counts.train().matrix(), fractions.train().matrix());
        assertEquals(counts.test().matrix(), fractions.test().matrix());
    }

    @Test
    void splitsWithoutRowsOrOfOtherWidthAreRefused() {
        DataSet data = DataSet.of(COUNTING);
        assertMessage("validation: expected 1 row or more, found 0", () -> Split.ofCounts(data, 0, 1));
        assertMessage("test: expected 1 row or more, found 0", () -> Split.ofFractions(data, 0.5, 0.1));
        assertMessage(
                "data: expected more than 2 validation and 2 test rows, found 4 rows in all",
                () -> Split.ofCounts(data, 2, 2));
        assertMessage(
                "test: expected a fraction between 0 and 1, found NaN", () -> Split.ofFractions(data, 0.5, Double.NaN));
        DataSet wide = DataSet.of(new float[] {1, 2, 3});
        assertMessage("test: expected 2 columns, as in train, found 3", () -> new Split(data, data, wide));
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void conditionsGoWithTheirRows() {
        Matrix conditions = Matrix.of(4, 2, 1, 2, 3, 4, 5, 6, 7, 8);
        DataSet data = DataSet.of(Matrix.zeros(4, 3)).conditionedOn(conditions);
        assertEquals(2, data.conditionColumns());
        assertEquals(conditions, data.conditions(0, 4));
        assertEquals(conditions.slice(1, 3), data.slice(1, 4).slice(0, 2).conditions(0, 2));
        assertEquals(Matrix.of(3, 2, 7, 8, 1, 2, 7, 8), data.select(3, 0, 3).conditions(0, 3));
        assertEquals(conditions, data.labelled(0, 1, 2, 3).conditions(0, 4));
        assertEquals(
                conditions.slice(2, 4), data.labelled(0, 1, 2, 3).slice(2, 4).conditions(0, 2));
        assertEquals(0, DataSet.of(Matrix.zeros(4, 3)).conditionColumns());
        assertThrows(
                IllegalStateException.class,
                () -> DataSet.of(Matrix.zeros(4, 3)).conditions(0, 1));
    }

    @Test
    void labelsAsConditionsAreOneHot() {
        DataSet data = DataSet.of(Matrix.zeros(3, 2)).labelled(2, 0, 1).conditionedOnLabels(4);
        assertEquals(Matrix.of(3, 4, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0), data.conditions(0, 3));
        assertEquals(Matrix.oneHot(4, 2, 0, 1), data.conditions(0, 3));
        assertEquals(2, data.label(0));
        assertEquals(Matrix.oneHot(4, 1), data.select(2).conditions(0, 1));
    }

    @Test
    void conditionsThatDoNotFitAreRefused() {
        DataSet data = DataSet.of(Matrix.zeros(3, 2));
        assertThrows(IllegalArgumentException.class, () -> data.conditionedOn(Matrix.zeros(2, 5)));
        assertThrows(
                IllegalArgumentException.class,
                () -> data.conditionedOn(Matrix.of(3, 1, 0, Float.POSITIVE_INFINITY, 0)));
        assertThrows(
                IllegalArgumentException.class, () -> data.labelled(0, 1, 4).conditionedOnLabels(4));
        assertThrows(
                IllegalArgumentException.class, () -> data.labelled(0, 1, 2).conditionedOnLabels(0));
        assertThrows(IllegalStateException.class, () -> data.conditionedOnLabels(4));
    }

    @Test
    void conditionsCountInTheFingerprint() {
        DataSet data = DataSet.of(Matrix.of(2, 2, 1, 2, 3, 4));
        DataSet on = data.conditionedOn(Matrix.oneHot(3, 0, 2));
        assertNotEquals(data.fingerprint(), on.fingerprint());
        assertEquals(
                on.fingerprint(), data.labelled(0, 2).conditionedOnLabels(3).fingerprint());
        assertEquals(on.fingerprint(), on.labelled(5, 6).fingerprint());
        assertNotEquals(
                on.fingerprint(), data.conditionedOn(Matrix.oneHot(3, 0, 1)).fingerprint());
        // The same numbers in the same order, of other widths.
        DataSet wider = DataSet.of(Matrix.of(2, 3, 1, 2, 1, 3, 4, 0)).conditionedOn(Matrix.of(2, 2, 0, 0, 0, 1));
        assertNotEquals(on.fingerprint(), wider.fingerprint());
        assertEquals(on.slice(0, 1).fingerprint(), on.select(0).fingerprint());
    }
}
