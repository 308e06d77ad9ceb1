package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.provider.FunctionKernels;

/** Elementary functions and activations over arrays, in plain loops: the specification, the fallback and the test oracle. */
public final class ScalarFunctions implements FunctionKernels {

    /** Creates the kernels; they hold no state. */
    public ScalarFunctions() {}
}
