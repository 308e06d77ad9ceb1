package dev.lanewise.peers;

/** A model that reconstructs a fixed number of images per call, from an array of the caller into an array of the caller. */
public interface Reconstructor extends AutoCloseable {

    /**
     * Encodes and decodes images.
     *
     * @param images batch × 784
     * @param reconstructions batch × 784, overwritten
     */
    void reconstruct(float[] images, float[] reconstructions);

    /** Gives native memory back. */
    @Override
    default void close() {}
}
