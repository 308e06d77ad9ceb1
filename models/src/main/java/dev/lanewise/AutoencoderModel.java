package dev.lanewise;

import dev.lanewise.data.DataSet;
import dev.lanewise.training.History;
import dev.lanewise.training.Provenance;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingDivergedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A compiled autoencoder. Generated classes implement it.
 *
 * <p>Inference is thread-safe on one shared model. While {@link #fit} runs, calls from anywhere on the same model are
 * refused with an {@link IllegalStateException}; listeners are given a snapshot to evaluate.
 *
 * <p>A model with a second input is a {@link ConditionalAutoencoderModel} too.
 */
public interface AutoencoderModel {

    /**
     * Trains the model from the parameters it has, with the optimizer's state starting at zero.
     *
     * @param data the training data, rows of the input's width
     * @param training how
     * @return the figures of each epoch
     * @throws IllegalArgumentException if the data is empty or of another width, or a batch is larger than the data
     * @throws IllegalStateException if the model is in use
     * @throws TrainingDivergedException if the cost turns infinite or NaN
     */
    History fit(DataSet data, Training training);

    /**
     * Goes on with a training run where its checkpoint stands: the parameters, the optimizer's state and the position in the run
     * are the checkpoint's, and the run ends with the same bits as one that was never stopped. The number of threads and of epochs
     * may differ from before.
     *
     * @param checkpoint a file that {@link Training#checkpoint} asked for
     * @param data the run's training data
     * @param training as at the start of the run
     * @return the figures of each epoch; of those before the checkpoint without times (NaN)
     * @throws IOException if the checkpoint cannot be read, is damaged, or is of another model; the model is then unchanged
     * @throws IllegalArgumentException if the data or a setting that the bits depend on differs from before
     * @throws IllegalStateException if the model is in use
     * @throws TrainingDivergedException if the cost turns infinite or NaN
     */
    History resume(Path checkpoint, DataSet data, Training training) throws IOException;

    /**
     * The figures of the model on data, as in validation: {@code loss}, the reconstruction loss by its name, and each
     * penalty. A model with sampling layers draws samples from the seed; its reconstruction loss from the means follows, with
     * {@code _mean} behind its name.
     *
     * @param data rows of the input's width
     * @param training supplies the batch size, the seed and the number of threads
     * @return the figures in order, each the mean over the rows
     */
    Map<String, Double> evaluate(DataSet data, Training training);

    /**
     * Encodes images.
     *
     * @param images B × the input's width
     * @return codings, B × their width
     * @throws IllegalArgumentException if the width is another
     */
    Matrix encode(Matrix images);

    /**
     * Encodes images into a matrix that is there already. A call of up to 256 rows allocates nothing once the model has been
     * used. Of a larger matrix, some rows may be encoded already when a value is found that is not finite.
     *
     * @param images B × the input's width
     * @param codings overwritten, B × their width; over another array than the images
     * @throws IllegalArgumentException if a shape is another, or a value is not finite
     */
    void encodeInto(Matrix images, Matrix codings);

    /**
     * Encodes images as in training, with noise drawn from a seed.
     *
     * @param images B × the input's width
     * @param seed of the noise
     * @return codings, B × their width
     */
    Matrix encode(Matrix images, long seed);

    /**
     * Decodes codings.
     *
     * @param codings B × their width
     * @return images, B × the input's width
     * @throws IllegalArgumentException if the width is another
     */
    Matrix decode(Matrix codings);

    /**
     * Decodes codings into a matrix that is there already, as {@link #encodeInto} encodes.
     *
     * @param codings B × their width
     * @param images overwritten, B × the input's width; over another array than the codings
     * @throws IllegalArgumentException if a shape is another, or a value is not finite
     */
    void decodeInto(Matrix codings, Matrix images);

    /**
     * Encodes and decodes images.
     *
     * @param images B × the input's width
     * @return reconstructions, B × the input's width
     * @throws IllegalArgumentException if the width is another
     */
    Matrix reconstruct(Matrix images);

    /**
     * Encodes and decodes images into a matrix that is there already, as {@link #encodeInto} encodes.
     *
     * @param images B × the input's width
     * @param reconstructions overwritten, B × the input's width; over another array than the images
     * @throws IllegalArgumentException if a shape is another, or a value is not finite
     */
    void reconstructInto(Matrix images, Matrix reconstructions);

    /**
     * Encodes and decodes images as in training, with noise drawn from a seed.
     *
     * @param images B × the input's width
     * @param seed of the noise
     * @return reconstructions, B × the input's width
     */
    Matrix reconstruct(Matrix images, long seed);

    /**
     * A trained tensor by its name.
     *
     * @param name such as {@code recognition.hidden1.weight}
     * @return a copy, in × out for a weight and 1 × out for a bias
     * @throws java.util.NoSuchElementException if there is none of that name
     */
    Matrix parameter(String name);

    /**
     * The trained tensors by their names, in the order of the model file.
     *
     * @return copies
     */
    Map<String, Matrix> parameters();

    /**
     * Replaces a trained tensor.
     *
     * @param name such as {@code recognition.hidden1.weight}
     * @param values of the tensor's shape
     * @throws IllegalArgumentException if the shape is another
     * @throws java.util.NoSuchElementException if there is none of that name
     */
    void setParameter(String name, Matrix values);

    /**
     * The model's structure as text: one line per layer with what it computes, from which values, and its shape. Two models
     * whose structures are equal can load each other's files.
     *
     * @return the canonical text
     */
    String structure();

    /**
     * The model as a table for people to read: each layer with what it computes, its width, its parameters and the multiply-adds
     * of its matrix product for one row, and their totals.
     *
     * @return several lines, the last one ended
     */
    String summary();

    /**
     * How the model came to be.
     *
     * @return the seed of its first weights and its training runs
     */
    Provenance provenance();

    /**
     * Writes the model to a safetensors file, under a temporary name first, so that the file is whole or not there.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    void save(Path file) throws IOException;
}
