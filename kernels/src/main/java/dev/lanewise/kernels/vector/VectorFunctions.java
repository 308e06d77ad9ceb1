package dev.lanewise.kernels.vector;

import dev.lanewise.kernels.provider.FunctionKernels;

/** Elementary functions and activations over arrays, on the Vector API. */
public final class VectorFunctions implements FunctionKernels {

    /** Creates the kernels; they hold no state. */
    public VectorFunctions() {}
}
