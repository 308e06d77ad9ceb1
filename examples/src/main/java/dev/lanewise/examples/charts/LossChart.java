package dev.lanewise.examples.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/**
 * How the loss fell from epoch to epoch, in training and in validation. The first curve is drawn solid, the others
 * dashed.
 */
public final class LossChart {
    private final XYChart chart;

    /**
     * Draws the curves, which are as long as the run.
     *
     * @param title above the chart
     * @param loss what is drawn, for the vertical axis
     * @param curves the lines; at least one, each of at least one value
     * @throws IllegalArgumentException if there is no curve, or one has no value
     */
    public LossChart(String title, String loss, List<Curve> curves) {
        if (curves.isEmpty() || curves.stream().anyMatch(curve -> curve.values().isEmpty())) {
            throw new IllegalArgumentException("curves: expected at least one, each with a value");
        }
        chart = ChartStyle.lines(title, "Epoch", loss);
        int longest =
                curves.stream().mapToInt(curve -> curve.values().size()).max().orElse(1);
        chart.getStyler().setYAxisDecimalPattern("0.000##");
        chart.getStyler().setXAxisDecimalPattern("0");
        chart.getStyler().setXAxisMaxLabelCount(Math.min(longest, 13));
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            XYSeries series =
                    chart.addSeries(curve.name(), epochs(curve.values().size()), curve.values());
            if (i == 0) {
                ChartStyle.solid(series);
            } else {
                ChartStyle.dashed(series);
            }
        }
    }

    /**
     * Draws a chart for nobody, so that the code that draws is loaded when there is one for somebody.
     *
     * @return how many bytes its file would have
     * @throws IOException if it cannot be drawn
     */
    public static int rehearse() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new LossChart("rehearsal", "loss", List.of(new Curve("training", List.of(1.0, 0.5)))).writePng(file);
        return file.size();
    }

    private static List<Integer> epochs(int count) {
        return Stream.iterate(1, epoch -> epoch + 1).limit(count).toList();
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
