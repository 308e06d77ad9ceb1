package dev.lanewise.examples.cli;

import dev.lanewise.examples.tables.Csv;
import dev.lanewise.training.History;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run as CSV: one line an epoch, with the columns {@code epoch}, each figure by its name, {@code seconds} and
 * {@code images_per_second}. Figures are written with all their digits, so that equal runs have equal figures.
 */
final class HistoryCsv {
    private HistoryCsv() {}

    static void write(History history, OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(List.of("epoch"));
        header.addAll(history.epochs().getFirst().figures().keySet());
        header.addAll(List.of("seconds", "images_per_second"));
        Csv csv = new Csv(out).row(header);
        for (History.Epoch epoch : history.epochs()) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(epoch.epoch())));
            epoch.figures().values().forEach(figure -> cells.add(Double.toString(figure)));
            cells.add(String.format(Locale.ROOT, "%.3f", epoch.seconds()));
            cells.add(String.format(Locale.ROOT, "%.0f", epoch.imagesPerSecond()));
            csv.row(cells);
        }
    }
}
