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
    private static final String MODULE = "jdk.incubator.vector";

    /** Whether the Vector API is in use. */
    public static final boolean VECTOR = chooseVector();

    /** Matrix products. */
    public static final MatrixKernels MATRICES = VECTOR ? new VectorMatrices() : new ScalarMatrices();

    /** Elementary functions and activations over arrays. */
    public static final FunctionKernels FUNCTIONS = VECTOR ? new VectorFunctions() : new ScalarFunctions();

    /** Random numbers and the noise made of them. */
    public static final RandomKernels RANDOM = VECTOR ? new VectorRandom() : new ScalarRandom();

    /** Losses, penalties and the reductions they rest on. */
    public static final LossKernels LOSSES = VECTOR ? new VectorLosses() : new ScalarLosses();

    private Provider() {}

    private static boolean chooseVector() {
        boolean resolved = ModuleLayer.boot().findModule(MODULE).isPresent();
        String wanted = System.getProperty(PROPERTY, resolved ? "vector" : "scalar");
        return switch (wanted) {
            case "scalar" -> {
                if (!resolved) {
                    Logger logger = System.getLogger("dev.lanewise.kernels");
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
