package dev.lanewise;

/**
 * A value in a declared model: what a layer takes and what it returns. It exists in declarations only; at run time
 * values are rows of a {@link Matrix}.
 */
public final class Tensor {
    private Tensor() {}
}
