package dev.lanewise.kernels.provider;

import dev.lanewise.kernels.scalar.ScalarFunctions;
import dev.lanewise.kernels.scalar.ScalarLosses;
import dev.lanewise.kernels.scalar.ScalarMatrices;
import dev.lanewise.kernels.scalar.ScalarRandom;
import dev.lanewise.kernels.vector.VectorFunctions;
import dev.lanewise.kernels.vector.VectorLosses;
import dev.lanewise.kernels.vector.VectorMatrices;
import dev.lanewise.kernels.vector.VectorRandom;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The implementation behind the public facade, chosen once: the Vector API where {@code jdk.incubator.vector} is
 * resolved, plain loops where it is not. Both give the same bits.
 *
 * <p>The system property {@code lanewise.provider} ({@code scalar} or {@code vector}) overrides the choice.
 */
public final class Provider {

    private static final String PROPERTY = "lanewise.provider";
    private static final String LOGGER = "dev.lanewise.kernels";

    /** The module of the Vector API. */
    public static final String MODULE = "jdk.incubator.vector";

    /** Far from both sides: an instruction takes some 30 ns in the interpreter, BigDecimal at least 500 ns compiled. */
    private static final long SLOW_FMA_NANOS = 250;

    /** Whether the Vector API is in use. */
    public static final boolean VECTOR = chooseVector();

    /** Matrix products. */
    public static final MatrixKernels MATRICES = VECTOR ? new VectorMatrices() : new ScalarMatrices();

    /** Elementary functions and activations over arrays. */
    public static final FunctionKernels FUNCTIONS = VECTOR ? new VectorFunctions() : new ScalarFunctions();

    /** Random numbers and the noise made of them. */
    public static final RandomKernels RANDOM = VECTOR ? new VectorRandom() : new ScalarRandom();

    /**
     * The same numbers by plain loops, which are fast sooner: for what is drawn before a model's first step, when nothing has been
     * compiled yet.
     */
    public static final RandomKernels EARLY_RANDOM = new ScalarRandom();

    /** Losses, penalties and the reductions they rest on. */
    public static final LossKernels LOSSES = VECTOR && VectorLosses.SUPPORTED ? new VectorLosses() : new ScalarLosses();

    private Provider() {}

    static {
        if (fmaIsEmulated()) {
            System.getLogger(LOGGER)
                    .log(
                            Level.WARNING,
                            "This processor (or -XX:-UseFMA) has no fused multiply-add: results stay the same, but every"
                                    + " kernel is about a thousand times slower. Use a machine with FMA (x86-64-v3, AArch64)");
        }
    }

    /**
     * Whether {@link Math#fma(float, float, float)} is computed in BigDecimal, for want of an instruction: microseconds
     * a call instead of nanoseconds, even in the interpreter. The best of several short runs is taken, so a busy machine
     * cannot look like a slow one.
     */
    static boolean fmaIsEmulated() {
        int calls = 20;
        long best = Long.MAX_VALUE;
        float sum = 1;
        for (int run = 0; run < 5; run++) {
            long start = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                sum = Math.fma(sum, 0.75f, 0.125f);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return best > calls * SLOW_FMA_NANOS && !Float.isNaN(sum);
    }

    private static boolean chooseVector() {
        boolean resolved = ModuleLayer.boot().findModule(MODULE).isPresent();
        String wanted = System.getProperty(PROPERTY, resolved ? "vector" : "scalar");
        return switch (wanted) {
            case "scalar" -> {
                if (!resolved) {
                    Logger logger = System.getLogger(LOGGER);
                    logger.log(
                            Level.INFO,
                            "Running without SIMD: add --add-modules " + MODULE
                                    + " to the java command for full speed");
                }
                yield false;
            }
            case "vector" -> {
                if (!resolved) {
                    throw new IllegalStateException(PROPERTY + "=vector needs --add-modules " + MODULE);
                }
                yield true;
            }
            default ->
                throw new IllegalStateException(PROPERTY + " must be \"scalar\" or \"vector\", was \"" + wanted + "\"");
        };
    }
}
