package dev.lanewise.peers.tables;

import dev.lanewise.peers.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Whole training: images per second in a warm epoch, and the loss that as many epochs have come to. */
final class TrainingTable implements Table {

    private static final String MEASURE = "dev.lanewise.peers.Measure";
    private static final String SPEED = "images/s";
    private static final String LOSS = "loss";
    private static final int[] THREADS = {1, 2};

    private static final Library LANEWISE = new Library("Lanewise", "harness");
    private static final List<Library> LIBRARIES = List.of(
            LANEWISE,
            new Library("TensorFlow Java", "tensorflow"),
            new Library("DJL with PyTorch", "djl"),
            new Library("Deeplearning4j", "deeplearning4j", Map.of("OPENBLAS_CORETYPE", "SKYLAKEX"), List.of()));

    @Override
    public void measure(Plan plan, int round, Results results) {
        String epochs = plan.quick() ? "2" : "4";
        for (Example example : Example.values()) {
            if (!plan.includes(example.label())) {
                continue;
            }
            for (int threads : plan.threads()) {
                for (Library library : plan.chosen(LIBRARIES)) {
                    List<String> arguments = List.of(
                            "training", plan.data().toString(), example.label(), String.valueOf(threads), epochs);
                    results.add(
                            round,
                            library.name(),
                            test(example, threads),
                            plan.jvm().run(library, threads, MEASURE, arguments));
                }
            }
        }
    }

    private static String test(Example example, int threads) {
        return example.label() + " " + threads;
    }

    @Override
    public void write(Results results, Markdown page) {
        List<String> header = new ArrayList<>(List.of(""));
        for (Library library : LIBRARIES) {
            header.add(library.name() + ", 1T");
            header.add("2T");
        }
        page.paragraph("Images per second in a warm epoch of 55,000 images, shuffling included:");
        page.table(header, rows(results, SPEED, "%,.0f"));
        page.paragraph("Training loss, penalties included, of the last epoch measured:");
        page.table(header, rows(results, LOSS, "%.4f"));
        page.paragraph("Lanewise's images per second over those of the fastest peer, ratios taken round by round:");
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        List<List<String>> ratios = new ArrayList<>();
        for (Example example : Example.values()) {
            OptionalDouble single = ratio(results, example, 1, 1);
            OptionalDouble both = ratio(results, example, 2, 2);
            single.ifPresent(one::add);
            both.ifPresent(two::add);
            ratios.add(List.of(example.label(), Markdown.cell("%.2f ×", single), Markdown.cell("%.2f ×", both)));
        }
        ratios.add(List.of("geometric mean (worst)", Markdown.meanAndWorst(one), Markdown.meanAndWorst(two)));
        page.table(List.of("", "1 thread each", "2 threads, peers with 1 or 2"), ratios);
    }

    private static List<List<String>> rows(Results results, String figure, String format) {
        List<List<String>> rows = new ArrayList<>();
        for (Example example : Example.values()) {
            List<String> row = new ArrayList<>(List.of(example.label()));
            for (Library library : LIBRARIES) {
                for (int threads : THREADS) {
                    row.add(Markdown.cell(format, results.median(library.name(), test(example, threads), figure)));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /** Over the fastest peer, each with its best number of threads. */
    private static OptionalDouble ratio(Results results, Example example, int threads, int mostPeerThreads) {
        OptionalDouble least = OptionalDouble.empty();
        for (Library peer : LIBRARIES.subList(1, LIBRARIES.size())) {
            for (int peerThreads = 1; peerThreads <= mostPeerThreads; peerThreads++) {
                OptionalDouble ratio = results.ratio(
                        SPEED, LANEWISE.name(), test(example, threads), peer.name(), test(example, peerThreads));
                if (ratio.isPresent() && ratio.getAsDouble() < least.orElse(Double.MAX_VALUE)) {
                    least = ratio;
                }
            }
        }
        return least;
    }
}
