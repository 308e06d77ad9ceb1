package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.kernels.testing.Blocks;
import dev.lanewise.kernels.testing.Blocks.Block;
import dev.lanewise.testing.Golden;
import dev.lanewise.testing.Json;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sampling layer against its formulas, finite differences of these, and a training step computed elsewhere. */
final class SamplingTest {

    private static final int[] WIDTHS = {0, 1, 2, 10, 15, 16, 17, 33, 103};
    private static final int ROWS = 5;

    /** A layer with everything at odd places. */
    private static final class Layer {
        final int columns;
        final Block mean;
        final Block logVariance;
        final Block noise;
        final Block deviation;
        final Block z;
        final Block dz;
        final Block dMean;
        final Block dLogVariance;
        final double[] rowLoss = new double[ROWS];

        Layer(int columns) {
            Random random = new Random(columns);
            this.columns = columns;
            mean = Blocks.normal(random, ROWS, columns, 1, columns);
            logVariance = Blocks.normal(random, ROWS, columns, 2, columns + 3);
            noise = Blocks.normal(random, ROWS, columns, 3, columns + 1);
            dz = Blocks.normal(random, ROWS, columns, 4, columns + 2);
            deviation = Blocks.empty(ROWS, columns, 5, columns + 1);
            z = Blocks.empty(ROWS, columns, 6, columns + 2);
            dMean = Blocks.empty(ROWS, columns, 7, columns + 3);
            dLogVariance = Blocks.empty(ROWS, columns, 8, columns);
        }

        void forward(int from, int count, Block z) {
            Sampling.forward(
                    count,
                    columns,
                    mean.array(),
                    mean.row(from),
                    mean.ld(),
                    logVariance.array(),
                    logVariance.row(from),
                    logVariance.ld(),
                    noise.array(),
                    noise.row(from),
                    noise.ld(),
                    deviation.array(),
                    deviation.row(from),
                    deviation.ld(),
                    z.array(),
                    z.row(from),
                    z.ld());
        }

        void latentLoss(int from, int count) {
            Sampling.latentLoss(
                    count,
                    columns,
                    mean.array(),
                    mean.row(from),
                    mean.ld(),
                    logVariance.array(),
                    logVariance.row(from),
                    logVariance.ld(),
                    deviation.array(),
                    deviation.row(from),
                    deviation.ld(),
                    rowLoss,
                    from);
        }

        void backward(float scale, Block dMean, Block dLogVariance) {
            Sampling.backward(
                    ROWS,
                    columns,
                    mean.array(),
                    mean.offset(),
                    mean.ld(),
                    noise.array(),
                    noise.offset(),
                    noise.ld(),
                    deviation.array(),
                    deviation.offset(),
                    deviation.ld(),
                    dz.array(),
                    dz.offset(),
                    dz.ld(),
                    scale,
                    dMean.array(),
                    dMean.offset(),
                    dMean.ld(),
                    dLogVariance.array(),
                    dLogVariance.offset(),
                    dLogVariance.ld());
        }
    }

    private static double latent(double mean, double logVariance) {
        return -0.5 * (1 + logVariance - StrictMath.exp(logVariance) - mean * mean);
    }

    /** dz·z + s·latent loss, whose derivatives are what the backward pass gives. */
    private static double cost(double mean, double logVariance, double noise, double dz, double scale) {
        return dz * (mean + StrictMath.exp(logVariance / 2) * noise) + scale * latent(mean, logVariance);
    }

    @Test
    void codingsAndLatentLossAgreeWithTheFormula() {
        for (int columns : WIDTHS) {
            Layer layer = new Layer(columns);
            layer.forward(0, ROWS, layer.z);
            layer.latentLoss(0, ROWS);
            assertTrue(layer.z.guarded() && layer.deviation.guarded());
            for (int r = 0; r < ROWS; r++) {
                double loss = 0;
                for (int j = 0; j < columns; j++) {
                    double sigma = StrictMath.exp(layer.logVariance.at(r, j) / 2.0);
                    assertEquals(sigma, layer.deviation.at(r, j), 3e-7 * sigma);
                    double z = layer.mean.at(r, j) + sigma * layer.noise.at(r, j);
                    assertEquals(z, layer.z.at(r, j), 1e-6 * Math.max(1, Math.abs(z)));
                    loss += latent(layer.mean.at(r, j), layer.logVariance.at(r, j));
                }
                assertEquals(loss, layer.rowLoss[r], 1e-6 * Math.max(1, loss));
            }
        }
    }

    @Test
    void gradientsAreTheDerivatives() {
        float scale = 0.3f;
        double h = 1e-5;
        for (int columns : WIDTHS) {
            Layer layer = new Layer(columns);
            layer.forward(0, ROWS, layer.z);
            layer.backward(scale, layer.dMean, layer.dLogVariance);
            assertTrue(layer.dMean.guarded() && layer.dLogVariance.guarded());
            for (int r = 0; r < ROWS; r++) {
                for (int j = 0; j < columns; j++) {
                    double mean = layer.mean.at(r, j);
                    double gamma = layer.logVariance.at(r, j);
                    double noise = layer.noise.at(r, j);
                    double dz = layer.dz.at(r, j);
                    double dMean = (cost(mean + h, gamma, noise, dz, scale) - cost(mean - h, gamma, noise, dz, scale));
                    double dGamma = (cost(mean, gamma + h, noise, dz, scale) - cost(mean, gamma - h, noise, dz, scale));
                    assertEquals(dMean / (2 * h), layer.dMean.at(r, j), 1e-6);
                    double expected = dGamma / (2 * h);
                    assertEquals(expected, layer.dLogVariance.at(r, j), 1e-6 * Math.max(1, Math.abs(expected)));
                }
            }
        }
    }

