package dev.lanewise.peers;

import dev.lanewise.data.DataSet;

/**
 * One training run.
 *
 * @param example the model
 * @param data the images, 784 values in [0, 1] a row
 * @param threads how many threads the library may use
 * @param epochs how often it goes through the data
 */
public record Task(Example example, DataSet data, int threads, int epochs) {

    /**
     * How many images there are.
     *
     * @return rows of the data
     */
    public int rows() {
        return data.rows();
    }

    /**
     * Rows per step; the last step of an epoch has what is left.
     *
     * @return the example's batch size
     */
    public int batch() {
        return example.batch();
    }

    /**
     * The images as floats.
     *
     * @return rows × 784
     */
    public float[] pixels() {
        float[] pixels = new float[rows() * Example.PIXELS];
        for (int row = 0; row < rows(); row++) {
            data.read(row, pixels, row * Example.PIXELS);
        }
        return pixels;
    }
}
