package dev.lanewise.kernels.vector;

import dev.lanewise.kernels.provider.MatrixKernels;

/** Matrix products, on the Vector API. */
public final class VectorMatrices implements MatrixKernels {

    /** Creates the kernels; they hold no state. */
    public VectorMatrices() {}
}
