package dev.lanewise.examples.charts;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Functions over one axis: each its own colour and its own dashes. Both axes start at 0. */
public final class FunctionChart {
    private final XYChart chart;
    private final double top;

    /**
     * Draws functions.
     *
     * @param title above the chart
     * @param x the horizontal axis, with its unit if it has one
     * @param y the vertical axis, with its unit if it has one
     * @param right where the horizontal axis ends
     * @param top where the vertical axis ends; what is above is cut off
     * @param lines the functions, each of many points
     */
    public FunctionChart(String title, String x, String y, double right, double top, List<Line> lines) {
        this.top = top;
        chart = ChartStyle.lines(title, x, y);
        chart.getStyler().setLegendPosition(LegendPosition.InsideN);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax(right);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax(top);
        ChartStyle.decimals(chart);
        for (int i = 0; i < lines.size(); i++) {
            draw(lines.get(i), i);
        }
    }

    private void draw(Line line, int index) {
        List<Point> points = new ArrayList<>(line.points());
        // Where points are evenly spaced, XChart labels every so many of them, however odd the numbers. So one is left
        // out, and it labels round numbers.
        points.remove(points.size() - 2);
        XYSeries series = chart.addSeries(
                line.name(),
                points.stream().map(Point::x).toList(),
                // XChart leaves a gap where there is no number.
                points.stream()
                        .map(point -> point.y() >= 0 && point.y() <= top ? point.y() : Double.NaN)
                        .toList());
        ChartStyle.plain(series, index);
    }

    /**
     * Marks a value of the horizontal axis with a thin vertical line.
     *
     * @param name its name in the legend
     * @param x the value
     * @return this chart
     */
    public FunctionChart marking(String name, double x) {
        ChartStyle.mark(chart, name, x, top);
        return this;
    }

    /**
     * Moves the legend from the middle of the upper edge to the upper left corner.
     *
     * @return this chart
     */
    public FunctionChart legendAtLeft() {
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
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
