package dev.lanewise.peers.djl;

import static dev.lanewise.peers.Example.PIXELS;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.lanewise.peers.Epoch;
import dev.lanewise.peers.Example;
import dev.lanewise.peers.Peer;
import dev.lanewise.peers.Reconstructor;
import dev.lanewise.peers.Task;
import java.util.List;

/** DJL on PyTorch's natives for processors; a trainer's steps on images held in one array. */
public final class DjlPeer implements Peer {

    /** PyTorch with the natives on the class path. */
    public DjlPeer() {}

    @Override
    public String version() {
        return "DJL " + Engine.getDjlVersion() + " (PyTorch "
                + Engine.getInstance().getVersion() + ")";
    }

    @Override
    public boolean has(Example example) {
        return true;
    }

    @Override
    public List<Epoch> train(Task task) {
        setThreads(task.threads());
        try (Model model = model(task.example());
                Trainer trainer = trainer(model, task.batch());
                TrainingRun run = new TrainingRun(trainer, task)) {
            return Epoch.time(task.epochs(), run::epoch);
        }
    }

    @Override
    public Reconstructor reconstructor(int batch, int threads) {
        setThreads(threads);
        Model model = model(Example.DROPOUT_DENOISER);
        trainer(model, batch).close();
        return new InferenceRun(model, batch);
    }

    /** To be called before PyTorch is loaded. */
    private static void setThreads(int threads) {
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    private static Model model(Example example) {
        Model model = Model.newInstance(example.label(), Device.cpu(), "PyTorch");
        model.setBlock(new ExampleBlock(example));
        return model;
    }

    /** A trainer with Adam, all parameters initialized: Glorot's uniform weights, biases of 0. */
    private static Trainer trainer(Model model, int batch) {
        Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss())
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(new XavierInitializer(RandomType.UNIFORM, FactorType.AVG, 3), Parameter.Type.WEIGHT)
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(Example.LEARNING_RATE))
                        .optEpsilon(1e-7f)
                        .build()));
        trainer.initialize(new Shape(batch, PIXELS));
        return trainer;
    }
}
