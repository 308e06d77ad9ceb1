package dev.lanewise.training;

/**
 * Told how a run is getting on, on the thread that called {@code fit}, between steps: the run waits until the listener
 * returns. A listener that throws ends the run with that exception.
 */
public interface TrainingListener {

    /**
     * A step has ended.
     *
     * @param progress where the run stands; valid during the call only
     */
    default void stepEnded(TrainingProgress progress) {}

    /**
     * An epoch and its validation have ended.
     *
     * @param progress where the run stands; valid during the call only
     * @param epoch the epoch's figures
     */
    default void epochEnded(TrainingProgress progress, History.Epoch epoch) {}
}
