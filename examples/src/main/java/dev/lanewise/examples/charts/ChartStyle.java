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

    private static final Color INK = new Color(0x20, 0x20, 0x20);
    private static final Color GRID = new Color(0xE0, 0xE0, 0xE0);

    private static final BasicStroke SOLID = new BasicStroke(3);
    private static final BasicStroke DASHED =
            new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {12, 7}, 0);

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

    static void writePng(XYChart chart, OutputStream out) throws IOException {
        ImageIO.setUseCache(false);
        if (!ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", out)) {
            throw new IOException("this Java has no writer for PNG files");
        }
    }
}
