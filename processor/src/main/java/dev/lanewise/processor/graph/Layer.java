package dev.lanewise.processor.graph;

import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Initializer;

/**
 * What a layer computes: one record per layer annotation, with its shape rule. Every place that must know a new layer
 * switches over this type.
 */
public sealed interface Layer {

    /** {@return how many values the layer takes} */
    int inputs();

    /**
     * The shape rule.
     *
     * @param input the width of the layer's first input
     * @return the width of its output
     */
    int width(int input);

    /**
     * A fully connected layer.
     *
     * @param units the width of its output
     * @param activation f
     * @param initializer how its weight is drawn
     */
    record Dense(int units, Activation activation, Initializer initializer) implements Layer {

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int width(int input) {
            return units;
        }
    }

    /**
     * Inverted dropout.
     *
     * @param rate the share of elements that are dropped
     */
    record Dropout(double rate) implements Layer {

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int width(int input) {
            return input;
        }
    }
}
