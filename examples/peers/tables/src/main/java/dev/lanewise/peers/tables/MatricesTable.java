package dev.lanewise.peers.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Matrix products of the examples' layers: GFLOP/s of one thread. */
final class MatricesTable implements Table {

    private static final String MEASURE = "dev.lanewise.peers.matrices.MeasureProducts";
    private static final String SPEED = "GFLOP/s";
    private static final String MEDIAN_SPEED = "median GFLOP/s";

    private static final List<Library> LIBRARIES = List.of(
            library("Lanewise", "lanewise", Map.of()),
            library("oneDNN matmul", "onednn", Map.of()),
            library("oneDNN sgemm", "onednn-sgemm", Map.of()),
            library("OpenBLAS told AVX-512", "openblas", Map.of("OPENBLAS_CORETYPE", "SKYLAKEX")),
            library("OpenBLAS", "openblas", Map.of()),
            library("MKL", "mkl", Map.of()),
            library("netlib VectorBLAS", "netlib", Map.of()),
            library("EJML", "ejml", Map.of()));

    private static Library library(String name, String argument, Map<String, String> environment) {
        return new Library(name, "matrices", environment, List.of(argument));
    }

    @Override
    public void measure(Plan plan, int round, Results results) {
        List<String> arguments = new ArrayList<>(List.of(plan.quick() ? "0.01" : "0.05"));
        arguments.addAll(plan.tests());
        for (Library library : plan.chosen(LIBRARIES)) {
            results.add(round, library.name(), "", plan.jvm().run(library, 1, MEASURE, arguments));
        }
    }

    @Override
    public void write(Results results, Markdown page) {
        Set<String> tests = results.tests();
        page.paragraph("How many times faster Lanewise is, geometric mean (worst) over %d products of one thread:"
                .formatted(tests.size()));
        List<List<String>> summary = new ArrayList<>();
        for (Library peer : LIBRARIES.subList(1, LIBRARIES.size())) {
            summary.add(summary(results, tests, peer.name(), List.of(peer)));
        }
        summary.add(summary(results, tests, "the faster of oneDNN's", LIBRARIES.subList(1, 3)));
        page.table(List.of("over", "all", "by medians", "forward", "dX", "dW", "worst at"), summary);
        page.paragraph("All products, GFLOP/s:");
        List<String> header = new ArrayList<>(List.of("product"));
        LIBRARIES.forEach(library -> header.add(library.name()));
        List<List<String>> rows = new ArrayList<>();
        for (String test : tests) {
            List<String> row = new ArrayList<>(List.of(test));
            LIBRARIES.forEach(library -> row.add(Markdown.cell("%.0f", results.median(library.name(), test, SPEED))));
            rows.add(row);
        }
        page.table(header, rows);
    }

    /** One row: Lanewise over the fastest of some libraries in each product. */
    private static List<String> summary(Results results, Set<String> tests, String name, List<Library> peers) {
        Map<String, Double> ratios = ratios(results, SPEED, tests, peers);
        List<String> row = new ArrayList<>(List.of(
                name,
                Markdown.meanAndWorst(List.copyOf(ratios.values())),
                Markdown.meanAndWorst(
                        List.copyOf(ratios(results, MEDIAN_SPEED, tests, peers).values()))));
        for (String pass : List.of("forward", "dX", "dW")) {
            row.add(Markdown.meanAndWorst(ratios.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(pass))
                    .map(Map.Entry::getValue)
                    .toList()));
        }
        row.add(ratios.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Markdown.MISSING));
        return row;
    }

    private static Map<String, Double> ratios(Results results, String figure, Set<String> tests, List<Library> peers) {
        Map<String, Double> ratios = new TreeMap<>();
        String ours = LIBRARIES.getFirst().name();
        for (String test : tests) {
            for (Library peer : peers) {
                results.ratio(figure, ours, test, peer.name(), test)
                        .ifPresent(ratio -> ratios.merge(test, ratio, Math::min));
            }
        }
        return ratios;
    }
}
