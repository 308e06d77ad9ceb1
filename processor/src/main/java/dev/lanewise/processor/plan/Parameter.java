package dev.lanewise.processor.plan;

import dev.lanewise.layer.Initializer;
import dev.lanewise.processor.graph.Value;

/** A trained tensor of a layer. */
public sealed interface Parameter {

    /** {@return the value that the layer computes} */
    Value layer();

    /** {@return the name in model files, such as {@code recognition.hidden1.weight}} */
    String name();

    /** {@return how many numbers it is} */
    long count();

    /**
     * The weight W of a dense layer.
     *
     * @param layer the value that the layer computes
     * @param rows the width of its input
     * @param columns the width of its output
     * @param initializer how the weight is drawn
     */
    record Weight(Value layer, int rows, int columns, Initializer initializer) implements Parameter {

        @Override
        public String name() {
            return layer.qualifiedName() + ".weight";
        }

        @Override
        public long count() {
            return (long) rows * columns;
        }
    }

    /**
     * The bias b of a layer.
     *
     * @param layer the value that the layer computes
     */
    record Bias(Value layer) implements Parameter {

        /** {@return the width of the layer's output} */
        public int columns() {
            return layer.width();
        }

        @Override
        public String name() {
            return layer.qualifiedName() + ".bias";
        }

        @Override
        public long count() {
            return columns();
        }
    }
}
