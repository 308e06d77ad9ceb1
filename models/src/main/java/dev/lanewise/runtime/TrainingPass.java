package dev.lanewise.runtime;

import dev.lanewise.data.DataSet;
import dev.lanewise.layer.Per;
import dev.lanewise.training.UpdateRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The training step of a model for batches of up to a number of rows, with the buffers it needs, allocated once. A
 * generated class fills in the computations as straight-line code.
 *
 * <p>A step is {@link #forward}, {@link #backward}, then, when every worker has come that far, {@link #update}. Every
 * worker runs all three, each on its share.
 */
public abstract class TrainingPass {

    private final int capacity;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    /** The batch as it was read, and the target of the reconstruction: B × the input's width. */
    protected final Buffer input;

    /** The batch's conditions: B × their width, 0 in a model without. */
    protected final Buffer condition;

    private record Layer(String name, Buffer values) {}

    /**
     * Allocates the batch's buffer.
     *
     * @param capacity the most rows of a batch
     * @param inputs the width of the input
     */
    protected TrainingPass(int capacity, int inputs) {
        this(capacity, inputs, 0);
    }

    /**
     * Allocates the buffers of the batch and of its conditions.
     *
     * @param capacity the most rows of a batch
     * @param inputs the width of the input
     * @param conditions the width of the condition
     */
    protected TrainingPass(int capacity, int inputs, int conditions) {
        this.capacity = capacity;
        this.input = new Buffer(capacity, inputs);
        this.condition = new Buffer(capacity, conditions);
    }

    /**
     * Allocates the values of a layer. Layers are declared in the order of computation.
     *
     * @param name the layer, such as {@code recognition.hidden1}
     * @param columns its width
     * @return the buffer, B × columns
     */
    protected final Buffer values(String name, int columns) {
        Buffer values = new Buffer(capacity, columns);
        layers.add(new Layer(name, values));
        return values;
    }

    /**
     * Allocates the gradient of the cost by a layer's values.
     *
     * @param columns the layer's width
     * @return the buffer, B × columns
     */
    protected final Buffer gradient(int columns) {
        return new Buffer(capacity, columns);
    }

    /**
     * Allocates what a layer keeps from its forward pass for its backward pass.
     *
     * @param columns its width
     * @return the buffer, B × columns
     */
    protected final Buffer saved(int columns) {
        return new Buffer(capacity, columns);
    }

    /**
     * Adds a reconstruction loss, a mean over batch and elements.
     *
     * @param name its name in the history
     * @param columns the elements of a row
     * @return the figure, with one partial value per row
     */
    protected final Figure loss(String name, int columns) {
        return add(new Figure(name, "the loss itself", 1.0 / columns, Per.SAMPLE, true, true, capacity));
    }

    /**
     * Adds a figure like {@link #loss} that is reported in validation but is not part of the cost.
     *
     * @param name its name in the history
     * @param columns the elements of a row
     * @return the figure, with one partial value per row
     */
    protected final Figure report(String name, int columns) {
        return add(new Figure(name, "the loss itself", 1.0 / columns, Per.SAMPLE, true, false, capacity));
    }

    /**
     * Adds a penalty that is a sum over the rows.
     *
     * @param name its name in the history
     * @param layer whose penalty it is, such as {@code recognition.codings}
     * @param weight its factor
     * @param per what the sum is divided by
     * @return the figure, with one partial value per row
     */
    protected final Figure rowPenalty(String name, String layer, double weight, Per per) {
        return add(new Figure(name, layer, weight, per, true, true, capacity));
    }

    /**
     * Adds a penalty that depends on the batch as a whole.
     *
     * @param name its name in the history
     * @param layer whose penalty it is, such as {@code recognition.codings}
     * @param weight its factor
     * @param per what the value is divided by
     * @return the figure, with a single partial value
     */
    protected final Figure batchPenalty(String name, String layer, double weight, Per per) {
        return add(new Figure(name, layer, weight, per, false, true, capacity));
    }

    private Figure add(Figure figure) {
        figures.add(figure);
        return figure;
    }

    /**
     * Computes the values of every layer, noise included.
     *
     * @param worker whose rows
     */
    protected abstract void forward(Worker worker);

    /**
     * Computes the cost, and its gradient by the values of every layer that a parameter depends on.
     *
     * @param worker whose rows
     */
    protected abstract void backward(Worker worker);

    /**
     * Computes the gradient of every parameter and moves it.
     *
     * @param worker whose slices
     * @param rule the optimizer's rule
     */
    protected abstract void update(Worker worker, UpdateRule rule);

    /**
     * Computes the cost as it is in inference, without noise.
     *
     * @param worker whose rows
     */
    protected abstract void validate(Worker worker);

    final Buffer input() {
        return input;
    }

    final Buffer condition() {
        return condition;
    }

    /** Reads a row of data, and its condition if there is one to read, into a row of the batch. */
    final void read(DataSet data, int from, int row) {
        data.read(from, input.data(), input.offset(row));
        if (condition.columns() > 0) {
            data.readCondition(from, condition.data(), condition.offset(row));
        }
    }

    final int capacity() {
        return capacity;
    }

    final List<Figure> figures() {
        return figures;
    }

    /** Whether every term of the cost is finite on a batch; every worker computes the same answer. */
    final boolean finite(int rows) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).partOfCost() && !figures.get(i).finite(rows)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The first layer, in the order of computation, that holds a value that is not finite; where all are, the layer of the
     * first term of the cost that is not.
     */
    final String firstNotFinite(int rows) {
        for (Layer layer : layers) {
            Buffer values = layer.values();
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < values.columns(); column++) {
                    if (!Float.isFinite(values.data()[values.offset(row) + column])) {
                        return layer.name();
                    }
                }
            }
        }
        for (Figure figure : figures) {
            if (figure.partOfCost() && !figure.finite(rows)) {
                return figure.layer();
            }
        }
        return "the loss itself";
    }
}
