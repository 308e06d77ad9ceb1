package dev.lanewise.examples.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How all charts look: one size, one font, colours that can be told apart also by those who see few of them. */
final class ChartStyle {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 750;

    /** Blue, vermilion, green, purple, orange, black: the palette of Okabe and Ito, darkest first. */
    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x000000),
    };

    /** Ten colours for classes, from Tableau's palette; those that are alike have different shapes. */
    private static final Color[] CLASS_COLOURS = {
        new Color(0x1F77B4),
        new Color(0xFF7F0E),
        new Color(0x2CA02C),
        new Color(0xD62728),
        new Color(0x9467BD),
        new Color(0x8C564B),
        new Color(0xE377C2),
        new Color(0x505050),
        new Color(0xBCBD22),
        new Color(0x17BECF),
    };

    private static final Marker[] SHAPES = {
        SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP
    };

    private static final Color INK = new Color(0x20, 0x20, 0x20);
    private static final Color GRID = new Color(0xE0, 0xE0, 0xE0);

    private static final BasicStroke SOLID = new BasicStroke(3);
    private static final BasicStroke DASHED =
            new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {12, 7}, 0);

    /** For functions: none but the first is solid, so that they differ also without colours. */
    private static final float[][] DASHES = {{}, {14, 7}, {3, 6}, {14, 6, 3, 6}, {24, 8}};

    private ChartStyle() {}

    /** An empty chart of two labelled axes. */
    static XYChart lines(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        XYStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setSeriesColors(COLOURS);
        style.setChartBackgroundColor(Color.WHITE);
        style.setChartFontColor(INK);
        style.setChartPadding(20);
        style.setChartTitleFont(font(28));
        style.setChartTitleBoxVisible(false);
        style.setChartTitlePadding(18);
        style.setYAxisTickMarkSpacingHint(80);
        style.setAxisTitleFont(font(24));
        style.setAxisTickLabelsFont(font(20));
        style.setAxisTickLabelsColor(INK);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderColor(INK);
        style.setPlotGridLinesColor(GRID);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setPlotContentSize(0.95);
        style.setLegendPosition(LegendPosition.InsideNE);
        style.setLegendFont(font(22));
        style.setLegendBorderColor(GRID);
        style.setLegendPadding(12);
        style.setMarkerSize(10);
        style.setAntiAlias(true);
        return chart;
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    static void solid(XYSeries series) {
        series.setMarker(SeriesMarkers.CIRCLE).setLineStyle(SOLID);
    }

    static void dashed(XYSeries series) {
        series.setMarker(SeriesMarkers.DIAMOND).setLineStyle(DASHED);
    }

    /** A line without markers, its colour and dashes those of its number. */
    static void plain(XYSeries series, int index) {
        float[] dashes = DASHES[index % DASHES.length];
        // Without this, XChart strokes each segment by itself, and dashes begin anew at each point.
        series.setSmooth(true);
        series.setMarker(SeriesMarkers.NONE)
                .setLineStyle(
                        dashes.length == 0
                                ? SOLID
                                : new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
    }

    /** Labels a horizontal axis of small numbers, not too often. */
    static void decimals(XYChart chart) {
        chart.getStyler().setXAxisDecimalPattern("0.0#");
        chart.getStyler().setXAxisTickMarkSpacingHint(110);
    }

    /** A thin dotted line that stands on the horizontal axis. */
    static void mark(XYChart chart, String name, double x, double top) {
        XYSeries series = chart.addSeries(name, new double[] {x, x}, new double[] {0, top});
        series.setMarker(SeriesMarkers.NONE)
                .setLineColor(INK)
                .setLineStyle(
                        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {4, 6}, 0));
    }

    /** An empty map: an axis across, an axis up, the legend beside. */
    static XYChart map(String title, String x, String y) {
        XYChart chart = lines(title, x, y);
        chart.getStyler().setSeriesColors(CLASS_COLOURS);
        chart.getStyler().setMarkerSize(7);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setLegendBorderColor(Color.WHITE);
        return chart;
    }

    /** Dots, their colour and shape those of their number. */
    static void dots(XYSeries series, int index) {
        series.setMarker(SHAPES[index % SHAPES.length]);
    }

    /** The filling of bars. */
    static Color pale() {
        return new Color(0x9CC8E3);
    }

    static void writePng(XYChart chart, OutputStream out) throws IOException {
        ImageIO.setUseCache(false);
        if (!ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", out)) {
            throw new IOException("this Java has no writer for PNG files");
        }
    }
}
