package dev.lanewise.proof.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The interpreter's gradients against central differences of its cost, (c(θ + hd) − c(θ − hd)) / 2h: for each parameter along
 * one random direction d with elements in [−1, 1), so that every element counts.
 */
public final class FiniteDifferences {

    /** The best one counts: long ones meet kinks and curvature, short ones rounding. */
    private static final double[] STEPS = {1e-4, 1e-5, 1e-6, 1e-7};

    private final ModelComparison comparison;
    private final double[][] input;
    private final double[][] condition;
    private final Map<String, double[][]> noise;

    private FiniteDifferences(ModelComparison comparison) {
        this.comparison = comparison;
        Batch batch = comparison.batch();
        this.input = batch.input();
        this.condition = batch.conditions();
        this.noise = comparison.noise();
    }

    /**
     * Differentiates a model by each of its parameters.
     *
     * @param comparison of the model
     * @return for each parameter the slope along its direction, and how far off that is, over the gradient's length
     */
    public static List<Difference> of(ModelComparison comparison) {
        FiniteDifferences differences = new FiniteDifferences(comparison);
        Random random = new Random(1);
        List<Difference> found = new ArrayList<>();
        comparison
                .interpreter()
                .step(differences.input, differences.condition, comparison.parameters(), differences.noise)
                .gradients()
                .forEach((name, gradient) -> found.add(differences.along(
                        name,
                        gradient,
                        Matrices.each(gradient.length, gradient[0].length, (i, j) -> random.nextDouble(-1, 1)))));
        return found;
    }

    private Difference along(String name, double[][] gradient, double[][] direction) {
        double slope = product(gradient, direction);
        double length = Math.sqrt(product(gradient, gradient));
        double best = Double.NaN;
        for (double step : STEPS) {
            double numeric = (cost(name, direction, step) - cost(name, direction, -step)) / (2 * step);
            if (!(Math.abs(best - slope) <= Math.abs(numeric - slope))) {
                best = numeric;
            }
        }
        double difference = Math.abs(best - slope);
        return new Difference(name, length == 0 ? difference : difference / length, 0, 0, best, slope);
    }

    private double cost(String name, double[][] direction, double step) {
        Map<String, double[][]> moved = new HashMap<>(comparison.parameters());
        moved.computeIfPresent(
                name,
                (same, at) -> Matrices.each(at.length, at[0].length, (i, j) -> at[i][j] + step * direction[i][j]));
        return comparison.interpreter().cost(input, condition, moved, noise);
    }

    private static double product(double[][] a, double[][] b) {
        return Matrices.sum(Matrices.each(a.length, a[0].length, (i, j) -> a[i][j] * b[i][j]));
    }
}
