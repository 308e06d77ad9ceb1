package dev.lanewise.kernels.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
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

/** How fast memory is read: arrays that fit into the first cache, the second, the third, and none; {@code bytes} in GB/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class BandwidthBenchmark {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Param({"16", "512", "8192", "262144"})
    public int kilobytes;

    private float[] values;

    /** Bytes read, so that JMH reports their rate. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counter {
        public long bytes;
    }

    @Setup
    public void allocate() {
        values = new float[kilobytes * 256];
    }

    @Benchmark
    public float read(Counter counter) {
        counter.bytes += kilobytes * 1024L;
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        for (int i = 0; i < values.length; i += 4 * LANES) {
            sum0 = sum0.add(FloatVector.fromArray(SPECIES, values, i));
            sum1 = sum1.add(FloatVector.fromArray(SPECIES, values, i + LANES));
            sum2 = sum2.add(FloatVector.fromArray(SPECIES, values, i + 2 * LANES));
            sum3 = sum3.add(FloatVector.fromArray(SPECIES, values, i + 3 * LANES));
        }
        return sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
    }
}
