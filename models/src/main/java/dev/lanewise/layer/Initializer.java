package dev.lanewise.layer;

/** How the weight W, [in, out], of a layer is drawn at first. Biases start at 0. */
public enum Initializer {
    /** Uniform in ±√(6 / (in + out)). */
    GLOROT_UNIFORM,
    /** Normal with standard deviation √(2 / (in + out)), truncated at two standard deviations. */
    GLOROT_NORMAL,
    /** Uniform in ±√(6 / in). */
    HE_UNIFORM,
    /** Normal with standard deviation √(2 / in), truncated at two standard deviations. */
    HE_NORMAL
}
