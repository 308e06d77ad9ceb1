package dev.lanewise.kernels;

/** The activation functions f of a dense layer y = f(x·W + b). */
public enum ActivationFunction {
    /** f(x) = x. */
    LINEAR,
    /** f(x) = max(x, 0), with f'(0) = 0 and f(−0) = +0. */
    RELU,
    /** f(x) = x for x ≥ 0, 0.2·x below. */
    LEAKY_RELU,
    /** f(x) = x for x > 0, exp(x) − 1 below. */
    ELU,
    /** f(x) = 1.05070098·x for x > 0, 1.05070098·1.67326324·(exp(x) − 1) below. */
    SELU,
    /** f(x) = 1 / (1 + exp(−x)). */
    SIGMOID,
    /** f(x) = tanh(x). */
    TANH,
    /** f(x) = log(1 + exp(x)). */
    SOFTPLUS,
    /** f(x) = x·Φ(x), the exact form with erfc. */
    GELU,
    /** f(x) = x·sigmoid(x). */
    SILU;
}
