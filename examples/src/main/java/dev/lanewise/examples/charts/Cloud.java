package dev.lanewise.examples.charts;

import java.util.List;

/**
 * Points of one kind in a map.
 *
 * @param name its name in the legend
 * @param points where they are; at least one
 */
public record Cloud(String name, List<Point> points) {
    /** Copies the points. */
    public Cloud {
        points = List.copyOf(points);
    }
}
