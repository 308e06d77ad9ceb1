package dev.lanewise.runtime;

import dev.lanewise.kernels.Workspace;

/**
 * One thread's share of a pass: the rows of the batch that it computes, the slices of the parameters that it updates,
 * and its scratch memory. Used by one thread at a time.
 */
public final class Worker {

    /** Shares start at multiples of this many rows, so that full tiles of the matrix products stay full. */
    private static final int ALIGNMENT = 8;

    private final Team team;
    private final int index;
    private final NoiseSource noise;
    private final Workspace workspace = new Workspace();
    private final Scratch scratch = new Scratch();
    private int from;
    private int rows;
    private int batch;
    private int epoch;
    private int step;
    private double latentWeight = 1;

    Worker(Team team, int index, NoiseSource noise) {
        this.team = team;
        this.index = index;
        this.noise = noise;
    }

    /** A worker without company, in whichever thread calls. */
    static Worker alone(NoiseSource noise) {
        return new Team(1, noise).leader();
    }

    /** Takes this worker's share of a batch of so many rows. */
    void take(int batchRows, int ofEpoch, int ofStep) {
        batch = batchRows;
        from = start(batchRows);
        rows = end(batchRows) - from;
        epoch = ofEpoch;
        step = ofStep;
    }

    /** Sets what the weight of the latent loss is multiplied by in the gradients. */
    void weighLatentLoss(double weight) {
        latentWeight = weight;
    }

    double latentWeight() {
        return latentWeight;
    }

    /** Where this worker's share of n things starts. */
    int start(int n) {
        return boundary(n, index);
    }

    /** Where this worker's share of n things ends. */
    int end(int n) {
        return boundary(n, index + 1);
    }

    private int boundary(int n, int share) {
        int even = (int) ((long) n * share / team.size());
        return share == team.size() ? n : even - even % ALIGNMENT;
    }

    /** The first row of a weight that this worker updates. */
    int start(Parameter weight) {
        return weight.startOfShare(index, team.size(), ALIGNMENT);
    }

    /** The row after the last that this worker updates. */
    int end(Parameter weight) {
        return weight.startOfShare(index + 1, team.size(), ALIGNMENT);
    }

    boolean leads() {
        return index == 0;
    }

    /**
     * The first row of the batch that is this worker's.
     *
     * @return the row, from 0
     */
    public int from() {
        return from;
    }

    /**
     * How many rows of the batch are this worker's.
     *
     * @return the number of rows, possibly 0
     */
    public int rows() {
        return rows;
    }

    /**
     * How many rows the batch has, over all workers.
     *
     * @return the batch size B
     */
    public int batch() {
        return batch;
    }

    /**
     * The epoch of the run.
     *
     * @return the epoch, from 1; 0 in validation and inference
     */
    public int epoch() {
        return epoch;
    }

    /**
     * The step of the epoch.
     *
     * @return the step, from 0
     */
    public int step() {
        return step;
    }

    /**
     * Where noise layers take their noise from.
     *
     * @return the source, shared by the workers
     */
    public NoiseSource noise() {
        return noise;
    }

    /**
     * Scratch memory for this worker's kernels.
     *
     * @return the workspace, this worker's own
     */
    public Workspace workspace() {
        return workspace;
    }

    /** Intermediate values of a user's own functions. */
    Scratch scratch() {
        return scratch;
    }

    /** Waits until every worker of the team has come to this point. */
    public void await() {
        team.await();
    }
}
