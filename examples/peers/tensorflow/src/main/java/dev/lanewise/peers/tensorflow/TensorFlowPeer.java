package dev.lanewise.peers.tensorflow;

import dev.lanewise.peers.Epoch;
import dev.lanewise.peers.Example;
import dev.lanewise.peers.Peer;
import dev.lanewise.peers.Reconstructor;
import dev.lanewise.peers.Task;
import java.util.List;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;

/** TensorFlow Java in graph mode, the images and their order held in the graph: nothing is fed in a step of training. */
public final class TensorFlowPeer implements Peer {

    /** TensorFlow with the natives on the class path. */
    public TensorFlowPeer() {}

    @Override
    public String version() {
        return "TensorFlow Java 1.1.0 (TensorFlow " + TensorFlow.version() + ")";
    }

    @Override
    public boolean has(Example example) {
        return true;
    }

    @Override
    public List<Epoch> train(Task task) {
        try (TrainingGraph graph = new TrainingGraph(task, config(task.threads()))) {
            return Epoch.time(task.epochs(), graph::epoch);
        }
    }

    @Override
    public Reconstructor reconstructor(int batch, int threads) {
        return new InferenceGraph(batch, config(threads));
    }

    /** The operations run one after the other on the caller's own thread, which is no slower than a pool, and each may use all threads. */
    private static ConfigProto config(int threads) {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(-1)
                .build();
    }
}
