package dev.lanewise.peers.tensorflow;

import dev.lanewise.peers.Example;
import dev.lanewise.peers.Example.Dense;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The layers of an example as operations. Weights and biases come from a source that makes them when they are first asked for. */
final class Layers {

    private final Ops tf;
    private final Source parameters;

    Layers(Ops tf, Source parameters) {
        this.tf = tf;
        this.parameters = parameters;
    }

    /** Where weights and biases come from. */
    interface Source {

        /**
         * A parameter's value.
         *
         * @param name its name in the model
         * @param first its first value
         */
        Operand<TFloat32> value(String name, Operand<TFloat32> first);
    }

    /** x through dense layers, one after the other. */
    Operand<TFloat32> stack(String part, List<Dense> layers, Operand<TFloat32> x, int inputs) {
        Operand<TFloat32> y = x;
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            Dense layer = layers.get(i);
            y = activate(layer.activation(), linear(part + i, y, width, layer.units()));
            width = layer.units();
        }
        return y;
    }

    /** x·W + b. */
    Operand<TFloat32> linear(String name, Operand<TFloat32> x, int inputs, int units) {
        float limit = (float) Math.sqrt(6.0 / (inputs + units));
        Operand<TFloat32> uniform = tf.random.randomUniform(tf.constant(new int[] {inputs, units}), TFloat32.class);
        Operand<TFloat32> glorot = tf.math.mul(tf.math.sub(uniform, tf.constant(0.5f)), tf.constant(2 * limit));
        Operand<TFloat32> weight = parameters.value(name + ".weight", glorot);
        Operand<TFloat32> bias = parameters.value(name + ".bias", tf.constant(new float[units]));
        return tf.nn.biasAdd(tf.linalg.matMul(x, weight), bias);
    }

    private Operand<TFloat32> activate(Example.Activation activation, Operand<TFloat32> x) {
        return switch (activation) {
            case LINEAR -> x;
            case RELU -> tf.nn.relu(x);
            case SIGMOID -> tf.math.sigmoid(x);
        };
    }
}
