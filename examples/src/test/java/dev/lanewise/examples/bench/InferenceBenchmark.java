package dev.lanewise.examples.bench;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
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
 * The reconstruction of some images into a matrix that is there: microseconds a call, and with {@code -prof gc} what a call
 * allocates, which is 0 up to 256 images. Larger calls use all cores.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 5, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class InferenceBenchmark {

    @Param({"DROPOUT_DENOISER", "VARIATIONAL"})
    public Subject model;

    @Param({"1", "32", "256", "1024"})
    public int rows;

    private AutoencoderModel created;
    private Matrix images;
    private Matrix reconstructions;

    @Setup
    public void create() {
        created = model.create();
        images = Subject.images(rows).matrix();
        reconstructions = Matrix.zeros(rows, images.columns());
    }

    @Benchmark
    public Matrix reconstruct() {
        created.reconstructInto(images, reconstructions);
        return reconstructions;
    }
}
