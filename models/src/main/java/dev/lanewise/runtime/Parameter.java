package dev.lanewise.runtime;

import dev.lanewise.layer.Initializer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A trained tensor of a model: a weight [rows, columns], or a bias [1, columns]. Its gradient and the optimizer's state
 * are there only while the model trains.
 */
public final class Parameter {

    private static final float[] NONE = {};
    private static final float[][] NO_STATE = {};

    /** What stands before an array's elements, and a cache line, in elements. */
    private static final int HEADER = 4;

    private static final int LINE = 16;

    /**
     * The values, last. While the model trains, before them the optimizer's state and then the gradient, longer than the values so
     * that all start alike in their cache lines: then either none or all vectors of an update lie across two lines, and it is a
     * fifth faster. Here before they are anywhere else, they stay side by side where a garbage collector moves them.
     */
    private float[][] arrays;

    private float[][] state = NO_STATE;

    /** The elements of the model's weights before this one, and of all of them. */
    private long elementsBefore;

    private long elementsOfAll;

    private final String name;
    private final int rows;
    private final int columns;
    private final Optional<Initializer> initializer;

    private Parameter(String name, int rows, int columns, Optional<Initializer> initializer) {
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.initializer = initializer;
        this.arrays = new float[][] {new float[Math.multiplyExact(rows, columns)]};
    }

    static Parameter weight(String name, int rows, int columns, Initializer initializer) {
        return new Parameter(name, rows, columns, Optional.of(initializer));
    }

    static Parameter bias(String name, int columns) {
        return new Parameter(name, 1, columns, Optional.empty());
    }

    /**
     * Its name in model files.
     *
     * @return the part, the layer and {@code weight} or {@code bias}, joined by dots
     */
    public String name() {
        return name;
    }

    /**
     * The width of the layer's input; 1 for a bias.
     *
     * @return the number of rows
     */
    public int rows() {
        return rows;
    }

    /**
     * The width of the layer's output.
     *
     * @return the number of columns
     */
    public int columns() {
        return columns;
    }

    /**
     * Whether this is a weight: drawn at first, and subject to weight decay.
     *
     * @return false for a bias
     */
    public boolean isWeight() {
        return initializer.isPresent();
    }

    Optional<Initializer> initializer() {
        return initializer;
    }

    /**
     * The values, rows × columns, row-major, shared. Another array once the model has begun to train.
     *
     * @return the array the model computes with
     */
    public float[] values() {
        return arrays[arrays.length - 1];
    }

    /**
     * The gradient of the cost, laid out as the values.
     *
     * @return the array, at least as long as the values; empty unless the model trains
     */
    public float[] gradient() {
        return arrays.length == 1 ? NONE : arrays[arrays.length - 2];
    }

    /**
     * The optimizer's state for this parameter.
     *
     * @return as many arrays as the optimizer keeps, each at least as long as the values; none unless the model trains
     */
    public float[][] state() {
        return state;
    }

    /**
     * The row of this weight where the share of a worker starts, and that of the worker before ends. All weights, one after the other,
     * are cut into shares of as many elements. So most weights are one worker's as a whole, and no worker has more to do because each
     * weight's middle lies between two tiles of the products.
     *
     * @param share the number of the share, from 0; as many as shares for the end of the last
     * @param shares how many there are
     * @param alignment rows of this weight are cut at multiples of so many
     */
    int startOfShare(int share, int shares, int alignment) {
        if (share == shares) {
            return rows;
        }
        long elements = elementsOfAll * share / shares - elementsBefore;
        long row = Math.round((double) elements / columns / alignment) * alignment;
        return Math.clamp(row, 0, rows);
    }

    /**
     * Allocates the gradient and the state.
     *
     * @param slots arrays of state
     * @param before how many elements the weights before this one have
     * @param all how many all weights have
     */
    void beginTraining(int slots, long before, long all) {
        elementsBefore = before;
        elementsOfAll = all;
        float[] values = values();
        float[][] together = new float[slots + 2][];
        for (int i = 0; i <= slots; i++) {
            together[i] = new float[wholeLines(values.length)];
        }
        together[slots + 1] = values.clone();
        arrays = together;
        state = Arrays.copyOf(together, slots);
    }

    /** The length of an array for so many elements or a few more that, with what stands before them, takes whole cache lines. */
    private static int wholeLines(int length) {
        return Math.addExact(length, Math.floorMod(-(length + HEADER), LINE));
    }

    void endTraining() {
        arrays = new float[][] {values()};
        state = NO_STATE;
    }
}
