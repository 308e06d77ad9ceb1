package dev.lanewise.processor.plan;

import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which values are others under another name, and so share their buffer. */
final class Aliases {

    /** What layers do with their values. */
    enum Mode {
        /** Noise, and drawn samples. */
        TRAINING,
        /** No noise, but drawn samples. */
        VALIDATION,
        /** No noise, and means in the place of samples. */
        INFERENCE
    }

    private final Map<Value, Value> roots = new HashMap<>();

    Aliases(List<Node> nodes, Mode mode) {
        for (Node node : nodes) {
            if (isAlias(node.layer(), mode)) {
                roots.put(node.value(), root(node.input()));
            }
        }
    }

    private static boolean isAlias(Layer layer, Mode mode) {
        return switch (layer) {
            case Layer.FullyConnected unused -> false;
            case Layer.Noise unused -> mode != Mode.TRAINING;
            case Layer.Penalty unused -> true;
            case Layer.Sampling unused -> mode == Mode.INFERENCE;
            case Layer.Merge unused -> false;
        };
    }

    /** The value that a value is, which may be itself. */
    Value root(Value value) {
        return roots.getOrDefault(value, value);
    }

    boolean isAlias(Value value) {
        return roots.containsKey(value);
    }
}
