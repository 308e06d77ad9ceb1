package dev.lanewise.runtime;

import dev.lanewise.layer.Initializer;
import java.util.Optional;

/**
 * A trained tensor of a model: a weight [rows, columns], or a bias [1, columns]. Its gradient and the optimizer's state
 * are there only while the model trains.
 */
public final class Parameter {

    private static final float[] NONE = {};
    private static final float[][] NO_STATE = {};

    private final String name;
    private final int rows;
    private final int columns;
    private final Optional<Initializer> initializer;
    private final float[] values;
    private float[] gradient = NONE;
    private float[][] state = NO_STATE;

    private Parameter(String name, int rows, int columns, Optional<Initializer> initializer) {
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.initializer = initializer;
        this.values = new float[Math.multiplyExact(rows, columns)];
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
     * The values, rows × columns, row-major, shared.
     *
     * @return the array the model computes with
     */
    public float[] values() {
        return values;
    }

    /**
     * The gradient of the cost, laid out as the values.
     *
     * @return the array; empty unless the model trains
     */
    public float[] gradient() {
        return gradient;
    }

    /**
     * The optimizer's state for this parameter.
     *
     * @return as many arrays as the optimizer keeps, each as long as the values; none unless the model trains
     */
    public float[][] state() {
        return state;
    }

    void beginTraining(int slots) {
        gradient = new float[values.length];
        state = new float[slots][values.length];
    }

    void endTraining() {
        gradient = NONE;
        state = NO_STATE;
    }
}
