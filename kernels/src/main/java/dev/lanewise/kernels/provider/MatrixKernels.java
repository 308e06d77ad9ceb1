package dev.lanewise.kernels.provider;

/** Matrix products: what both providers implement. Arguments were checked by the facade. */
public interface MatrixKernels {}
