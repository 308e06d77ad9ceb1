package dev.lanewise.peers.tensorflow;

import dev.lanewise.peers.Example;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** Adam by TensorFlow's own kernel, one operation a parameter. */
final class Adam {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-7f;

    private final Ops tf;
    private final Variables variables;

    Adam(Ops tf, Variables variables) {
        this.tf = tf;
        this.variables = variables;
    }

    /** The operations that move all parameters by a step. */
    List<Op> update(List<Operand<TType>> parameters, Gradients gradients) {
        Operand<TType> power1 = variables.parameter("adam.power1", tf.constant(BETA1));
        Operand<TType> power2 = variables.parameter("adam.power2", tf.constant(BETA2));
        Operand<TFloat32> now1 = tf.readVariableOp(power1, TFloat32.class);
        Operand<TFloat32> now2 = tf.readVariableOp(power2, TFloat32.class);
        // Once all gradients are there nothing reads a parameter any more, and each can be moved where it is; else it
        // is copied first.
        List<Op> ready = new ArrayList<>();
        gradients.forEach(ready::add);
        Ops then = tf.withControlDependencies(ready);
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Operand<TFloat32> gradient = gradients.dy(i);
            updates.add(then.train.resourceApplyAdam(
                    parameters.get(i),
                    zeros("adam.m" + i, gradient.shape()),
                    zeros("adam.v" + i, gradient.shape()),
                    now1,
                    now2,
                    tf.constant(Example.LEARNING_RATE),
                    tf.constant(BETA1),
                    tf.constant(BETA2),
                    tf.constant(EPSILON),
                    gradient));
        }
        Ops after = tf.withControlDependencies(updates);
        return new ArrayList<>(List.of(
                after.assignVariableOp(power1, after.math.mul(now1, tf.constant(BETA1))),
                after.assignVariableOp(power2, after.math.mul(now2, tf.constant(BETA2)))));
    }

    private Operand<TType> zeros(String name, Shape shape) {
        return variables.parameter(name, tf.zeros(tf.constant(shape.asArray()), TFloat32.class));
    }
}
