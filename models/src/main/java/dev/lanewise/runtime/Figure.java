package dev.lanewise.runtime;

import dev.lanewise.kernels.Reductions;
import dev.lanewise.layer.Per;

/**
 * A term of the cost, such as the reconstruction loss or a penalty. Workers leave partial values: one per row, or one for the
 * whole batch. They are added in ascending order in double, whoever computed them.
 */
public final class Figure {

    private final String name;
    private final String layer;
    private final double weight;
    private final Per per;
    private final boolean perRow;
    private final boolean partOfCost;
    private final double[] partials;
    private double sum;

    Figure(String name, String layer, double weight, Per per, boolean perRow, boolean partOfCost, int capacity) {
        this.name = name;
        this.layer = layer;
        this.weight = weight;
        this.per = per;
        this.perRow = perRow;
        this.partOfCost = partOfCost;
        this.partials = new double[perRow ? capacity : 1];
    }

    /**
     * The term's name in histories and reports.
     *
     * @return the name, such as {@code mse}
     */
    public String name() {
        return name;
    }

    /**
     * The partial values of a batch, not yet weighted or divided.
     *
     * @return the array that workers write to: each at its own rows, or the leader at 0
     */
    public double[] partials() {
        return partials;
    }

    /** The layer that a penalty belongs to, for messages. */
    String layer() {
        return layer;
    }

    boolean partOfCost() {
        return partOfCost;
    }

    /** Forgets the epoch so far. */
    void clear() {
        sum = 0;
    }

    /** The epoch so far. */
    double sum() {
        return sum;
    }

    /** Goes on from an epoch so far. */
    void resume(double sumSoFar) {
        sum = sumSoFar;
    }

    /**
     * Adds a batch to the epoch, in which it counts by its rows.
     *
     * @return the batch's value
     */
    double collect(int rows) {
        double value = weight * Reductions.sum(partials, 0, count(rows)) / (per == Per.SAMPLE ? rows : 1);
        sum += value * rows;
        return value;
    }

    /** Whether the partial values of a batch are all finite. */
    boolean finite(int rows) {
        for (int i = 0, count = count(rows); i < count; i++) {
            if (!Double.isFinite(partials[i])) {
                return false;
            }
        }
        return true;
    }

    private int count(int rows) {
        return perRow ? rows : 1;
    }

    /** The mean over the rows collected since {@link #clear}. */
    double mean(int rows) {
        return sum / rows;
    }
}
