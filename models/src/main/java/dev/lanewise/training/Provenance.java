package dev.lanewise.training;

import java.util.List;
import java.util.OptionalLong;

/**
 * How a model came to be: all that is needed to make its bits again, given the data. Saved with it.
 *
 * @param seed of the first weights; empty if parameters were set by hand, which cannot be repeated
 * @param runs the training runs since, in order
 */
public record Provenance(OptionalLong seed, List<Run> runs) {

    /** Of a model whose parameters came from elsewhere. */
    public static final Provenance UNKNOWN = new Provenance(OptionalLong.empty(), List.of());

    /**
     * Copies the list.
     *
     * @param seed of the first weights
     * @param runs the training runs since
     */
    public Provenance {
        runs = List.copyOf(runs);
    }

    /**
     * A training run.
     *
     * @param optimizer how gradients moved the parameters
     * @param epochs how many epochs ended
     * @param steps of a further epoch that was broken off; 0 if the run ended with an epoch
     * @param batchSize rows per step
     * @param seed from which shuffling and noise followed
     * @param latentWarmUp how the latent loss came up to its weight
     * @param data the training data's {@link dev.lanewise.data.DataSet#fingerprint}
     * @param digests the parameters after each epoch: the SHA-256 of their values' bits, little-endian, in the order of the
     *     model file
     */
    public record Run(
            Optimizer optimizer,
            int epochs,
            int steps,
            int batchSize,
            long seed,
            LatentWarmUp latentWarmUp,
            String data,
            List<String> digests) {

        /**
         * Copies the list.
         *
         * @param optimizer how gradients moved the parameters
         * @param epochs how many epochs ended
         * @param steps of a further epoch
         * @param batchSize rows per step
         * @param seed from which shuffling and noise followed
         * @param latentWarmUp how the latent loss came up to its weight
         * @param data the training data's fingerprint
         * @param digests the parameters after each epoch
         */
        public Run {
            digests = List.copyOf(digests);
        }
    }
}
