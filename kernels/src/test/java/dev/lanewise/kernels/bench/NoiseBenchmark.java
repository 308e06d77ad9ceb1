package dev.lanewise.kernels.bench;

import dev.lanewise.kernels.CounterRandom;
import dev.lanewise.kernels.Noise;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Random numbers and noise per element, on a batch of four flat 28 × 28 images. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(NoiseBenchmark.ROWS * NoiseBenchmark.COLUMNS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class NoiseBenchmark {

    static final int ROWS = 4;
    static final int COLUMNS = 784;

    private final float[] x = new float[ROWS * COLUMNS];
    private final float[] y = new float[ROWS * COLUMNS];
    private int step;

    /** Fills the values. */
    public NoiseBenchmark() {
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 256 / 255f;
        }
    }

    @Benchmark
    public void uniform() {
        CounterRandom.uniform(0, ROWS, COLUMNS, 1, 2, step++, 3, y, 0, COLUMNS);
    }

    @Benchmark
    public void normal() {
        CounterRandom.normal(0, ROWS, COLUMNS, 1, 2, step++, 3, y, 0, COLUMNS);
    }

    @Benchmark
    public void dropout() {
        Noise.dropout(0, ROWS, COLUMNS, 0.5f, 1, 2, step++, 3, x, 0, COLUMNS, y, 0, COLUMNS);
    }

    @Benchmark
    public void gaussian() {
        Noise.gaussian(0, ROWS, COLUMNS, 0.2f, 1, 2, step++, 3, x, 0, COLUMNS, y, 0, COLUMNS);
    }
}
