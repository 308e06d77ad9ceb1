package dev.lanewise.kernels.bench;

import dev.lanewise.kernels.Optimizers;
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

/** One step of each optimizer over the 163,000 parameters of a small autoencoder. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class OptimizerBenchmark {

    private static final int N = 163_000;

    /** Where the gradient starts; the rest starts at 0. */
    @Param({"0", "1"})
    public int gradientOffset;

    private float[] w;
    private float[] g;
    private float[] m;
    private float[] v;

    /** Creates the state. */
    public OptimizerBenchmark() {}

    /** Fills parameters and gradient. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        w = new float[N];
        g = new float[N + 1];
        m = new float[N];
        v = new float[N];
        for (int i = 0; i < N; i++) {
            w[i] = (float) random.nextGaussian();
            g[i] = (float) random.nextGaussian();
        }
    }

    /** Gradient descent. */
    @Benchmark
    public void sgd() {
        Optimizers.sgd(N, w, 0, g, gradientOffset, 1e-6f);
    }

    /** Gradient descent with Nesterov's momentum. */
    @Benchmark
    public void nesterov() {
        Optimizers.nesterov(N, w, 0, g, gradientOffset, m, 0, 1e-6f, 0.9f);
    }

    /** RMSprop. */
    @Benchmark
    public void rmsprop() {
        Optimizers.rmsprop(N, w, 0, g, gradientOffset, v, 0, 1e-6f, 0.1f, 1e-7f);
    }

    /** Adam. */
    @Benchmark
    public void adam() {
        Optimizers.adam(N, w, 0, g, gradientOffset, m, 0, v, 0, 1e-6f, 0.1f, 0.001f, 1e-7f);
    }

    /** Nadam. */
    @Benchmark
    public void nadam() {
        Optimizers.nadam(N, w, 0, g, gradientOffset, m, 0, v, 0, 1e-6f, 1e-6f, 0.1f, 0.001f, 1e-7f);
    }
}
