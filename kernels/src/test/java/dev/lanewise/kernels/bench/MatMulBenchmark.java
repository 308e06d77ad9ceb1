package dev.lanewise.kernels.bench;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.MatMul;
import dev.lanewise.kernels.Workspace;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/**
 * The three products of a dense layer, at the layer sizes of autoencoders: x (batch × in), W (in × out), dy (batch × out).
 *
 * <p>The column {@code flop} counts 2·batch·in·out per product and reads in GFLOP/s, as the time unit is a nanosecond;
 * {@link PeakBenchmark} gives the machine's peak in the same unit. Run {@code org.openjdk.jmh.Main MatMul -prof gc} with the
 * test class path and {@code --add-modules jdk.incubator.vector}; {@code gc.alloc.rate.norm} must be 0 B/op, anything else
 * is a boxed vector. The scalar provider is measured with {@code -jvmArgsAppend -Dlanewise.provider=scalar}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class MatMulBenchmark {

    /** What is computed: f(x·W + b), dy·Wᵀ, xᵀ·dy. */
    public enum Form {
        FORWARD,
        INPUT_GRADIENT,
        WEIGHT_GRADIENT
    }

    /** Floating point operations, so that JMH reports their rate. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counter {
        public long flop;
    }

    @Param({"FORWARD", "INPUT_GRADIENT", "WEIGHT_GRADIENT"})
    public Form form;

    @Param({
        "784x100",
        "100x30",
        "30x100",
        "100x784",
        "784x300",
        "300x100",
        "784x150",
        "150x100",
        "100x10",
        "10x100",
        "1024x1024"
    })
    public String layer;

    @Param({"1", "32", "128", "512", "1024"})
    public int batch;

    private int in;
    private int out;
    private float[] x;
    private float[] weight;
    private float[] bias;
    private float[] y;
    private float[] dx;
    private float[] dWeight;
    private final Workspace workspace = new Workspace();

    @Setup
    public void fill() {
        String[] sizes = layer.split("x");
        in = Integer.parseInt(sizes[0]);
        out = Integer.parseInt(sizes[1]);
        Random random = new Random(1);
        x = uniform(random, batch * in);
        weight = uniform(random, in * out);
        bias = uniform(random, out);
        y = uniform(random, batch * out);
        dx = new float[batch * in];
        dWeight = new float[in * out];
    }

    @Benchmark
    public float[] product(Counter counter) {
        counter.flop += 2L * batch * in * out;
        return switch (form) {
            case FORWARD -> {
                MatMul.multiplyBias(
                        batch, out, in, x, 0, in, weight, 0, out, bias, 0, ActivationFunction.RELU, y, 0, out);
                yield y;
            }
            case INPUT_GRADIENT -> {
                MatMul.multiplyTransposedB(batch, in, out, y, 0, out, weight, 0, out, dx, 0, in, workspace);
                yield dx;
            }
            case WEIGHT_GRADIENT -> {
                MatMul.multiplyTransposedA(in, out, batch, x, 0, in, y, 0, out, dWeight, 0, out);
                yield dWeight;
            }
        };
    }

    private static float[] uniform(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }
}
