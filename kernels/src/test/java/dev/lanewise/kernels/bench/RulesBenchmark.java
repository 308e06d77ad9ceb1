package dev.lanewise.kernels.bench;

import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.Noise;
import dev.lanewise.kernels.Reductions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the other rules cost, on a batch of 32 flat 28 × 28 images: losses in a promised order beside sums in any order, and
 * random numbers without state beside a generator that has one. {@code docs/reproducibility.md} has the result.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 150, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class RulesBenchmark {

    private static final int ROWS = 32;
    private static final int COLUMNS = 784;
    private static final float SCALE = 1f / (ROWS * COLUMNS);
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    private final float[] output;
    private final float[] target;
    private final float[] gradient = new float[ROWS * COLUMNS];
    private final double[] rowLoss = new double[ROWS];
    private final int[] state;
    private int step;

    /** Fills the batch. */
    public RulesBenchmark() {
        Random random = new Random(1);
        output = uniform(random);
        target = uniform(random);
        state = random.ints(4L * LANES).toArray();
    }

    /** Mean squared error and its gradient, by the rules. */
    @Benchmark
    public double loss() {
        LossFunction.MSE.valueAndGradient(
                ROWS, COLUMNS, output, 0, COLUMNS, target, 0, COLUMNS, SCALE, gradient, 0, COLUMNS, rowLoss, 0);
        return Reductions.sum(rowLoss, 0, ROWS);
    }

    /** The same over the whole batch in four vectors of sums, added up across lanes. */
    @Benchmark
    public double lossUnordered() {
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        for (int i = 0; i < ROWS * COLUMNS; i += 4 * LANES) {
            FloatVector d0 = FloatVector.fromArray(FLOATS, output, i).sub(FloatVector.fromArray(FLOATS, target, i));
            FloatVector d1 = FloatVector.fromArray(FLOATS, output, i + LANES)
                    .sub(FloatVector.fromArray(FLOATS, target, i + LANES));
            FloatVector d2 = FloatVector.fromArray(FLOATS, output, i + 2 * LANES)
                    .sub(FloatVector.fromArray(FLOATS, target, i + 2 * LANES));
            FloatVector d3 = FloatVector.fromArray(FLOATS, output, i + 3 * LANES)
                    .sub(FloatVector.fromArray(FLOATS, target, i + 3 * LANES));
            sum0 = d0.fma(d0, sum0);
            sum1 = d1.fma(d1, sum1);
            sum2 = d2.fma(d2, sum2);
            sum3 = d3.fma(d3, sum3);
            d0.mul(2 * SCALE).intoArray(gradient, i);
            d1.mul(2 * SCALE).intoArray(gradient, i + LANES);
            d2.mul(2 * SCALE).intoArray(gradient, i + 2 * LANES);
            d3.mul(2 * SCALE).intoArray(gradient, i + 3 * LANES);
        }
        return sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
    }

    /** Half the batch dropped by Threefry-4x32-20 of the element's place, by the rules. */
    @Benchmark
    public float[] dropout() {
        Noise.dropout(0, ROWS, COLUMNS, 0.5f, 1, 2, step++, 3, output, 0, COLUMNS, gradient, 0, COLUMNS);
        return gradient;
    }

    /** Half the batch dropped by xoshiro128++, one generator a lane, in one loop. */
    @Benchmark
    public float[] dropoutWithState() {
        IntVector s0 = IntVector.fromArray(INTS, state, 0);
        IntVector s1 = IntVector.fromArray(INTS, state, LANES);
        IntVector s2 = IntVector.fromArray(INTS, state, 2 * LANES);
        IntVector s3 = IntVector.fromArray(INTS, state, 3 * LANES);
        for (int i = 0; i < ROWS * COLUMNS; i += LANES) {
            IntVector word = s0.add(s3).lanewise(VectorOperators.ROL, 7).add(s0);
            IntVector t = s1.lanewise(VectorOperators.LSHL, 9);
            s2 = s2.lanewise(VectorOperators.XOR, s0);
            s3 = s3.lanewise(VectorOperators.XOR, s1);
            s1 = s1.lanewise(VectorOperators.XOR, s2);
            s0 = s0.lanewise(VectorOperators.XOR, s3);
            s2 = s2.lanewise(VectorOperators.XOR, t);
            s3 = s3.lanewise(VectorOperators.ROL, 11);
            VectorMask<Float> dropped = word.compare(VectorOperators.LT, 0).cast(FLOATS);
            FloatVector.fromArray(FLOATS, output, i).mul(2f).blend(0f, dropped).intoArray(gradient, i);
        }
        s0.intoArray(state, 0);
        s1.intoArray(state, LANES);
        s2.intoArray(state, 2 * LANES);
        s3.intoArray(state, 3 * LANES);
        return gradient;
    }

    private static float[] uniform(Random random) {
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
