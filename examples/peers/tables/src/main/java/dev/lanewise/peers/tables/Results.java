package dev.lanewise.peers.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What has been measured for a table, one line a figure, kept in a file so that a later call may add rounds. */
final class Results {

    private final Path file;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    private Results(Path file) {
        this.file = file;
    }

    /** An empty table, in place of one that may be there. */
    static Results fresh(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            return new Results(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The table as an earlier call left it. */
    static Results continued(Path file) {
        try {
            if (!Files.exists(file)) {
                return fresh(file);
            }
            Results results = new Results(file);
            Files.readAllLines(file).forEach(line -> results.remember(line.split("\t")));
            return results;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The number of the next round, from 1. */
    int nextRound() {
        return lines.stream().mapToInt(Line::round).max().orElse(0) + 1;
    }

    /**
     * Adds what a process printed.
     *
     * @param test what it measured, such as {@code sparse-l1 1}, where a line does not say it in a field of its own
     */
    void add(int round, String library, String test, List<String[]> found) {
        StringBuilder text = new StringBuilder();
        for (String[] fields : found) {
            String[] line = fields[0].equals("version")
                    ? new String[] {"version", library, fields[1]}
                    : new String[] {
                        String.valueOf(round), library, fields.length > 3 ? fields[3] : test, fields[1], fields[2]
                    };
            remember(line);
            text.append(String.join("\t", line)).append('\n');
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void remember(String[] line) {
        if (line[0].equals("version")) {
            versions.put(line[1], line[2]);
        } else {
            lines.add(new Line(Integer.parseInt(line[0]), line[1], line[2], line[3], Double.parseDouble(line[4])));
        }
    }

    /** The libraries' versions, by their names in the table. */
    Map<String, String> versions() {
        return versions;
    }

    /** What has been measured, in the order of the first time. */
    Set<String> tests() {
        return lines.stream().map(Line::test).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The median over the rounds. */
    OptionalDouble median(String library, String test, String figure) {
        return median(byRound(library, test, figure).values().stream()
                .mapToDouble(x -> x)
                .toArray());
    }

    /** The median over the rounds of the ratio of two libraries, or of two tests. */
    OptionalDouble ratio(String figure, String library, String test, String toLibrary, String toTest) {
        Map<Integer, Double> over = byRound(library, test, figure);
        Map<Integer, Double> under = byRound(toLibrary, toTest, figure);
        return median(over.keySet().stream()
                .filter(under::containsKey)
                .mapToDouble(round -> over.get(round) / under.get(round))
                .toArray());
    }

    private Map<Integer, Double> byRound(String library, String test, String figure) {
        Map<Integer, Double> values = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.library.equals(library) && line.test.equals(test) && line.figure.equals(figure)) {
                values.put(line.round, line.value);
            }
        }
        return values;
    }

    private static OptionalDouble median(double[] values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(values);
        int half = values.length / 2;
        return OptionalDouble.of(values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2);
    }

    private record Line(int round, String library, String test, String figure, double value) {}
}
