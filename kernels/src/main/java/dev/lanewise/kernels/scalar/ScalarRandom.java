package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.provider.RandomKernels;

/** Random numbers and the noise made of them, in plain loops: the specification, the fallback and the test oracle. */
public final class ScalarRandom implements RandomKernels {

    /** Creates the kernels; they hold no state. */
    public ScalarRandom() {}
}
