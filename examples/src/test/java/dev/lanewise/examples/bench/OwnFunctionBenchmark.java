package dev.lanewise.examples.bench;

import dev.lanewise.runtime.OwnFunctionRun;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Functions of a user's own beside built-in ones, alone: nanoseconds a value of a layer of 256 units, batch 32. {@code Values} is what
 * inference and validation compute, {@code Training} all that a training step does: the value, and of activations the product of the
 * gradient with the derivative, of losses and penalties the gradient.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(OwnFunctionBenchmark.ROWS * OwnFunctionBenchmark.COLUMNS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class OwnFunctionBenchmark {

    static final int ROWS = 32;
    static final int COLUMNS = 256;

    @Param
    public OwnFunctionPair function;

    private final OwnFunctionRun run = new OwnFunctionRun(ROWS, COLUMNS);

    @Benchmark
    public void ownValues() {
        function.ownValues.accept(run);
    }

    @Benchmark
    public void builtInValues() {
        function.builtInValues.accept(run);
    }

    @Benchmark
    public void ownTraining() {
        function.ownTraining.accept(run);
    }

    @Benchmark
    public void builtInTraining() {
        function.builtInTraining.accept(run);
    }
}
