package dev.lanewise.examples.cli;

import java.util.Locale;
import java.util.StringJoiner;

/** The last line of a command, for programs: {@code key=value} pairs, numbers with a point and without grouping. */
final class ResultLine {
    private final StringJoiner pairs = new StringJoiner(" ");

    ResultLine with(String key, String value) {
        pairs.add(key + "=" + value);
        return this;
    }

    ResultLine with(String key, long value) {
        return with(key, Long.toString(value));
    }

    /** A loss, with six significant digits or more. */
    ResultLine with(String key, double value) {
        return with(key, "%.8f", value);
    }

    ResultLine with(String key, String format, double value) {
        return with(key, String.format(Locale.ROOT, format, value));
    }

    @Override
    public String toString() {
        return pairs.toString();
    }
}
