package dev.lanewise.processor.graph;

import java.util.List;

/**
 * A layer in its place: from which values it computes which.
 *
 * @param value what it computes
 * @param layer how
 * @param inputs from what, as many as the layer takes
 */
public record Node(Value value, Layer layer, List<Value> inputs) {

    /**
     * Copies the list.
     *
     * @param value what it computes
     * @param layer how
     * @param inputs from what
     */
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** {@return the first of the values that the layer takes} */
    public Value input() {
        return inputs.getFirst();
    }
}
