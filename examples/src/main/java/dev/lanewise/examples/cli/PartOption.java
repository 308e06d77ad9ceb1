package dev.lanewise.examples.cli;

import dev.lanewise.data.DataSet;
import dev.lanewise.data.Split;
import picocli.CommandLine.Option;

/** {@code --set}: which part of the data a command works on. */
final class PartOption {
    @Option(
            names = "--set",
            paramLabel = "SET",
            converter = Arguments.PartName.class,
            defaultValue = "test",
            description = "Which of the images: train, validation or test (${DEFAULT-VALUE}).")
    private Part part = Part.TEST;

    DataSet of(Split split) {
        return part.of(split);
    }

    /** What its images are called in a sentence: "test images". */
    String title() {
        return part.title() + " images";
    }

    @Override
    public String toString() {
        return part.toString();
    }
}
