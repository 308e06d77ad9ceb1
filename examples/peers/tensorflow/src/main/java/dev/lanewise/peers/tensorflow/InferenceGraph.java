package dev.lanewise.peers.tensorflow;

import static dev.lanewise.peers.Example.PIXELS;

import dev.lanewise.peers.Example;
import dev.lanewise.peers.Reconstructor;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** The dropout denoiser for inference, its weights frozen to constants; the tensor that is fed is used again. */
final class InferenceGraph implements Reconstructor {

    private final Graph graph = new Graph();
    private final Session session;
    private final Placeholder<TFloat32> fed;
    private final TFloat32 input;
    private final Operand<TFloat32> output;

    InferenceGraph(int batch, ConfigProto config) {
        Ops tf = Ops.create(graph);
        Example example = Example.DROPOUT_DENOISER;
        Shape shape = Shape.of(batch, PIXELS);
        fed = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
        input = TFloat32.tensorOf(shape);
        Layers layers = new Layers(tf, (name, first) -> tf.constant(values(first, config)));
        Operand<TFloat32> codings = layers.stack("recognition.", example.encoder(), fed, PIXELS);
        int width = example.encoder().getLast().units();
        output = layers.stack("generation.", example.decoder(), codings, width);
        session = new Session(graph, config);
    }

    /** The numbers that an operation gives. */
    private TFloat32 values(Operand<TFloat32> operation, ConfigProto config) {
        try (Session once = new Session(graph, config);
                Result result = once.runner().fetch(operation).run()) {
            TFloat32 values = (TFloat32) result.get(0);
            TFloat32 copy = TFloat32.tensorOf(values.shape());
            values.copyTo(copy);
            return copy;
        }
    }

    @Override
    public void reconstruct(float[] images, float[] reconstructions) {
        input.asRawTensor().data().asFloats().write(images);
        try (Result result = session.runner().feed(fed, input).fetch(output).run()) {
            result.get(0).asRawTensor().data().asFloats().read(reconstructions);
        }
    }

    @Override
    public void close() {
        session.close();
        input.close();
        graph.close();
    }
}
