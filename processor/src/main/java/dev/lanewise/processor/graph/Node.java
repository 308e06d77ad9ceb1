package dev.lanewise.processor.graph;

import java.util.List;
import java.util.Optional;

/**
 * A layer in its place: from which values it computes which.
 *
 * @param value what it computes
 * @param layer how
 * @param inputs from what, as many as the layer takes
 * @param tied what the layer computes whose weight it shares
 */
public record Node(Value value, Layer layer, List<Value> inputs, Optional<Value> tied) {

    /**
     * Copies the list.
     *
     * @param value what it computes
     * @param layer how
     * @param inputs from what
     * @param tied what the layer computes whose weight it shares
     */
    public Node {
        inputs = List.copyOf(inputs);
    }

    /**
     * A layer that shares no weight.
     *
     * @param value what it computes
     * @param layer how
     * @param inputs from what
     */
    public Node(Value value, Layer layer, List<Value> inputs) {
        this(value, layer, inputs, Optional.empty());
    }

    /** {@return the first of the values that the layer takes} */
    public Value input() {
        return inputs.getFirst();
    }
}
