package dev.lanewise.layer;

/** The activation function f of a dense layer, f(x·W + b). Formulas and defaults are those of Keras 3. */
public enum Activation {
    /** f(x) = x. */
    LINEAR,
    /** f(x) = max(x, 0); f'(0) = 0. */
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
    /** f(x) = x·Φ(x) with Φ the normal distribution function, the exact form. */
    GELU,
    /** f(x) = x / (1 + exp(−x)). */
    SILU
}
