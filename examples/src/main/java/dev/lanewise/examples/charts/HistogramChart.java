package dev.lanewise.examples.charts;

import java.awt.BasicStroke;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How many things have which value, in bins of equal width from 0. */
public final class HistogramChart {
    private final XYChart chart;
    private final int highest;

    /**
     * Draws a histogram.
     *
     * @param title above the chart
     * @param x the values' axis, with its unit if it has one
     * @param y what is counted
     * @param width the width of a bin
     * @param counts how many there are in each bin; at least one bin
     */
    public HistogramChart(String title, String x, String y, double width, int[] counts) {
        highest = Arrays.stream(counts).max().orElse(1);
        chart = ChartStyle.lines(title, x, y);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax(width * counts.length);
        chart.getStyler().setYAxisMin(0.0);
        ChartStyle.decimals(chart);
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            // Down to the axis between two bins, so that each is a bar of its own.
            for (Point corner : List.of(
                    new Point(bin, 0),
                    new Point(bin, counts[bin]),
                    new Point(bin + 1, counts[bin]),
                    new Point(bin + 1, 0))) {
                xs.add(corner.x() * width);
                ys.add(corner.y());
            }
        }
        XYSeries series = chart.addSeries(y, xs, ys);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(1));
        series.setFillColor(ChartStyle.pale());
    }

    /**
     * Marks a value with a thin vertical line.
     *
     * @param name its name in the legend
     * @param x the value
     * @return this chart
     */
    public HistogramChart marking(String name, double x) {
        ChartStyle.mark(chart, name, x, highest);
        return this;
    }

    /**
     * Writes the chart as a PNG. Needs a font on the machine, as Java's drawing of text does.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written
     */
    public void writePng(OutputStream out) throws IOException {
        ChartStyle.writePng(chart, out);
    }
}
