package dev.lanewise.examples.bench;

import dev.lanewise.data.DataSet;
import dev.lanewise.data.FashionMnist;
import dev.lanewise.examples.DropoutDenoiserModel;
import dev.lanewise.examples.garments.Garments;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Trains the dropout denoiser for six epochs and prints how long it took, from the start of the JVM, to the first trained batch and to
 * nine tenths of the top speed; what it took to have the data comes apart. Top speed is the median over the last epoch, of 50
 * steps at a time; it is reached when three such stretches in a row are as fast.
 *
 * <p>{@code WarmUp THREADS BATCH [FASHION-MNIST-FOLDER]}; without a folder, on 55,000 embedded images.
 */
final class WarmUp implements TrainingListener {

    private static final int EPOCHS = 6;
    private static final int STRETCH = 50;
    private static final int IN_A_ROW = 3;

    private final long[] ended;
    private int steps;

    private WarmUp(int steps) {
        this.ended = new long[steps];
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        long main = System.nanoTime();
        double sinceStart = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                * 1e-3;
        long loading = System.nanoTime();
        DataSet data = arguments.length > 2
                ? FashionMnist.load(Path.of(arguments[2])).train()
                : DataSet.ofImages(Garments.PIXELS, Garments.images(1, 0, 55_000));
        double loaded = (System.nanoTime() - loading) * 1e-9;
        int batch = Integer.parseInt(arguments[1]);
        WarmUp steps = new WarmUp(EPOCHS * Math.ceilDiv(data.rows(), batch));
        DropoutDenoiserModel.create(1)
                .fit(
                        data,
                        Training.with(new Nadam())
                                .threads(Integer.parseInt(arguments[0]))
                                .batchSize(batch)
                                .epochs(EPOCHS)
                                .listener(steps));
        double before = sinceStart - loaded - main * 1e-9;
        System.out.printf(
                Locale.ROOT,
                "first batch trained after %.2f s; 90 %% of %,.0f images/s after %.2f s; the data took %.2f s more%n",
                before + steps.ended[0] * 1e-9,
                batch / (steps.top() * 1e-9),
                before + steps.ended[steps.warm()] * 1e-9,
                loaded);
    }

    @Override
    public void stepEnded(TrainingProgress progress) {
        ended[steps++] = System.nanoTime();
    }

    /** Nanoseconds a step of the stretch that begins after a step. */
    private double pace(int step) {
        return (double) (ended[step + STRETCH] - ended[step]) / STRETCH;
    }

    /** The median pace of the last epoch. */
    private double top() {
        int perEpoch = ended.length / EPOCHS;
        double[] paces = new double[(perEpoch - 1) / STRETCH];
        for (int i = 0; i < paces.length; i++) {
            paces[i] = pace(ended.length - perEpoch + i * STRETCH);
        }
        Arrays.sort(paces);
        return paces[paces.length / 2];
    }

    /** The step after which the pace is nine tenths of the top speed, and stays so for a while. */
    private int warm() {
        double enough = top() / 0.9;
        int step = 0;
        for (int row = 0; row < IN_A_ROW; step += STRETCH) {
            row = pace(step) <= enough ? row + 1 : 0;
        }
        return step - IN_A_ROW * STRETCH;
    }
}
