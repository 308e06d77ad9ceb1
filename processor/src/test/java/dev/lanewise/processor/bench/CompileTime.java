package dev.lanewise.processor.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model costs its user's build: javac with the processor against javac on the class that it would have written, each run
 * in a process of its own.
 *
 * <p>As a program: {@code CompileTime MODEL.java RUNS} prints the medians; its class path is the processor's. The model is one without
 * functions of its own, whose class would need its twins on the Vector API as well.
 */
final class CompileTime {

    private final Path folder;
    private final Path model;

    private CompileTime(Path folder, Path model) {
        this.folder = folder;
        this.model = model;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CompileTime time = new CompileTime(Files.createTempDirectory("lanewise-compile-time"), Path.of(arguments[0]));
        int runs = Integer.parseInt(arguments[1]);
        time.withProcessor();
        Path generated = time.generated();
        double[] plain = new double[runs];
        double[] processed = new double[runs];
        for (int run = 0; run < runs; run++) {
            plain[run] = time.javac("-proc:none", time.model.toString(), generated.toString());
            processed[run] = time.withProcessor();
        }
        System.out.printf(
                "javac alone %.2f s, with the processor %.2f s, difference %.2f s (medians of %d)%n",
                median(plain), median(processed), median(processed) - median(plain), runs);
    }

    private double withProcessor() throws IOException, InterruptedException {
        return javac("-proc:full", "-s", folder.toString(), model.toString());
    }

    private Path generated() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Model.java"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Seconds. */
    private double javac(String... arguments) throws IOException, InterruptedException {
        Path classes = Files.createTempDirectory(folder, "classes");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "--release",
                "25",
                "-Xlint:all",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
        command.addAll(Arrays.asList(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + String.join(File.pathSeparator, command));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
