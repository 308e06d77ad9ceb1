package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.provider.MatrixKernels;

/** Matrix products, in plain loops: the specification, the fallback and the test oracle. */
public final class ScalarMatrices implements MatrixKernels {

    /** Creates the kernels; they hold no state. */
    public ScalarMatrices() {}
}
