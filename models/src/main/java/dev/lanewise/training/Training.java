package dev.lanewise.training;

import dev.lanewise.data.DataSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a training run is asked for. Immutable; each method answers a changed copy.
 *
 * {@snippet :
 * Training.with(new Nadam()).epochs(25).batchSize(128).validation(valid);
 * }
 *
 * @param optimizer how gradients move the parameters
 * @param epochs how often the run goes through the data; 1 if not said
 * @param batchSize rows per step; 32 if not said
 * @param seed from which shuffling and noise follow; 1 if not said
 * @param latentWarmUp how the latent loss of a variational model comes up to its weight; at once if not said
 * @param threads how many threads may work on a batch; 1 if not said. A run uses fewer while these are faster. The results do not
 *     depend on it
 * @param validation data to evaluate the model on after each epoch
 * @param checkpointing where the run leaves its state
 * @param listeners who is told how the run is getting on
 */
public record Training(
        Optimizer optimizer,
        int epochs,
        int batchSize,
        long seed,
        LatentWarmUp latentWarmUp,
        int threads,
        Optional<DataSet> validation,
        Optional<Checkpointing> checkpointing,
        List<TrainingListener> listeners) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if epochs, batch size or threads are below 1
     */
    public Training {
        Hyper.atLeastOne("epochs", epochs);
        Hyper.atLeastOne("batchSize", batchSize);
        Hyper.atLeastOne("threads", threads);
        listeners = List.copyOf(listeners);
    }

    /**
     * A run with an optimizer, and defaults for the rest.
     *
     * @param optimizer how gradients move the parameters
     * @return one epoch, batches of 32, seed 1, one thread
     */
    public static Training with(Optimizer optimizer) {
        return new Training(optimizer, 1, 32, 1, LatentWarmUp.NONE, 1, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Asks for a number of epochs.
     *
     * @param epochs how often the run goes through the data
     * @return the changed copy
     */
    public Training epochs(int epochs) {
        return new Training(
                optimizer, epochs, batchSize, seed, latentWarmUp, threads, validation, checkpointing, listeners);
    }

    /**
     * Asks for a batch size.
     *
     * @param batchSize rows per step
     * @return the changed copy
     */
    public Training batchSize(int batchSize) {
        return new Training(
                optimizer, epochs, batchSize, seed, latentWarmUp, threads, validation, checkpointing, listeners);
    }

    /**
     * Sets the seed of shuffling and noise.
     *
     * @param seed any number
     * @return the changed copy
     */
    public Training seed(long seed) {
        return new Training(
                optimizer, epochs, batchSize, seed, latentWarmUp, threads, validation, checkpointing, listeners);
    }

    /**
     * Lets the latent loss of {@code @Sampling} layers come up to its weight by degrees.
     *
     * @param warmUp where its share begins, and how long it rises
     * @return the changed copy
     */
    public Training latentWarmUp(LatentWarmUp warmUp) {
        return new Training(optimizer, epochs, batchSize, seed, warmUp, threads, validation, checkpointing, listeners);
    }

    /**
     * Allows a number of threads. A run measures now and then whether fewer are faster, as they are on a busy machine or with small
     * batches.
     *
     * @param threads how many may work on a batch, the caller's included
     * @return the changed copy
     */
    public Training threads(int threads) {
        return new Training(
                optimizer, epochs, batchSize, seed, latentWarmUp, threads, validation, checkpointing, listeners);
    }

    /**
     * Asks for an evaluation after each epoch.
     *
     * @param data the validation data
     * @return the changed copy
     */
    public Training validation(DataSet data) {
        return new Training(
                optimizer, epochs, batchSize, seed, latentWarmUp, threads, Optional.of(data), checkpointing, listeners);
    }

    /**
     * Leaves the run's state in a file at the end of each epoch, for {@code resume}.
     *
     * @param file the file, replaced whole each time
     * @return the changed copy
     */
    public Training checkpoint(Path file) {
        return checkpoint(file, 0);
    }

    /**
     * Leaves the run's state in a file at the end of each epoch and every so many steps, for {@code resume}.
     *
     * @param file the file, replaced whole each time
     * @param everySteps how many steps apart; 0 for the end of each epoch only
     * @return the changed copy
     */
    public Training checkpoint(Path file, int everySteps) {
        Optional<Checkpointing> there = Optional.of(new Checkpointing(file, everySteps));
        return new Training(optimizer, epochs, batchSize, seed, latentWarmUp, threads, validation, there, listeners);
    }

    /**
     * Adds a listener.
     *
     * @param listener told how the run is getting on
     * @return the changed copy
     */
    public Training listener(TrainingListener listener) {
        List<TrainingListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new Training(optimizer, epochs, batchSize, seed, latentWarmUp, threads, validation, checkpointing, more);
    }
}
