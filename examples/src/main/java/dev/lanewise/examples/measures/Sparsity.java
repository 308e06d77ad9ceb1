package dev.lanewise.examples.measures;

import dev.lanewise.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * How active the units of a sparse model are.
 *
 * @param target the activation that the model's penalty pulls units to
 * @param activations the mean activation of each unit over the data
 */
public record Sparsity(double target, List<Double> activations) {
    /** How far from the target an activation may be to count as near. */
    public static final double NEAR = 0.03;

    /** Copies the activations. */
    public Sparsity {
        activations = List.copyOf(activations);
    }

    /**
     * Measures codings.
     *
     * @param target the activation that the model's penalty pulls units to
     * @param codings one row an image, one column a unit
     * @return how active each unit is
     */
    public static Sparsity of(double target, Matrix codings) {
        return new Sparsity(
                target, Arrays.stream(Columns.means(codings)).boxed().toList());
    }

    /**
     * The mean over the units of their mean activation.
     *
     * @return the mean
     */
    public double mean() {
        return activations.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /**
     * The share of the units whose mean activation is at most {@value #NEAR} away from the target.
     *
     * @return a share from 0 to 1
     */
    public double shareNear() {
        // The tiny rest lets 0.13 be near 0.1, whose difference is not 0.03 in binary.
        long near = activations.stream()
                .filter(activation -> Math.abs(activation - target) <= NEAR + 1e-12)
                .count();
        return (double) near / activations.size();
    }

    /**
     * How many units are how active: bin {@code i} counts the mean activations from i / bins up to, and without,
     * (i + 1) / bins; the last bin also has 1 and what is above, the first what is below 0.
     *
     * @param bins how many there are between 0 and 1
     * @return the number of units in each
     */
    public int[] histogram(int bins) {
        int[] counts = new int[bins];
        for (double activation : activations) {
            counts[Math.clamp((long) Math.floor(activation * bins), 0, bins - 1)]++;
        }
        return counts;
    }
}
