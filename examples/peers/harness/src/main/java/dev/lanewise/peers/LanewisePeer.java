package dev.lanewise.peers;

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

    /** A call runs on its caller's thread, and a model may be shared: two threads are two callers with half the images each. */
    @Override
    public Reconstructor reconstructor(int batch, int threads) {
        DropoutDenoiserModel model = DropoutDenoiserModel.create(SEED);
        if (threads == 1 || batch == 1) {
            return (images, reconstructions) -> reconstruct(model, images, reconstructions);
        }
        return new Callers(batch, threads, (images, reconstructions) -> reconstruct(model, images, reconstructions));
    }

    private static void reconstruct(AutoencoderModel model, float[] images, float[] reconstructions) {
        Matrix input = Matrix.wrap(images.length / Example.PIXELS, Example.PIXELS, images);
        float[] output = model.reconstruct(input).values();
        System.arraycopy(output, 0, reconstructions, 0, output.length);
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
