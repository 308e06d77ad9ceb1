package dev.lanewise.kernels.bench;

import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.Penalties;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.Sampling;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Losses, penalties, column sums and sampling, a batch at a time, with the provider that the fork is given. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class LossBenchmark {

    private static final int ROWS = 32;

    /** Images of 28 × 28, a code layer of 300, and a width with a tail. */
    @Param({"784", "300", "103"})
    public int columns;

    private float[] output;
    private float[] target;
    private float[] gradient;
    private float[] row;
    private double[] rowLoss;

    /** Creates the state. */
    public LossBenchmark() {}

    /** Fills the blocks; the target starts at an odd place, as a row of a data set does. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        output = uniform(random, ROWS * columns);
        target = uniform(random, ROWS * columns + 3);
        gradient = new float[ROWS * columns];
        row = new float[columns];
        rowLoss = new double[ROWS];
    }

    /** Squared error with its gradient. */
    @Benchmark
    public double squaredErrorAndGradient() {
        return lossAndGradient(LossFunction.MSE);
    }

    /** Squared error alone. */
    @Benchmark
    public double squaredError() {
        LossFunction.MSE.value(ROWS, columns, output, 0, columns, target, 3, columns, rowLoss, 0);
        return Reductions.sum(rowLoss, 0, ROWS);
    }

    /** Huber's loss with its gradient. */
    @Benchmark
    public double huberAndGradient() {
        return lossAndGradient(LossFunction.HUBER);
    }

    /** Binary cross-entropy with its gradient. */
    @Benchmark
    public double crossEntropyAndGradient() {
        return lossAndGradient(LossFunction.BINARY_CROSS_ENTROPY);
    }

    /** The gradient of a bias. */
    @Benchmark
    public float[] columnSums() {
        Reductions.columnSums(ROWS, columns, output, 0, columns, row, 0);
        return row;
    }

    /** L1 of the activations with its gradient. */
    @Benchmark
    public double activityAndGradient() {
        Penalties.activity(ROWS, columns, output, 0, columns, 1e-4f, 0, rowLoss, 0);
        Penalties.addActivityGradient(ROWS, columns, output, 0, columns, 1e-4f, 0, 1f / 32, gradient, 0, columns);
        return Reductions.sum(rowLoss, 0, ROWS);
    }

    /** Sparsity by Kullback–Leibler divergence with its gradient, the means included. */
    @Benchmark
    public double sparsityAndGradient() {
        Reductions.columnMeans(ROWS, columns, output, 0, columns, row, 0);
        double value = Penalties.sparsity(columns, row, 0, 0.1);
        Penalties.sparsityGradient(columns, row, 0, 0.1, 1e-5, row, 0);
        Penalties.addToRows(ROWS, columns, row, 0, gradient, 0, columns);
        return value;
    }

    /** Ten codings an image drawn, with latent loss and gradients. */
    @Benchmark
    public double samplingOfTenCodings() {
        Sampling.forward(ROWS, 10, output, 0, 10, output, 320, 10, output, 640, 10, gradient, 0, 10, gradient, 320, 10);
        Sampling.latentLoss(ROWS, 10, output, 0, 10, output, 320, 10, gradient, 0, 10, rowLoss, 0);
        Sampling.backward(
                ROWS, 10, output, 0, 10, output, 640, 10, gradient, 0, 10, output, 960, 10, 1e-4f, gradient, 640, 10,
                gradient, 960, 10);
        return Reductions.sum(rowLoss, 0, ROWS);
    }

    private double lossAndGradient(LossFunction function) {
        function.valueAndGradient(
                ROWS,
                columns,
                output,
                0,
                columns,
                target,
                3,
                columns,
                1f / (ROWS * columns),
                gradient,
                0,
                columns,
                rowLoss,
                0);
        return Reductions.sum(rowLoss, 0, ROWS);
    }

    private static float[] uniform(Random random, int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextFloat();
        }
        return x;
    }
}
