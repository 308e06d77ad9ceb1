package dev.lanewise.examples.charts;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** A map of points of several kinds: each kind its own colour and shape, named in the legend beside the map. */
public final class MapChart {
    private final XYChart chart;

    /**
     * Draws a map.
     *
     * @param title above the map
     * @param x the horizontal axis, with its unit if it has one
     * @param y the vertical axis, with its unit if it has one
     * @param clouds the points; at least one cloud
     * @throws IllegalArgumentException if there is no cloud, or one has no point
     */
    public MapChart(String title, String x, String y, List<Cloud> clouds) {
        if (clouds.isEmpty() || clouds.stream().anyMatch(cloud -> cloud.points().isEmpty())) {
            throw new IllegalArgumentException("clouds: expected at least one, each with a point");
        }
        chart = ChartStyle.map(title, x, y);
        for (int i = 0; i < clouds.size(); i++) {
            List<Point> points = clouds.get(i).points();
            XYSeries series = chart.addSeries(
                    clouds.get(i).name(),
                    points.stream().map(Point::x).toList(),
                    points.stream().map(Point::y).toList());
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            ChartStyle.dots(series, i);
        }
    }

    /**
     * Writes the map as a PNG. Needs a font on the machine, as Java's drawing of text does.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    public void writePng(OutputStream out) throws IOException {
        ChartStyle.writePng(chart, out);
    }
}
