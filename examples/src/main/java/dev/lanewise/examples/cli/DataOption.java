package dev.lanewise.examples.cli;

import dev.lanewise.data.DataSet;
import dev.lanewise.data.FashionMnist;
import dev.lanewise.data.Split;
import dev.lanewise.examples.garments.Garments;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Option;

/** {@code --data}: which images a command works on. */
final class DataOption {
    static final String EMBEDDED = "embedded";
    static final String FASHION_MNIST = "fashion-mnist";

    @Option(
            names = "--data",
            paramLabel = "DATA",
            defaultValue = EMBEDDED,
            description = {
                "Images to work on: " + EMBEDDED + ", drawn by this program (the default);",
                FASHION_MNIST + ", the real ones, downloaded once;",
                "or a folder with the four IDX files."
            })
    private String data = EMBEDDED;

    /** The images in three parts, of the size that models take; says on the way if they are being downloaded. */
    Split load(PrintWriter out) throws IOException, CommandException {
        Split split = read(out);
        int pixels = Models.SIDE * Models.SIDE;
        if (split.train().columns() != pixels) {
            throw new CommandException("--data: expected images of %d pixels (%d × %d), found %d in %s"
                    .formatted(pixels, Models.SIDE, Models.SIDE, split.train().columns(), title()));
        }
        return split;
    }

    /** The same, with what a model must be told of them. */
    Split load(PrintWriter out, ModelEntry<?> model) throws IOException, CommandException {
        return given(load(out), model);
    }

    /** Images with their classes as conditions, for a model that is told them. */
    static Split given(Split split, ModelEntry<?> model) throws CommandException {
        if (model.kind().samplesByClass().isEmpty()) {
            return split;
        }
        return new Split(classes(split.train()), classes(split.validation()), classes(split.test()));
    }

    private static DataSet classes(DataSet images) throws CommandException {
        try {
            return images.conditionedOnLabels(Models.CLASSES);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CommandException("--data: " + e.getMessage());
        }
    }

    private Split read(PrintWriter out) throws IOException, CommandException {
        return switch (data) {
            case EMBEDDED -> Garments.split();
            case FASHION_MNIST -> FashionMnist.load(download(out));
            default -> FashionMnist.load(folder());
        };
    }

    private static Path download(PrintWriter out) throws IOException {
        Path cache = FashionMnist.cacheFolder();
        AtomicBoolean said = new AtomicBoolean();
        return FashionMnist.download(FashionMnist.HOME, cache, (file, bytes, of) -> {
            if (!said.getAndSet(true)) {
                out.println("downloading Fashion-MNIST (30 MB) to " + cache);
                out.flush();
            }
        });
    }

    private Path folder() throws CommandException {
        try {
            Path folder = Path.of(data);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // No folder can have this name.
        }
        String hint = Suggestions.closest(data, List.of(EMBEDDED, FASHION_MNIST))
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
        throw new CommandException("--data: expected a folder with IDX files, found no folder \"" + data + "\"" + hint);
    }

    /** What is worked on, for people. */
    String title() {
        return switch (data) {
            case EMBEDDED -> "the embedded garments";
            case FASHION_MNIST -> "Fashion-MNIST";
            default -> data;
        };
    }
}
