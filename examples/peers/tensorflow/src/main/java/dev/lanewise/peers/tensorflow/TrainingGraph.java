package dev.lanewise.peers.tensorflow;

import static dev.lanewise.peers.Example.PIXELS;

import dev.lanewise.peers.Example;
import dev.lanewise.peers.Task;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * A model, its images and its optimizer in one graph. A step is an operation without inputs: it takes the next images of the permutation,
 * which an operation of its own draws at the start of an epoch. Batches have fixed shapes, so that what the gradients ask of shapes is
 * folded into constants: one operation for whole batches, one for the rest.
 */
final class TrainingGraph implements AutoCloseable {

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session;
    private final Example example;

    private final Variables variables = new Variables(tf);

    private final int rows;
    private final int batch;
    private final Operand<TType> images;
    private final Operand<TType> order;
    private final Operand<TType> position;
    private final Operand<TType> lossSum;

    private final Op shuffle;
    private final List<Op> steps;
    private final Operand<TFloat32> meanLoss;

    TrainingGraph(Task task, ConfigProto config) {
        example = task.example();
        rows = task.rows();
        batch = task.batch();
        images = variables.handle("images", TFloat32.class, Shape.of(rows, PIXELS));
        order = variables.handle("order", TInt32.class, Shape.of(rows));
        position = variables.handle("position", TInt32.class, Shape.of(1));
        lossSum = variables.handle("lossSum", TFloat32.class, Shape.scalar());
        Adam adam = new Adam(tf, variables);

        Operand<TInt32> ascending = tf.range(tf.constant(0), tf.constant(rows), tf.constant(1));
        shuffle = tf.withControlDependencies(
                        tf.assignVariableOp(position, tf.constant(new int[] {0})),
                        tf.assignVariableOp(lossSum, tf.constant(0f)),
                        tf.assignVariableOp(order, tf.random.randomShuffle(ascending)))
                .noOp();
        steps = new ArrayList<>();
        steps.add(step(batch, adam));
        if (rows % batch != 0) {
            steps.add(step(rows % batch, adam));
        }
        meanLoss = tf.math.div(tf.readVariableOp(lossSum, TFloat32.class), tf.constant((float) rows));

        Placeholder<TFloat32> fed = tf.placeholder(TFloat32.class);
        Op load = tf.assignVariableOp(images, fed);
        session = new Session(graph, config);
        variables.initializers().forEach(this::run);
        try (TFloat32 pixels = TFloat32.tensorOf(Shape.of(rows, PIXELS), DataBuffers.of(task.pixels()))) {
            session.runner().feed(fed, pixels).addTarget(load).run().close();
        }
    }

    /** Trains on all images once, in a new order. Answers the mean loss over the images. */
    double epoch() {
        run(shuffle);
        for (int i = 0; i < rows / batch; i++) {
            run(steps.getFirst());
        }
        if (steps.size() > 1) {
            run(steps.getLast());
        }
        try (Result result = session.runner().fetch(meanLoss).run()) {
            return ((TFloat32) result.get(0)).getFloat();
        }
    }

    private void run(Op target) {
        session.runner().addTarget(target).run().close();
    }

    /** One step on the next images of the order. */
    private Op step(int size, Adam adam) {
        Operand<TInt32> from = tf.readVariableOp(position, TInt32.class);
        Operand<TInt32> indices = tf.slice(tf.readVariableOp(order, TInt32.class), from, tf.constant(new int[] {size}));
        Operand<TFloat32> clean = tf.resourceGather(images, indices, TFloat32.class);
        List<Operand<TType>> handles = new ArrayList<>();
        List<Operand<TFloat32>> values = new ArrayList<>();
        Layers layers = new Layers(tf, (name, first) -> {
            Operand<TType> handle = variables.parameter(name, first);
            Operand<TFloat32> value = tf.readVariableOp(handle, TFloat32.class);
            handles.add(handle);
            values.add(value);
            return value;
        });
        Operand<TFloat32> loss = new Cost(tf, layers, example, size).of(clean);
        List<Op> last = adam.update(handles, Gradients.create(tf.scope(), loss, values));
        last.add(tf.assignAddVariableOp(lossSum, tf.math.mul(loss, tf.constant((float) size))));
        last.add(tf.withControlDependencies(indices)
                .assignVariableOp(position, tf.math.add(from, tf.constant(new int[] {size}))));
        return tf.withControlDependencies(last).noOp();
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
