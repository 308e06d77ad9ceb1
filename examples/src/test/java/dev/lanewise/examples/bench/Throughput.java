package dev.lanewise.examples.bench;

import com.sun.management.ThreadMXBean;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.FashionMnist;
import dev.lanewise.examples.DropoutDenoiserModel;
import dev.lanewise.examples.garments.Garments;
import dev.lanewise.training.History;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Trains the dropout denoiser and prints, for each epoch, images per second and the bytes that the training thread allocated per step
 * between the epoch's first step and its last, by the JVM's own count.
 *
 * <p>{@code Throughput THREADS BATCH EPOCHS [FASHION-MNIST-FOLDER]}; without a folder, on 55,000 embedded images.
 */
final class Throughput {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Throughput() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        DataSet data = arguments.length > 3
                ? FashionMnist.load(Path.of(arguments[3])).train()
                : DataSet.ofImages(Garments.PIXELS, Garments.images(1, 0, 55_000));
        DropoutDenoiserModel.create(1)
                .fit(
                        data,
                        Training.with(new Nadam())
                                .threads(Integer.parseInt(arguments[0]))
                                .batchSize(Integer.parseInt(arguments[1]))
                                .epochs(Integer.parseInt(arguments[2]))
                                .listener(new Printer()));
    }

    private static final class Printer implements TrainingListener {

        private long first;
        private long last;

        @Override
        public void stepEnded(TrainingProgress progress) {
            last = THREADS.getCurrentThreadAllocatedBytes();
            if (progress.step() == 1) {
                first = last;
            }
        }

        @Override
        public void epochEnded(TrainingProgress progress, History.Epoch epoch) {
            System.out.printf(
                    Locale.ROOT,
                    "epoch %2d  %,9.0f images/s  %8.2f bytes/step%n",
                    epoch.epoch(),
                    epoch.imagesPerSecond(),
                    (double) (last - first) / (progress.steps() - 1));
        }
    }
}
