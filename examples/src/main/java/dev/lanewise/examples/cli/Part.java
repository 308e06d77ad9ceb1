package dev.lanewise.examples.cli;

import dev.lanewise.data.DataSet;
import dev.lanewise.data.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of the data by the names they have on the command line. */
enum Part {
    TRAIN("train", "training"),
    VALIDATION("validation", "validation"),
    TEST("test", "test");

    private final String label;
    private final String title;

    Part(String label, String title) {
        this.label = label;
        this.title = title;
    }

    DataSet of(Split split) {
        return switch (this) {
            case TRAIN -> split.train();
            case VALIDATION -> split.validation();
            case TEST -> split.test();
        };
    }

    /** What its images are called in a sentence: "training images". */
    String title() {
        return title;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Part::toString).toList();
    }

    static Optional<Part> named(String label) {
        return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}
