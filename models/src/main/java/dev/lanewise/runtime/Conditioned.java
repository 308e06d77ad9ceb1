package dev.lanewise.runtime;

/** Which part of a model takes its condition. */
public enum Conditioned {
    /** The encoder alone. */
    ENCODER,
    /** The decoder alone. */
    DECODER,
    /** Both. */
    BOTH
}
