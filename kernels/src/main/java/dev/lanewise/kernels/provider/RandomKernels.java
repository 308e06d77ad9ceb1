package dev.lanewise.kernels.provider;

/** Random numbers and the noise made of them: what both providers implement. Arguments were checked by the facade. */
public interface RandomKernels {}
