package dev.lanewise.kernels.bench;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.Elementary;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
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

/** Elementary functions and activations per element, in the first-level cache, beside the JDK's own vector functions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ElementaryBenchmark.N)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ElementaryBenchmark {

    static final int N = 2048;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private final float[] x = new float[N];
    private final float[] positive = new float[N];
    private final float[] y = new float[N];

    /** Fills the arguments: from −8 to 8, and their exponentials. */
    public ElementaryBenchmark() {
        for (int i = 0; i < N; i++) {
            x[i] = (i * 37 % N - N / 2) * (16f / N);
            positive[i] = (float) StrictMath.exp(x[i]);
        }
    }

    @Benchmark
    public void exp() {
        Elementary.exp(N, x, 0, y, 0);
    }

    @Benchmark
    public void expOfTheJdk() {
        for (int i = 0; i < N; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.EXP).intoArray(y, i);
        }
    }

    @Benchmark
    public void log() {
        Elementary.log(N, positive, 0, y, 0);
    }

    @Benchmark
    public void logOfTheJdk() {
        for (int i = 0; i < N; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, positive, i)
                    .lanewise(VectorOperators.LOG)
                    .intoArray(y, i);
        }
    }

    @Benchmark
    public void log1p() {
        Elementary.log1p(N, positive, 0, y, 0);
    }

    @Benchmark
    public void log1pOfTheJdk() {
        for (int i = 0; i < N; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, positive, i)
                    .lanewise(VectorOperators.LOG1P)
                    .intoArray(y, i);
        }
    }

    @Benchmark
    public void tanh() {
        Elementary.tanh(N, x, 0, y, 0);
    }

    @Benchmark
    public void tanhOfTheJdk() {
        for (int i = 0; i < N; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.TANH).intoArray(y, i);
        }
    }

    @Benchmark
    public void sinTurns() {
        Elementary.sinTurns(N, x, 0, y, 0);
    }

    @Benchmark
    public void sinOfTheJdk() {
        for (int i = 0; i < N; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.SIN).intoArray(y, i);
        }
    }

    @Benchmark
    public void sigmoid() {
        Elementary.sigmoid(N, x, 0, y, 0);
    }

    @Benchmark
    public void softplus() {
        Elementary.softplus(N, x, 0, y, 0);
    }

    @Benchmark
    public void relu() {
        ActivationFunction.RELU.forward(1, N, x, 0, N, y, 0, N);
    }

    @Benchmark
    public void elu() {
        ActivationFunction.ELU.forward(1, N, x, 0, N, y, 0, N);
    }

    @Benchmark
    public void gelu() {
        ActivationFunction.GELU.forward(1, N, x, 0, N, y, 0, N);
    }

    @Benchmark
    public void silu() {
        ActivationFunction.SILU.forward(1, N, x, 0, N, y, 0, N);
    }

    @Benchmark
    public void reluBackward() {
        ActivationFunction.RELU.backward(1, N, x, 0, N, positive, 0, N, y, 0, N);
    }

    @Benchmark
    public void sigmoidBackward() {
        ActivationFunction.SIGMOID.backward(1, N, x, 0, N, positive, 0, N, y, 0, N);
    }

    @Benchmark
    public void geluBackward() {
        ActivationFunction.GELU.backward(1, N, x, 0, N, positive, 0, N, y, 0, N);
    }
}
