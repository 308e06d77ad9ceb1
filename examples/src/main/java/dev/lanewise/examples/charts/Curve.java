package dev.lanewise.examples.charts;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param name its name in the legend
 * @param values one value an epoch
 */
public record Curve(String name, List<Double> values) {
    /** Copies the values. */
    public Curve {
        values = List.copyOf(values);
    }
}
