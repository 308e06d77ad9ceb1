package dev.lanewise.training;

import java.nio.file.Path;

/**
 * Where and how often a run leaves its state, so that it can be resumed.
 *
 * @param file the file, replaced whole each time
 * @param everySteps how many steps apart, besides the end of each epoch; 0 for the end of each epoch only
 */
public record Checkpointing(Path file, int everySteps) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the number of steps is negative
     */
    public Checkpointing {
        if (everySteps < 0) {
            throw new IllegalArgumentException("everySteps must be at least 0, was " + everySteps);
        }
    }
}
