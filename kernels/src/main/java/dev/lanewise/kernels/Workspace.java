package dev.lanewise.kernels;

/**
 * Scratch memory that kernels grow on demand and use again, so that a call allocates nothing once it has been made
 * before.
 *
 * <p>A workspace holds nothing between calls. It is not thread-safe: each thread has its own.
 */
public final class Workspace {

    private float[] floats = new float[0];

    /** Creates an empty workspace. */
    public Workspace() {}

    /**
     * An array of at least {@code length} elements, its contents undefined; the same array in every call until a longer
     * one is asked for.
     *
     * @param length how many elements are needed, at least 0
     * @return the array, owned by this workspace and valid until the next call
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public float[] floats(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("length: expected at least 0, found " + length);
        }
        if (floats.length < length) {
            floats = new float[length];
        }
        return floats;
    }
}
