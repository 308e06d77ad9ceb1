package dev.lanewise.examples.cli;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.data.FashionMnist;
import dev.lanewise.examples.charts.Cloud;
import dev.lanewise.examples.charts.MapChart;
import dev.lanewise.examples.charts.Point;
import dev.lanewise.examples.findings.Findings.Attachment;
import dev.lanewise.examples.measures.PrincipalComponents;
import dev.lanewise.examples.tables.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The map of codings: their first two principal components, coloured by class. */
final class CodingsFigure {
    private CodingsFigure() {}

    static List<Attachment> files(ModelEntry<?> entry, Matrix codings, DataSet data) {
        PrincipalComponents components = PrincipalComponents.of(codings, 2);
        List<Point> points = new ArrayList<>();
        for (int row = 0; row < codings.rows(); row++) {
            double[] at = components.project(codings.row(row));
            points.add(new Point(at[0], at[1]));
        }
        String name = "codings-" + entry.name();
        return List.of(
                new Attachment(name + ".csv", false, out -> table(points, data, out)),
                new Attachment(
                        name + ".png",
                        true,
                        out -> new MapChart(
                                        entry.title() + ": codings of the validation images",
                                        axis("First", components, 0),
                                        axis("Second", components, 1),
                                        clouds(points, data))
                                .writePng(out)));
    }

    private static String axis(String which, PrincipalComponents components, int axis) {
        return String.format(
                Locale.ROOT, "%s principal component (%.0f %% of the variance)", which, 100 * components.share(axis));
    }

    private static List<Cloud> clouds(List<Point> points, DataSet data) {
        if (!data.hasLabels()) {
            return List.of(new Cloud("Images", points));
        }
        Map<Integer, List<Point>> byLabel = new TreeMap<>();
        for (int row = 0; row < points.size(); row++) {
            byLabel.computeIfAbsent(data.label(row), label -> new ArrayList<>()).add(points.get(row));
        }
        List<Cloud> clouds = new ArrayList<>();
        byLabel.forEach((label, members) -> clouds.add(new Cloud(className(label), members)));
        return clouds;
    }

    private static String className(int label) {
        return label < FashionMnist.CLASS_NAMES.size() ? FashionMnist.CLASS_NAMES.get(label) : "Class " + label;
    }

    private static void table(List<Point> points, DataSet data, OutputStream out) throws IOException {
        boolean labelled = data.hasLabels();
        Csv csv = new Csv(out).row(labelled ? List.of("first", "second", "label") : List.of("first", "second"));
        for (int row = 0; row < points.size(); row++) {
            List<String> cells = new ArrayList<>(List.of(
                    Double.toString(points.get(row).x()),
                    Double.toString(points.get(row).y())));
            if (labelled) {
                cells.add(Integer.toString(data.label(row)));
            }
            csv.row(cells);
        }
    }
}
