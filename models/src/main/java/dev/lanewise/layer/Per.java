package dev.lanewise.layer;

/** What a penalty that is summed over a batch is divided by. */
public enum Per {
    /** By the number of rows of the batch, as Keras does for every activity regularizer. */
    SAMPLE,
    /** By nothing. */
    BATCH
}
