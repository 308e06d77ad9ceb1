package dev.lanewise.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * One epoch of a run.
 *
 * @param seconds how long it took, shuffling included
 * @param loss the training loss with its penalties, the mean over the epoch's steps
 */
public record Epoch(double seconds, double loss) {

    /**
     * Runs and times epochs.
     *
     * @param epochs how many
     * @param epoch shuffles, trains on all images once, and answers the mean loss
     * @return each epoch in order
     */
    public static List<Epoch> time(int epochs, DoubleSupplier epoch) {
        List<Epoch> times = new ArrayList<>();
        for (int i = 0; i < epochs; i++) {
            long start = System.nanoTime();
            double loss = epoch.getAsDouble();
            times.add(new Epoch((System.nanoTime() - start) * 1e-9, loss));
        }
        return times;
    }
}
