package dev.lanewise.peers;

import static dev.lanewise.peers.Example.PIXELS;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.examples.DropoutDenoiserModel;
import dev.lanewise.examples.GaussianDenoiserModel;
import dev.lanewise.examples.SparseKlModel;
import dev.lanewise.examples.SparseL1Model;
import dev.lanewise.examples.VariationalModel;
import dev.lanewise.training.Adam;
import dev.lanewise.training.History;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.util.ArrayList;
import java.util.List;

/** Lanewise itself: the generated models of the examples, as they are. */
public final class LanewisePeer implements Peer {

    private static final long SEED = 1;

    /** The examples of this checkout. */
    public LanewisePeer() {}

    @Override
    public String version() {
        return "Lanewise 0.1.0-SNAPSHOT";
    }

    @Override
    public boolean has(Example example) {
        return true;
    }

    @Override
    public List<Epoch> train(Task task) {
        Clock clock = new Clock();
        model(task.example())
                .fit(
                        task.data(),
                        Training.with(new Adam())
                                .batchSize(task.batch())
                                .threads(task.threads())
                                .epochs(task.epochs())
                                .listener(clock));
        return clock.epochs;
    }

    private static AutoencoderModel model(Example example) {
        return switch (example) {
            case DROPOUT_DENOISER -> DropoutDenoiserModel.create(SEED);
            case GAUSSIAN_DENOISER -> GaussianDenoiserModel.create(SEED);
            case SPARSE_L1 -> SparseL1Model.create(SEED);
            case SPARSE_KL -> SparseKlModel.create(SEED);
            case VARIATIONAL -> VariationalModel.create(SEED);
        };
    }

    /** A call works a large matrix off in pieces, on its caller's thread and those of the common pool. */
    @Override
    public Reconstructor reconstructor(int batch, int threads) {
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", String.valueOf(threads - 1));
        DropoutDenoiserModel model = DropoutDenoiserModel.create(SEED);
        return (images, reconstructions) ->
                model.reconstructInto(Matrix.wrap(batch, PIXELS, images), Matrix.wrap(batch, PIXELS, reconstructions));
    }

    /** Times whole epochs from end to end, so that what happens between two of them counts too. */
    private static final class Clock implements TrainingListener {

        private final List<Epoch> epochs = new ArrayList<>();
        private long start = System.nanoTime();

        @Override
        public void epochEnded(TrainingProgress progress, History.Epoch epoch) {
            long end = System.nanoTime();
            epochs.add(new Epoch((end - start) * 1e-9, epoch.figure("loss")));
            start = end;
        }
    }
}
