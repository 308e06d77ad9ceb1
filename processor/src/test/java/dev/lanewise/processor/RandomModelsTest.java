package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Initializer;
import dev.lanewise.processor.RandomModels.Drawn;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same bits for models that are in nobody's examples, in other JVMs too. {@code -Dlanewise.randomModels=200
 * -Dlanewise.seed=3} draws more, and others.
 */
class RandomModelsTest {

    private static final long SEED = Long.getLong("lanewise.seed", 5);
    private static final int COUNT = Integer.getInteger("lanewise.randomModels", 12);
    private static final List<Drawn> MODELS = RandomModels.draw(SEED, COUNT);

    /** Interpreted vectors, and those that C1 has compiled, are boxed: not all models need that. */
    private static final int FEW = Math.min(3, COUNT);

    @TempDir
    static Path folder;

    private static final Map<String, String> HASHES = new LinkedHashMap<>();

    /** All in one run of javac, whose classes go where other JVMs find them. */
    @BeforeAll
    static void compileAndTrain() throws ReflectiveOperationException, IOException {
        ModelCompiler.Compiled compiled =
                ModelCompiler.compile(MODELS.stream().map(Drawn::source).toArray(String[]::new));
        assertEquals(List.of(), compiled.compilation().errors());
        for (JavaFileObject file : compiled.compilation().generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String name = file.getName().substring(file.getName().indexOf("demo/"));
                Path target = folder.resolve(name);
                Files.createDirectories(target.getParent());
                try (InputStream in = file.openInputStream()) {
                    Files.copy(in, target);
                }
            }
        }
        try (URLClassLoader loader = loader()) {
            for (Drawn model : MODELS) {
                HASHES.put(model.name(), model.hash(loader, 1));
            }
        }
    }

    private static URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, RandomModelsTest.class.getClassLoader());
    }

    @Test
    void drawsLeaveNothingOut() {
        String all = String.join(
                "\n", RandomModels.draw(5, 12).stream().map(Drawn::source).toList());
        Stream.of(Activation.values()).forEach(value -> assertTrue(all.contains("activation = " + value), value::name));
        Stream.of(Initializer.values()).forEach(value -> assertTrue(all.contains("Initializer." + value), value::name));
        Stream.of(Loss.values()).forEach(value -> assertTrue(all.contains("Loss." + value), value::name));
        Stream.of("Dropout", "GaussianNoise", "ActivityRegularization", "KlSparsity", "Sampling", "DenseTransposed")
                .forEach(layer -> assertTrue(all.contains("@" + layer), layer));
    }

    @Test
    void differentModelsHaveDifferentHashes() {
        assertEquals(COUNT, HASHES.values().stream().distinct().count());
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = loader()) {
            for (Drawn model : MODELS) {
                for (int threads : new int[] {2, 3, 7}) {
                    String found = model.hash(loader, threads);
                    assertEquals(HASHES.get(model.name()), found, () -> threads + " threads\n" + model.source());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "vectors as wide as they come; -XX:+UseG1GC",
                "256-bit vectors; -XX:UseAVX=2 -XX:+UseParallelGC",
                "128-bit vectors; -XX:MaxVectorSize=16 -XX:+UseZGC"
            })
    void anyWidthAndCollectorGivesTheSameBits(String row) throws IOException, InterruptedException {
        assertSameBits(row, "--add-modules jdk.incubator.vector", 2, COUNT);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"scalar provider; -XX:+UseSerialGC", "scalar provider, C1 alone; -XX:TieredStopAtLevel=1"})
    void anyCompilerOfPlainLoopsGivesTheSameBits(String row) throws IOException, InterruptedException {
        assertSameBits(row, "", 1, COUNT);
    }

    @Test
    void vectorsOfC1GiveTheSameBits() throws IOException, InterruptedException {
        assertSameBits("C1 alone; -XX:TieredStopAtLevel=1", "--add-modules jdk.incubator.vector", 1, FEW);
    }

    /** Trains the first so many models in a JVM with the row's flags. */
    private static void assertSameBits(String row, String module, int threads, int count)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Widths are named as x86 names them; elsewhere the row repeats the default one.
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.addAll(words(module));
        command.addAll(words(row.substring(row.indexOf(';') + 1)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + folder));
        command.add(RandomModels.class.getName());
        for (long argument : new long[] {SEED, COUNT, threads, count}) {
            command.add(Long.toString(argument));
        }
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), row);
        assertEquals(0, process.exitValue(), row);
        List<String> expected = HASHES.entrySet().stream()
                .limit(count)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        assertEquals(expected, Files.readAllLines(out), row);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
