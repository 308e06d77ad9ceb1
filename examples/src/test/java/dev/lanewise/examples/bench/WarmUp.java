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
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Trains the dropout denoiser for six epochs and prints how long it took, from the start of the JVM, to the first trained batch and to
 * nine tenths of the top speed; what it took to have the data comes apart. Top speed is the median over the last epoch, of up to
 * 50 steps at a time; it is reached when three such stretches in a row are as fast.
 *
 * <p>{@code WarmUp THREADS BATCH [FASHION-MNIST-FOLDER]}; without a folder, on 55,000 embedded images.
 */
final class WarmUp implements TrainingListener {

    private static final int EPOCHS = 6;
    private static final int LONGEST_STRETCH = 50;
    private static final int STRETCHES_IN_A_ROW = 3;

    private final int stepsOfAnEpoch;
    private final int stretch;
    private final long[] ended;
    private int steps;

    private WarmUp(int stepsOfAnEpoch) {
        this.stepsOfAnEpoch = stepsOfAnEpoch;
        this.stretch = Math.clamp(stepsOfAnEpoch / 4, 1, LONGEST_STRETCH);
        this.ended = new long[EPOCHS * stepsOfAnEpoch];
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        long wallClock = System.currentTimeMillis();
        long clock = System.nanoTime();
        DataSet data = arguments.length > 2
                ? FashionMnist.load(Path.of(arguments[2])).train()
                : DataSet.ofImages(Garments.PIXELS, Garments.images(1, 0, 55_000));
        double loaded = (System.nanoTime() - clock) * 1e-9;
        int batch = Integer.parseInt(arguments[1]);
        WarmUp warmUp = new WarmUp(Math.ceilDiv(data.rows(), batch));
        DropoutDenoiserModel.create(1)
                .fit(
                        data,
                        Training.with(new Nadam())
                                .threads(Integer.parseInt(arguments[0]))
                                .batchSize(batch)
                                .epochs(EPOCHS)
                                .listener(warmUp));
        // Only now, for it takes a while to load what knows it.
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        double before = (wallClock - started) * 1e-3 - clock * 1e-9 - loaded;
        System.out.printf(
                Locale.ROOT,
                "first batch trained after %.2f s; 90 %% of %,.0f images/s after %.2f s; the data took %.2f s more%n",
                before + warmUp.ended[0] * 1e-9,
                batch / (warmUp.top() * 1e-9),
                before + warmUp.ended[warmUp.warm()] * 1e-9,
                loaded);
    }

    @Override
    public void stepEnded(TrainingProgress progress) {
        ended[steps++] = System.nanoTime();
    }

    /** Nanoseconds a step of the stretch that begins after a step. */
    private double pace(int step) {
        return (double) (ended[step + stretch] - ended[step]) / stretch;
    }

    /** The median pace of the last epoch. */
    private double top() {
        int first = ended.length - stepsOfAnEpoch;
        double[] paces = IntStream.iterate(first, step -> step + stretch < ended.length, step -> step + stretch)
                .mapToDouble(this::pace)
                .sorted()
                .toArray();
        return paces[paces.length / 2];
    }

    /** The step after which the pace is nine tenths of the top speed, and stays so for a while; or the last stretch's. */
    private int warm() {
        double enough = top() / 0.9;
        int since = 0;
        for (int step = 0; step + stretch < ended.length; step += stretch) {
            if (pace(step) > enough) {
                since = step + stretch;
            } else if (step - since == (STRETCHES_IN_A_ROW - 1) * stretch) {
                break;
            }
        }
        return since;
    }
}
