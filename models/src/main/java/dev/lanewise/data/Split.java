package dev.lanewise.data;

/**
 * Data in three parts: what a model learns from, what it is watched with while it learns, and what it has never been
 * chosen by. Immutable.
 *
 * @param train the rows to learn from
 * @param validation the rows to measure with after each epoch
 * @param test the rows to measure with once, at the end
 */
public record Split(DataSet train, DataSet validation, DataSet test) {

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException if their rows differ in length
     */
    public Split {
        requireColumns("validation", validation, train);
        requireColumns("test", test, train);
    }

    /**
     * Splits by counts, in the order of the rows: first those to train on, then validation, then test. Rows that are
     * sorted by class should be shuffled before, with {@link DataSet#select}.
     *
     * @param data all rows
     * @param validation how many of them are for validation, 1 or more
     * @param test how many are for the test, 1 or more
     * @return the split; what is left, one row or more, is to train on
     * @throws IllegalArgumentException if a part would have no row
     */
    public static Split ofCounts(DataSet data, int validation, int test) {
        requireRow("validation", validation);
        requireRow("test", test);
        long train = (long) data.rows() - validation - test;
        if (train < 1) {
            throw new IllegalArgumentException(
                    "data: expected more than %d validation and %d test rows, found %d rows in all"
                            .formatted(validation, test, data.rows()));
        }
        return split(data, (int) train, validation, data.slice(data.rows() - test, data.rows()));
    }

    /**
     * Splits by fractions, in the order of the rows: first those to train on, then validation, then test. Each fraction
     * of the rows is rounded down.
     *
     * @param data all rows
     * @param validation the fraction for validation, between 0 and 1
     * @param test the fraction for the test, between 0 and 1
     * @return the split; what is left, one row or more, is to train on
     * @throws IllegalArgumentException if a part would have no row
     */
    public static Split ofFractions(DataSet data, double validation, double test) {
        return ofCounts(data, count("validation", validation, data.rows()), count("test", test, data.rows()));
    }

    /** The customary split of training data that comes with test data of its own: the last rows are for validation. */
    static Split withTest(DataSet training, int validation, DataSet test) {
        return split(training, training.rows() - validation, validation, test);
    }

    private static Split split(DataSet data, int train, int validation, DataSet test) {
        return new Split(data.slice(0, train), data.slice(train, train + validation), test);
    }

    private static int count(String part, double fraction, int rows) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException(part + ": expected a fraction between 0 and 1, found " + fraction);
        }
        return (int) (fraction * rows);
    }

    private static void requireRow(String part, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException(part + ": expected 1 row or more, found " + rows);
        }
    }

    private static void requireColumns(String part, DataSet data, DataSet train) {
        if (data.columns() != train.columns()) {
            throw new IllegalArgumentException(
                    "%s: expected %d columns, as in train, found %d".formatted(part, train.columns(), data.columns()));
        }
    }
}
