package dev.lanewise.peers.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a library in a JVM of its own and reads the lines that begin with {@code figure} or {@code version}. */
final class Jvm {

    private final Path peers;

    /**
     * @param peers the folder of the modules, which a build has left the class paths in
     */
    Jvm(Path peers) {
        this.peers = peers;
    }

    /**
     * Runs it to its end.
     *
     * @param threads how many threads it may use
     * @return the fields of its lines, the first of them {@code figure} or {@code version}
     * @throws IllegalStateException if it fails
     */
    List<String[]> run(Library library, int threads, String mainClass, List<String> arguments) {
        Path log = peers.resolve("target/logs/" + library.key() + ".log");
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command(library, mainClass, arguments));
            builder.environment().putAll(library.environment());
            builder.environment().put("DJL_CACHE_DIR", natives());
            builder.environment().put("ENGINE_CACHE_DIR", natives());
            for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
                builder.environment().put(variable, String.valueOf(threads));
            }
            Process process = builder.redirectError(log.toFile()).start();
            List<String[]> lines = new ArrayList<>();
            try (BufferedReader reader = process.inputReader()) {
                reader.lines()
                        .filter(line -> line.startsWith("figure\t") || line.startsWith("version\t"))
                        .forEach(line -> lines.add(line.split("\t")));
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(library.name() + " failed; see " + log);
            }
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> command(Library library, String mainClass, List<String> arguments) throws IOException {
        Path target = peers.resolve(library.module()).resolve("target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.cachedir=" + natives(),
                "-cp",
                target.resolve("classes") + ":" + Files.readString(target.resolve("class-path")),
                mainClass));
        command.addAll(library.arguments());
        command.addAll(arguments);
        return command;
    }

    /** Where the libraries unpack their natives: about 2 GB. */
    private String natives() {
        return peers.resolve("target/natives").toAbsolutePath().toString();
    }
}
