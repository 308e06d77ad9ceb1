package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.data.DataSet;
import dev.lanewise.training.History;
import dev.lanewise.training.Training;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --checkpoint} and what goes with it: leaving the state of a run in a file, and going on from there. */
final class CheckpointOptions {

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = {
                "Leaves the state of the run in FILE after each epoch. If FILE is there, the run",
                "goes on from it, and ends with the same bits as one that was never stopped."
            })
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--checkpoint-steps",
            paramLabel = "N",
            converter = Arguments.Count.class,
            description = "Leaves it every N steps, too.")
    private Optional<Integer> steps = Optional.empty();

    /** Trains a model, from the start or from the checkpoint. */
    History run(AutoencoderModel model, DataSet data, Training training, PrintWriter console)
            throws IOException, CommandException {
        if (file.isEmpty()) {
            if (steps.isPresent()) {
                throw new CommandException("--checkpoint-steps: goes with --checkpoint FILE");
            }
            return model.fit(data, training);
        }
        Path checkpoint = file.get();
        Training kept = training.checkpoint(checkpoint, steps.orElse(0));
        if (Files.notExists(checkpoint)) {
            return model.fit(data, kept);
        }
        console.println("going on from " + checkpoint);
        console.flush();
        try {
            return model.resume(checkpoint, data, kept);
        } catch (IllegalArgumentException e) {
            throw new CommandException("--checkpoint: " + e.getMessage(), e);
        }
    }
}
