package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --weights}: the file that a trained model is read from. */
final class Weights {
    static final String FILE = "model.safetensors";

    @Option(names = "--weights", paramLabel = "FILE", description = "The trained model (out/MODEL/" + FILE + ").")
    private Optional<Path> weights = Optional.empty();

    /** The file of a model. */
    Path file(ModelEntry<?> entry) {
        return weights.orElse(entry.folder().resolve(FILE));
    }

    /** Reads the model; says what to do first where there is no file. */
    <M extends AutoencoderModel> M load(ModelEntry<M> entry) throws IOException, CommandException {
        Path file = file(entry);
        if (Files.notExists(file)) {
            throw new CommandException(
                    weights.isPresent()
                            ? "--weights: found no file " + file
                            : "found no " + file + ": run \"train " + entry.name()
                                    + "\" first, or name the file with --weights");
        }
        return entry.loader().load(file);
    }
}