    @Test
    void resultsMayOverwriteWhatIsNoLongerNeeded() {
        Layer apart = new Layer(17);
        apart.forward(0, ROWS, apart.z);
        apart.backward(0.3f, apart.dMean, apart.dLogVariance);
        Layer inPlace = new Layer(17);
        inPlace.forward(0, ROWS, inPlace.z);
        inPlace.backward(0.3f, inPlace.mean, inPlace.dz);
        assertSameValues(apart.dMean, inPlace.mean);
        assertSameValues(apart.dLogVariance, inPlace.dz);
        Layer codings = new Layer(17);
        codings.forward(0, ROWS, codings.mean);
        assertSameValues(apart.z, codings.mean);
    }

    @Test
    void rowsTakenByThreadsGiveTheSameBits() {
        Layer whole = new Layer(103);
        whole.forward(0, ROWS, whole.z);
        whole.latentLoss(0, ROWS);
        Layer split = new Layer(103);
        split.forward(0, 2, split.z);
        split.forward(2, 3, split.z);
        split.latentLoss(0, 2);
        split.latentLoss(2, 3);
        assertArrayEquals(whole.z.array(), split.z.array());
        assertArrayEquals(whole.rowLoss, split.rowLoss);
    }

    @Test
    void theStandardNormalCostsNothing() {
        double[] rowLoss = new double[1];
        Sampling.latentLoss(1, 3, new float[3], 0, 3, new float[3], 0, 3, new float[] {1, 1, 1}, 0, 3, rowLoss, 0);
        assertEquals(0, rowLoss[0]);
    }

    @Test
    void anOverflowingVarianceMakesTheLossInfinite() {
        float[] mean = {0, 0};
        float[] noise = {1, 1};
        float[] logVariance = {88, 90};
        float[] deviation = new float[2];
        float[] z = new float[2];
        double[] rowLoss = new double[2];
        Sampling.forward(2, 1, mean, 0, 1, logVariance, 0, 1, noise, 0, 1, deviation, 0, 1, z, 0, 1);
        Sampling.latentLoss(2, 1, mean, 0, 1, logVariance, 0, 1, deviation, 0, 1, rowLoss, 0);
        assertEquals(0.5 * StrictMath.exp(88), rowLoss[0], 1e33);
        assertEquals(Double.POSITIVE_INFINITY, rowLoss[1]);
        logVariance[1] = 200;
        Sampling.forward(2, 1, mean, 0, 1, logVariance, 0, 1, noise, 0, 1, deviation, 0, 1, z, 0, 1);
        assertEquals(Float.POSITIVE_INFINITY, z[1]);
    }

    @Test
    void agreesWithATrainingStepOfKeras() throws IOException {
        Json golden = Golden.read("M5.json");
        float[] mean = golden.get("forward", "mean").floats();
        float[] logVariance = golden.get("forward", "log_var").floats();
        float[] noise = golden.get("eps").floats();
        float[] dz = golden.get("activation_grads", "z").floats();
        float[] deviation = new float[10];
        float[] z = new float[10];
        double[] rowLoss = new double[5];
        Sampling.forward(5, 2, mean, 0, 2, logVariance, 0, 2, noise, 0, 2, deviation, 0, 2, z, 0, 2);
        Sampling.latentLoss(5, 2, mean, 0, 2, logVariance, 0, 2, deviation, 0, 2, rowLoss, 0);
        float[] dMean = new float[10];
        float[] dLogVariance = new float[10];
        float scale = 1f / (5 * 6);
        Sampling.backward(
                5, 2, mean, 0, 2, noise, 0, 2, deviation, 0, 2, dz, 0, 2, scale, dMean, 0, 2, dLogVariance, 0, 2);
        double penalty = Reductions.sum(rowLoss, 0, 5) / (5 * 6);
        double expected = golden.get("loss", "penalty").number();
        report("penalty", Math.abs(penalty - expected) / expected);
        Json gradients = golden.get("activation_grads");
        report("z", Golden.relativeDifference(z, golden.get("forward", "z").doubles()));
        report("mean", Golden.relativeDifference(dMean, gradients.get("mean").doubles()));
        report(
                "log_var",
                Golden.relativeDifference(dLogVariance, gradients.get("log_var").doubles()));
    }

    @Test
    void aBlockBeyondItsArrayIsNamed() {
        float[] big = new float[10];
        float[] small = new float[9];
        var e = assertThrows(
                IndexOutOfBoundsException.class,
                () -> Sampling.forward(5, 2, big, 0, 2, big, 0, 2, small, 0, 2, big, 0, 2, big, 0, 2));
        assertTrue(e.getMessage().startsWith("noise: 5 × 2"), e.getMessage());
    }

    private static void report(String tensor, double difference) {
        System.out.printf("M5.json %-8s %.1e%n", tensor, difference);
        assertTrue(difference <= 1e-6, () -> tensor + ": " + difference);
    }

    private static void assertSameValues(Block expected, Block actual) {
        for (int r = 0; r < expected.rows(); r++) {
            for (int j = 0; j < expected.columns(); j++) {
                assertEquals(expected.at(r, j), actual.at(r, j));
            }
        }
    }
}
