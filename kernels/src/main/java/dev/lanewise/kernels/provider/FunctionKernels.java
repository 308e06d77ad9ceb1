package dev.lanewise.kernels.provider;

/** Elementary functions and activations over arrays: what both providers implement. Arguments were checked by the facade. */
public interface FunctionKernels {}
