package dev.lanewise.kernels.vector;

import dev.lanewise.kernels.provider.RandomKernels;

/** Random numbers and the noise made of them, on the Vector API. */
public final class VectorRandom implements RandomKernels {

    /** Creates the kernels; they hold no state. */
    public VectorRandom() {}
}
