package dev.lanewise.kernels.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
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

/** The machine's peak: twelve independent chains of fused multiply-adds that touch no memory; read {@code flop} in GFLOP/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class PeakBenchmark {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int STEPS = 10_000;
    private static final int CHAINS = 12;

    public float factor = 0.999f;
    public float summand = 0.001f;

    @Benchmark
    public float multiplyAdd(MatMulBenchmark.Counter counter) {
        counter.flop += 2L * SPECIES.length() * CHAINS * STEPS;
        FloatVector x = FloatVector.broadcast(SPECIES, factor);
        FloatVector y = FloatVector.broadcast(SPECIES, summand);
        FloatVector c0 = x;
        FloatVector c1 = x;
        FloatVector c2 = x;
        FloatVector c3 = x;
        FloatVector c4 = x;
        FloatVector c5 = x;
        FloatVector c6 = x;
        FloatVector c7 = x;
        FloatVector c8 = x;
        FloatVector c9 = x;
        FloatVector c10 = x;
        FloatVector c11 = x;
        for (int step = 0; step < STEPS; step++) {
            c0 = c0.fma(x, y);
            c1 = c1.fma(x, y);
            c2 = c2.fma(x, y);
            c3 = c3.fma(x, y);
            c4 = c4.fma(x, y);
            c5 = c5.fma(x, y);
            c6 = c6.fma(x, y);
            c7 = c7.fma(x, y);
            c8 = c8.fma(x, y);
            c9 = c9.fma(x, y);
            c10 = c10.fma(x, y);
            c11 = c11.fma(x, y);
        }
        FloatVector sum = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
        return sum.add(c6).add(c7).add(c8).add(c9).add(c10).add(c11).lane(0);
    }
}
