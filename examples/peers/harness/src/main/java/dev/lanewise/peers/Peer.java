package dev.lanewise.peers;

import java.util.List;

/** A library that trains and runs the examples; found by {@link java.util.ServiceLoader}, one on each class path. */
public interface Peer {

    /**
     * The library and its version.
     *
     * @return one line
     */
    String version();

    /**
     * Whether the library has what an example needs.
     *
     * @param example the example
     * @return false for a cell that stays empty
     */
    boolean has(Example example);

    /**
     * Trains a model from fresh weights with Adam.
     *
     * @param task what to train, on what, and how long
     * @return what each epoch took and came to, in order
     */
    List<Epoch> train(Task task);

    /**
     * Makes ready to reconstruct images with the dropout denoiser, weights as they come.
     *
     * @param batch images per call
     * @param threads how many threads a call may use
     * @return the model
     */
    Reconstructor reconstructor(int batch, int threads);
}
