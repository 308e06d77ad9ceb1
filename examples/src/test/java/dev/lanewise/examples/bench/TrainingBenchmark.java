package dev.lanewise.examples.bench;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.data.DataSet;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
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
 * An epoch of 32,768 images, shuffling and all. The columns {@code images} and {@code flop} are rates per second;
 * {@code PeakBenchmark} of the kernels, run in the same call, gives what the processor can do. {@code gc.alloc.rate.norm} is what
 * an epoch allocates: threads and figures, but nothing per step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(value = 5, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class TrainingBenchmark {

    private static final int IMAGES = 32_768;

    @Param
    public Subject model;

    @Param({"32", "128", "512", "1024"})
    public int batch;

    @Param({"1", "2"})
    public int threads;

    private AutoencoderModel trained;
    private DataSet images;
    private long flop;

    @Setup
    public void create() {
        trained = model.create();
        images = Subject.images(IMAGES);
        flop = Subject.flop(trained, true);
    }

    @Benchmark
    public double epoch(Subject.Counter counter) {
        counter.add(IMAGES, flop);
        Training training =
                Training.with(new Nadam()).batchSize(batch).threads(threads).epochs(1);
        return trained.fit(images, training).last().figure("loss");
    }
}
