package dev.lanewise.peers.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reconstruction by the dropout denoiser: the latency of one image, and images per second in batches. */
final class InferenceTable implements Table {

    private static final String MEASURE = "dev.lanewise.peers.Measure";

    private static final List<Library> LIBRARIES = List.of(
            new Library("Lanewise", "harness"),
            new Library("TensorFlow Java", "tensorflow"),
            new Library("DJL with PyTorch", "djl"),
            new Library("Deeplearning4j", "deeplearning4j"));

    private static final List<Column> COLUMNS = List.of(
            new Column("one image, p50 µs, 1T", "p50 µs", 1, true),
            new Column("p99 µs, 1T", "p99 µs", 1, true),
            new Column("32 images, images/s, 1T", "images/s at 32", 1, false),
            new Column("2T", "images/s at 32", 2, false),
            new Column("1024 images, images/s, 1T", "images/s at 1024", 1, false),
            new Column("2T", "images/s at 1024", 2, false));

    @Override
    public void measure(Plan plan, int round, Results results) {
        String seconds = plan.quick() ? "0.5" : "3";
        for (int threads : plan.threads()) {
            for (Library library : plan.chosen(LIBRARIES)) {
                results.add(
                        round,
                        library.name(),
                        String.valueOf(threads),
                        plan.jvm()
                                .run(
                                        library,
                                        threads,
                                        MEASURE,
                                        List.of("inference", String.valueOf(threads), seconds)));
            }
        }
    }

    @Override
    public void write(Results results, Markdown page) {
        List<String> header = new ArrayList<>(List.of(""));
        COLUMNS.forEach(column -> header.add(column.title));
        List<List<String>> rows = new ArrayList<>();
        for (Library library : LIBRARIES) {
            List<String> row = new ArrayList<>(List.of(library.name()));
            for (Column column : COLUMNS) {
                String format = column.lessIsBetter ? "%.1f" : "%,.0f";
                row.add(Markdown.cell(format, column.median(results, library)));
            }
            rows.add(row);
        }
        List<String> ratios = new ArrayList<>(List.of("Lanewise over the fastest peer"));
        COLUMNS.forEach(column -> ratios.add(Markdown.cell("%.2f ×", column.ratio(results))));
        rows.add(ratios);
        page.table(header, rows);
    }

    /**
     * One column of the table.
     *
     * @param lessIsBetter whether the figure is a time, and not a speed
     */
    private record Column(String title, String figure, int threads, boolean lessIsBetter) {

        OptionalDouble median(Results results, Library library) {
            return results.median(library.name(), String.valueOf(threads), figure);
        }

        /** How many times faster Lanewise is than the fastest peer with as many threads or fewer. */
        OptionalDouble ratio(Results results) {
            String ours = LIBRARIES.getFirst().name();
            OptionalDouble least = OptionalDouble.empty();
            for (Library peer : LIBRARIES.subList(1, LIBRARIES.size())) {
                for (int t = 1; t <= threads; t++) {
                    OptionalDouble speed = lessIsBetter
                            ? results.ratio(figure, peer.name(), String.valueOf(t), ours, String.valueOf(threads))
                            : results.ratio(figure, ours, String.valueOf(threads), peer.name(), String.valueOf(t));
                    if (speed.isPresent() && speed.getAsDouble() < least.orElse(Double.MAX_VALUE)) {
                        least = speed;
                    }
                }
            }
            return least;
        }
    }
}
