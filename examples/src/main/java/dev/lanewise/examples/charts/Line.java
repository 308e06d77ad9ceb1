package dev.lanewise.examples.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * A function in a chart.
 *
 * @param name its name in the legend
 * @param points where it goes through, from the left
 */
public record Line(String name, List<Point> points) {
    /** Copies the points. */
    public Line {
        points = List.copyOf(points);
    }

    /**
     * A line through points given by their coordinates.
     *
     * @param name its name in the legend
     * @param xs where each point is across
     * @param ys where each is up; as many
     * @return the line
     */
    public static Line of(String name, double[] xs, double[] ys) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            points.add(new Point(xs[i], ys[i]));
        }
        return new Line(name, points);
    }
}
