package dev.lanewise.peers;

import dev.lanewise.data.DataSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

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

    /**
     * The rows in an order that is new each time, for libraries that have no shuffle of their own.
     *
     * @return a permutation
     */
    public int[] shuffled() {
        int[] order = IntStream.range(0, rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = ThreadLocalRandom.current().nextInt(i + 1);
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
        return order;
    }
}
