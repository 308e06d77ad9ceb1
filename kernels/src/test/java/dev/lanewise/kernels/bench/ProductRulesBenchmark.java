package dev.lanewise.kernels.bench;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.MatMul;
import dev.lanewise.kernels.Workspace;
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

/**
 * What a promised order of summation costs: the products of the dropout denoiser's layers at batch 32 beside
 * {@link UnorderedProducts}. {@code docs/reproducibility.md} has the result.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 150, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class ProductRulesBenchmark {

    private static final int BATCH = 32;

    /** Widths of a layer's input and output. */
    @Param({"784x100", "100x30", "30x100", "100x784"})
    public String layer;

    private int in;
    private int out;
    private ActivationFunction activation;
    private float[] x;
    private float[] weight;
    private float[] bias;
    private float[] y;
    private float[] dx;
    private float[] dWeight;
    private final Workspace workspace = new Workspace();

    /** Creates the state. */
    public ProductRulesBenchmark() {}

    /** Fills the matrices. */
    @Setup
    public void fill() {
        String[] sizes = layer.split("x");
        in = Integer.parseInt(sizes[0]);
        out = Integer.parseInt(sizes[1]);
        activation = out == 784 ? ActivationFunction.LINEAR : ActivationFunction.RELU;
        Random random = new Random(1);
        x = uniform(random, BATCH * in);
        weight = uniform(random, in * out);
        bias = uniform(random, out);
        y = uniform(random, BATCH * out);
        dx = new float[BATCH * in];
        dWeight = new float[in * out];
    }

    /** f(x·W + b), by the rules. */
    @Benchmark
    public float[] forward() {
        MatMul.multiplyBias(BATCH, out, in, x, 0, in, weight, 0, out, bias, 0, activation, y, 0, out);
        return y;
    }

    /** f(x·W + b), each sum begun with the bias. */
    @Benchmark
    public float[] forwardFromBias() {
        UnorderedProducts.fromBias(BATCH, out, in, x, weight, bias, y);
        if (activation == ActivationFunction.RELU) {
            activation.forward(BATCH, out, y, 0, out, y, 0, out);
        }
        return y;
    }

    /** x·W alone, each sum in two halves. */
    @Benchmark
    public float[] forwardSplit() {
        UnorderedProducts.split(BATCH, out, in, x, in, 1, weight, y);
        return y;
    }

    /** x·W alone, by the rules. */
    @Benchmark
    public float[] forwardWithoutBias() {
        MatMul.multiply(BATCH, out, in, x, 0, in, weight, 0, out, y, 0, out);
        return y;
    }

    /** dy·Wᵀ, by the rules. */
    @Benchmark
    public float[] inputGradient() {
        MatMul.multiplyTransposedB(BATCH, in, out, y, 0, out, weight, 0, out, dx, 0, in, workspace);
        return dx;
    }

    /** dy·Wᵀ in dot products. */
    @Benchmark
    public float[] inputGradientDotProducts() {
        UnorderedProducts.dotProducts(BATCH, in, out, y, weight, dx);
        return dx;
    }

    /** xᵀ·dy, by the rules. */
    @Benchmark
    public float[] weightGradient() {
        MatMul.multiplyTransposedA(in, out, BATCH, x, 0, in, y, 0, out, dWeight, 0, out);
        return dWeight;
    }

    /** xᵀ·dy, each sum in two halves. */
    @Benchmark
    public float[] weightGradientSplit() {
        UnorderedProducts.split(in / 4 * 4, out, BATCH, x, 1, in, y, dWeight);
        return dWeight;
    }

    private static float[] uniform(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }
}
