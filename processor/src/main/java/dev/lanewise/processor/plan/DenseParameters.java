package dev.lanewise.processor.plan;

import dev.lanewise.layer.Initializer;
import dev.lanewise.processor.graph.Value;

/**
 * The weight and the bias of a dense layer.
 *
 * @param layer the value that the layer computes
 * @param in the rows of the weight
 * @param out the columns of the weight, and the elements of the bias
 * @param initializer how the weight is drawn
 */
public record DenseParameters(Value layer, int in, int out, Initializer initializer) {

    /** {@return how many numbers they are} */
    public long count() {
        return (long) in * out + out;
    }
}
