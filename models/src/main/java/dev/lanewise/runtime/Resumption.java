package dev.lanewise.runtime;

import dev.lanewise.data.DataSet;
import dev.lanewise.file.ModelFileException;
import dev.lanewise.training.Provenance;
import dev.lanewise.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Whether a checkpoint is of the run that is to be resumed. The number of epochs and of threads may change. */
final class Resumption {

    private Resumption() {}

    /**
     * Compares what the bits depend on.
     *
     * @return the run that goes on
     * @throws IllegalArgumentException naming the first setting that differs
     */
    static Provenance.Run check(Path file, Checkpoint.Loaded loaded, DataSet data, Training training)
            throws IOException {
        List<Provenance.Run> runs = loaded.contents().provenance().runs();
        if (runs.isEmpty()) {
            throw new ModelFileException(file.toString(), "a training run in the metadata", "none");
        }
        Provenance.Run run = runs.getLast();
        Checkpoint.Position at = loaded.position();
        int steps = Math.ceilDiv(data.rows(), run.batchSize());
        require(file, "optimizer", run.optimizer().text(), training.optimizer().text());
        require(file, "batch size", run.batchSize(), training.batchSize());
        require(file, "seed", run.seed(), training.seed());
        require(
                file,
                "warm-up of the latent loss",
                run.latentWarmUp().text(),
                training.latentWarmUp().text());
        require(file, "fingerprint of the data", run.data(), data.fingerprint());
        require(
                file,
                "fingerprint of the validation data",
                loaded.validation(),
                Trainer.validationFingerprint(training));
        boolean sound = at.step() >= 0
                && at.step() < steps
                && at.rows() == at.step() * run.batchSize()
                && at.stepsTaken() == (at.epoch() - 1L) * steps + at.step()
                && run.digests().size() == at.epoch() - 1;
        if (!sound) {
            throw new ModelFileException(
                    file.toString(),
                    "a position within epochs of " + steps + " steps",
                    "epoch " + at.epoch() + ", step " + at.step() + " after " + at.stepsTaken() + " steps");
        }
        return run;
    }

    private static void require(Path file, String what, Object inFile, Object wanted) {
        if (!inFile.equals(wanted)) {
            throw new IllegalArgumentException(
                    "the " + what + " must be that of the checkpoint " + file + ", " + inFile + ", was " + wanted);
        }
    }
}
