package dev.lanewise.training;

import dev.lanewise.AutoencoderModel;

/** Where a run stands, as its listeners see it. */
public interface TrainingProgress {

    /**
     * The epoch under way.
     *
     * @return the epoch, from 1
     */
    int epoch();

    /**
     * How many epochs the run was asked for.
     *
     * @return the number of epochs
     */
    int epochs();

    /**
     * The steps of this epoch that have ended.
     *
     * @return the number of steps, from 1
     */
    int step();

    /**
     * The steps of an epoch.
     *
     * @return the number of steps, the last of which may be on a smaller batch
     */
    int steps();

    /**
     * The cost on the last batch, penalties included.
     *
     * @return the mean over the batch
     */
    double loss();

    /**
     * The rows that this epoch has trained on so far.
     *
     * @return the number of rows
     */
    int rows();

    /**
     * The model as it stands, in a copy that the run will not touch.
     *
     * @return a model to evaluate, save or keep
     */
    AutoencoderModel snapshot();

    /** Asks the run to end after this step, or after this epoch's validation; {@code fit} returns normally. */
    void stop();
}
