package dev.lanewise.proof.reference;

import dev.lanewise.ConditionalAutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.runtime.BatchTrainer;
import dev.lanewise.runtime.CompiledModel;
import java.util.Map;
import java.util.Optional;

/**
 * What a model is given: rows of its input, and of its condition if it has one.
 *
 * @param images B × the input's width
 * @param condition B × the condition's width
 */
public record Batch(Matrix images, Optional<Matrix> condition) {

    /** {@return the number of rows} */
    public int rows() {
        return images.rows();
    }

    /**
     * One row alone.
     *
     * @param row which
     * @return a batch of that row
     */
    public Batch row(int row) {
        return new Batch(images.slice(row, row + 1), condition.map(all -> all.slice(row, row + 1)));
    }

    /** {@return the rows as data, with their conditions} */
    public DataSet data() {
        DataSet data = DataSet.of(images);
        return condition.map(data::conditionedOn).orElse(data);
    }

    /**
     * Encodes the images.
     *
     * @param model that takes such a batch
     * @return codings
     */
    public Matrix encode(CompiledModel model) {
        return condition.map(given -> conditional(model).encode(images, given)).orElseGet(() -> model.encode(images));
    }

    /**
     * Encodes the images with noise.
     *
     * @param model that takes such a batch
     * @param seed of the noise
     * @return codings
     */
    public Matrix encode(CompiledModel model, long seed) {
        return condition
                .map(given -> conditional(model).encode(images, given, seed))
                .orElseGet(() -> model.encode(images, seed));
    }

    /**
     * Decodes codings on the batch's condition.
     *
     * @param model that takes such a batch
     * @param codings as many rows
     * @return images
     */
    public Matrix decode(CompiledModel model, Matrix codings) {
        return condition.map(given -> conditional(model).decode(codings, given)).orElseGet(() -> model.decode(codings));
    }

    /**
     * Encodes and decodes the images.
     *
     * @param model that takes such a batch
     * @return reconstructions
     */
    public Matrix reconstruct(CompiledModel model) {
        return condition
                .map(given -> conditional(model).reconstruct(images, given))
                .orElseGet(() -> model.reconstruct(images));
    }

    /**
     * Encodes and decodes the images with noise.
     *
     * @param model that takes such a batch
     * @param seed of the noise
     * @return reconstructions
     */
    public Matrix reconstruct(CompiledModel model, long seed) {
        return condition
                .map(given -> conditional(model).reconstruct(images, given, seed))
                .orElseGet(() -> model.reconstruct(images, seed));
    }

    Map<String, Double> train(BatchTrainer trainer) {
        return condition.map(given -> trainer.step(images, given)).orElseGet(() -> trainer.step(images));
    }

    double[][] input() {
        return Matrices.doubles(images);
    }

    /** Rows of nothing for a model without a condition. */
    double[][] conditions() {
        return condition.map(Matrices::doubles).orElseGet(() -> new double[rows()][0]);
    }

    private static ConditionalAutoencoderModel conditional(CompiledModel model) {
        if (model instanceof ConditionalAutoencoderModel conditional) {
            return conditional;
        }
        throw new IllegalArgumentException("a batch with a condition is for a model that has one");
    }
}
