package dev.lanewise.peers.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** The variables of a graph and the operations that set their first values. */
final class Variables {

    private final Ops tf;
    private final Map<String, Operand<TType>> handles = new LinkedHashMap<>();
    private final List<Op> initializers = new ArrayList<>();

    Variables(Ops tf) {
        this.tf = tf;
    }

    /** A new variable without a value. */
    Operand<TType> handle(String name, Class<? extends TType> type, Shape shape) {
        return tf.varHandleOp(type, shape, VarHandleOp.sharedName(name));
    }

    /** The variable of that name; a new one if there is none yet. */
    Operand<TType> parameter(String name, Operand<TFloat32> first) {
        return handles.computeIfAbsent(name, fresh -> {
            Operand<TType> handle = handle(name, TFloat32.class, first.shape());
            initializers.add(tf.assignVariableOp(handle, first));
            return handle;
        });
    }

    /** What has to be run once before the first step. */
    List<Op> initializers() {
        return initializers;
    }
}
