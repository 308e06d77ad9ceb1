package dev.lanewise;

/**
 * A compiled autoencoder with a second input, its condition: a row of numbers for each image, such as the image's class as a
 * one-hot row ({@link Matrix#oneHot}). Generated classes of models that declare one implement it.
 *
 * <p>Data to train or measure on must carry conditions ({@link dev.lanewise.data.DataSet#conditionedOn}). A condition that is given
 * to a method has one row for each row of the other argument, or a single row, which then holds for all of them. Methods without
 * a condition work where no layer of what they compute takes it, and throw an {@link IllegalArgumentException} elsewhere.
 */
public interface ConditionalAutoencoderModel extends AutoencoderModel {

    /**
     * How wide the condition is.
     *
     * @return the values of a row
     */
    int conditionColumns();

    /**
     * Encodes images.
     *
     * @param images B × the input's width
     * @param condition B × the condition's width, or one row
     * @return codings, B × their width
     * @throws IllegalArgumentException if a width is another
     */
    Matrix encode(Matrix images, Matrix condition);

    /**
     * Encodes images into a matrix that is there already. A call of up to 256 rows allocates nothing once the model has been
     * used.
     *
     * @param images B × the input's width
     * @param condition B × the condition's width, or one row
     * @param codings overwritten, B × their width; over another array than the images and the condition
     * @throws IllegalArgumentException if a shape is another, or a value is not finite
     */
    void encodeInto(Matrix images, Matrix condition, Matrix codings);

    /**
     * Encodes images as in training, with noise drawn from a seed.
     *
     * @param images B × the input's width
     * @param condition B × the condition's width, or one row
     * @param seed of the noise
     * @return codings, B × their width
     * @throws IllegalArgumentException if a width is another
     */
    Matrix encode(Matrix images, Matrix condition, long seed);

    /**
     * Decodes codings.
     *
     * @param codings B × their width
     * @param condition B × the condition's width, or one row
     * @return images, B × the input's width
     * @throws IllegalArgumentException if a width is another
     */
    Matrix decode(Matrix codings, Matrix condition);

    /**
     * Decodes codings into a matrix that is there already, as {@link #encodeInto(Matrix, Matrix, Matrix)} encodes.
     *
     * @param codings B × their width
     * @param condition B × the condition's width, or one row
     * @param images overwritten, B × the input's width; over another array than the codings and the condition
     * @throws IllegalArgumentException if a shape is another, or a value is not finite
     */
    void decodeInto(Matrix codings, Matrix condition, Matrix images);

    /**
     * Encodes and decodes images.
     *
     * @param images B × the input's width
     * @param condition B × the condition's width, or one row
     * @return reconstructions, B × the input's width
     * @throws IllegalArgumentException if a width is another
     */
    Matrix reconstruct(Matrix images, Matrix condition);

    /**
     * Encodes and decodes images into a matrix that is there already, as {@link #encodeInto(Matrix, Matrix, Matrix)} encodes.
     *
     * @param images B × the input's width
     * @param condition B × the condition's width, or one row
     * @param reconstructions overwritten, B × the input's width; over another array than the images and the condition
     * @throws IllegalArgumentException if a shape is another, or a value is not finite
     */
    void reconstructInto(Matrix images, Matrix condition, Matrix reconstructions);

    /**
     * Encodes and decodes images as in training, with noise drawn from a seed.
     *
     * @param images B × the input's width
     * @param condition B × the condition's width, or one row
     * @param seed of the noise
     * @return reconstructions, B × the input's width
     * @throws IllegalArgumentException if a width is another
     */
    Matrix reconstruct(Matrix images, Matrix condition, long seed);
}
