package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.training.LatentWarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A model as the command line knows it.
 *
 * @param <M> the compiled class
 * @param name what is typed
 * @param title what is read, in pictures and charts
 * @param factory creates the model, its weights drawn from a seed
 * @param loader reads the model from a file
 * @param defaults the training it is meant for
 * @param kind what there is to know about it
 */
record ModelEntry<M extends AutoencoderModel>(
        String name, String title, LongFunction<M> factory, Loader<M> loader, Defaults defaults, Kind<M> kind) {

    /** Reads a model from a file. */
    @FunctionalInterface
    interface Loader<M> {
        M load(Path file) throws IOException;
    }

    /**
     * What {@code train} does where the command line says nothing.
     *
     * @param optimizer how gradients move the parameters
     * @param learningRate its step size, where it is not its own
     * @param batchSize images a step takes
     * @param epochs how often the run goes through the data
     * @param decayFrom after what share of the run the learning rate begins to fall; 1 for never
     * @param latentWarmUp how the latent loss comes up to its weight
     */
    record Defaults(
            OptimizerChoice optimizer,
            Optional<Double> learningRate,
            int batchSize,
            int epochs,
            double decayFrom,
            LatentWarmUp latentWarmUp) {

        static Defaults nadam(int batchSize, int epochs) {
            return new Defaults(OptimizerChoice.NADAM, Optional.empty(), batchSize, epochs, 1, LatentWarmUp.NONE);
        }

        Defaults learningRate(double rate) {
            return new Defaults(optimizer, Optional.of(rate), batchSize, epochs, decayFrom, latentWarmUp);
        }

        Defaults decayFrom(double share) {
            return new Defaults(optimizer, learningRate, batchSize, epochs, share, latentWarmUp);
        }

        Defaults latentWarmUp(double from, int epochsOfWarmUp) {
            LatentWarmUp warmUp = new LatentWarmUp(from, epochsOfWarmUp);
            return new Defaults(optimizer, learningRate, batchSize, epochs, decayFrom, warmUp);
        }
    }

    /** Where its files go where nothing is said. */
    Path folder() {
        return Path.of("out", name);
    }
}
