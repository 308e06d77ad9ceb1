package dev.lanewise.examples.cli;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import java.util.Optional;

/**
 * What sort of model one is, which decides what there is to know about it and to do with it.
 *
 * @param <M> the compiled class
 */
sealed interface Kind<M extends AutoencoderModel> {

    /** One that encodes and decodes. */
    record Plain<M extends AutoencoderModel>() implements Kind<M> {}

    /**
     * One that learns to undo noise.
     *
     * @param corruption what its encoder does to images in training before it encodes them
     */
    record Denoiser<M extends AutoencoderModel>(Corruption<M> corruption) implements Kind<M> {}

    /**
     * One whose codings are mostly near 0.
     *
     * @param target the mean activation that its penalty pulls units to
     */
    record Sparse<M extends AutoencoderModel>(double target) implements Kind<M> {}

    /**
     * One whose codings are drawn from a distribution.
     *
     * @param recognition what its encoder says about images
     * @param sampler makes images up
     */
    record Variational<M extends AutoencoderModel>(Recognition<M> recognition, Sampler<M> sampler) implements Kind<M> {}

    /**
     * One whose codings are drawn from a distribution, and that is told the class of each image.
     *
     * @param recognition what its encoder says about images
     * @param sampler makes images up
     */
    record Conditional<M extends AutoencoderModel>(Recognition<M> recognition, ClassSampler<M> sampler)
            implements Kind<M> {}

    /** One whose codings are meant as bits. */
    record Hashing<M extends AutoencoderModel>() implements Kind<M> {}

    /** Corrupts images as in training, with the noise that {@code model.reconstruct(images, seed)} draws. */
    @FunctionalInterface
    interface Corruption<M> {
        Matrix corrupted(M model, Matrix images, long seed);
    }

    /** Describes the distribution of each image's codings. */
    @FunctionalInterface
    interface Recognition<M> {
        Gaussian of(M model, DataSet images);
    }

    /**
     * Normal distributions, one a row.
     *
     * @param mean μ
     * @param logVariance γ, of the same shape
     */
    record Gaussian(Matrix mean, Matrix logVariance) {}

    /** Decodes codings from N(0, I). */
    @FunctionalInterface
    interface Sampler<M> {
        Matrix sample(M model, int count, long seed);
    }

    /** Decodes codings from N(0, I), each for a class that is given as a one-hot row. */
    @FunctionalInterface
    interface ClassSampler<M> {
        Matrix sample(M model, int count, long seed, Matrix classes);
    }

    /** How images of a class are made up, if they can be. */
    default Optional<ClassSampler<M>> samplesByClass() {
        return this instanceof Conditional<M> conditional ? Optional.of(conditional.sampler()) : Optional.empty();
    }

    /** What the encoder does to images, if anything. */
    default Optional<Corruption<M>> corrupts() {
        return this instanceof Denoiser<M> denoiser ? Optional.of(denoiser.corruption()) : Optional.empty();
    }

    /** How images are made up, if they can be: of each class in turn, where the model is told of classes. */
    default Optional<Sampler<M>> samples() {
        return switch (this) {
            case Variational<M> variational -> Optional.of(variational.sampler());
            case Conditional<M> conditional ->
                Optional.of((model, count, seed) ->
                        conditional.sampler().sample(model, count, seed, Models.classesInTurn(count)));
            case Plain<M> unused -> Optional.empty();
            case Denoiser<M> unused -> Optional.empty();
            case Sparse<M> unused -> Optional.empty();
            case Hashing<M> unused -> Optional.empty();
        };
    }
}
