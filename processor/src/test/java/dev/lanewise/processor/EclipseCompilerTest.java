package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Autoencoder;
import dev.lanewise.kernels.MatMul;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor in Eclipse's compiler, which has an own javax.lang.model and no trees. */
class EclipseCompilerTest {

    private static final String UP = "@Dense(units = 6) Tensor output(Tensor codings);";

    @TempDir
    Path folder;

    /** What the compiler has to say of a source, warnings included. */
    private List<String> compile(String source) throws IOException {
        Path file = folder.resolve("Sample.java");
        Files.writeString(file, source);
        JavaCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    said,
                    List.of("--release", "25", "-cp", classPath(), "-d", folder.toString(), "-s", folder.toString()),
                    null,
                    files.getJavaFileObjects(file));
            task.setProcessors(List.of(new AutoencoderProcessor()));
            task.call();
        }
        return said.getDiagnostics().stream().map(EclipseCompilerTest::line).toList();
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    private static String classPath() {
        return Stream.of(Autoencoder.class, MatMul.class)
                .map(type -> {
                    try {
                        return Path.of(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString();
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String generated(String name) throws IOException {
        return Files.readString(folder.resolve("demo/" + name + ".java"));
    }

    @Test
    void modelsAreTheSameAsJavacs() throws IOException {
        for (String declaration : List.of(
                Declarations.DROPOUT_DENOISER.replace("public interface", "interface"),
                Declarations.FAMILY.replace("public interface", "interface"),
                Declarations.CONDITIONAL.replace("public interface", "interface"))) {
            assertEquals(List.of(), compile(declaration));
            ModelCompiler.Compiled byJavac = ModelCompiler.compile(declaration);
            String name = byJavac.model().type().modelName();
            assertEquals(byJavac.generated(), generated(name));
            assertTrue(Files.exists(folder.resolve("demo/" + name + ".class")), name);
        }
    }

    @Test
    void layersAreInheritedAndOverridden() throws IOException {
        String declaration =
                """
                package demo;
                %s
                interface Noise { @Dropout(0.5) Tensor noisy(Tensor input); }
                interface Layers extends Noise { @Dense(units = 4) Tensor hidden(Tensor noisy); }
                @Autoencoder(input = 6)
                interface Sample {
                    @Encoder interface Down extends Layers {
                        @Override @GaussianNoise(0.1) Tensor noisy(Tensor input);
                        @Dense(units = 3) Tensor codings(Tensor hidden);
                    }
                    @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                }
                """.formatted(Declarations.IMPORTS.replace("import static dev.lanewise.layer.Activation.*;\n", ""));
        assertEquals(List.of(), compile(declaration));
        assertEquals(ModelCompiler.compile(declaration).generated(), generated("SampleModel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10: [lanewise.units] units must be at least 1, was 0; the nearest is 1"
                        + "#@Dense(units = 0) Tensor codings(Tensor input);",
                "10: [lanewise.unknown-name] codings takes \"inptu\", which is no value of the encoder; did you mean \"input\"?"
                        + "#@Dense(units = 3) Tensor codings(Tensor inptu);",
                "9: [lanewise.layer-missing] Runnable.run has no layer annotation, so nothing says what it computes; give it a"
                        + " body here, or do not inherit from Runnable#@Dense(units = 3) Tensor codings(Tensor input);"
            })
    void mistakesAreExplained(String wrong) throws IOException {
        String text = wrong.substring(0, wrong.indexOf('#'));
        String declaration = Declarations.model("input = 6", wrong.substring(wrong.indexOf('#') + 1), UP)
                .replace("import static dev.lanewise.layer.Activation.*;", "");
        String inheriting = declaration.replace("interface Recognition {", "interface Recognition extends Runnable {");
        assertEquals(List.of(text), compile(text.contains("Runnable") ? inheriting : declaration));
    }

    @Test
    void functionsOfOnesOwnNeedJavac() throws IOException {
        assertEquals(
                List.of(
                        "13: [lanewise.function-source] the body of mish cannot be read: this compiler shows no source trees to"
                                + " processors; compile with javac, and no wrapper around its ProcessingEnvironment"),
                compile(Declarations.SKETCH.replace("public interface", "interface")));
    }
}
