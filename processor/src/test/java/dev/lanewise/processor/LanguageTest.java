package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.lanewise.Matrix;
import dev.lanewise.processor.ModelCompiler.Compiled;
import dev.lanewise.processor.check.Mistake;
import dev.lanewise.runtime.CompiledModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be declared, and that it compiles without a word from javac; and mistakes that need more than one line to make. */
class LanguageTest {

    private static final String DOWN = "@Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }\n";
    private static final String UP = "@Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }\n";

    private static void assertSilent(Compiled compiled) {
        assertEquals(List.of(), compiled.compilation().diagnostics());
        assertEquals(Compilation.Status.SUCCESS, compiled.compilation().status());
        assertEquals(1, compiled.models().size());
    }

    private static Compiled compileType(String type) {
        return ModelCompiler.compile("package demo;\n" + Declarations.IMPORTS + type);
    }

    @Test
    void modelAndPartsMayBeAbstractClasses() {
        assertSilent(compileType("""
                @Autoencoder(input = 6)
                public abstract class Sample {
                    private Sample() {}
                    /** An encoder. */
                    @Encoder protected abstract static class Down {
                        Down() {}
                        @Dense(units = 3) abstract Tensor codings(Tensor input);
                        static int helper() { return 1; }
                    }
                    @Decoder private abstract class Up {
                        Up() {}
                        @Dense(units = 6) protected abstract Tensor output(Tensor codings);
                    }
                }
                """));
    }

    @Test
    void aFunctionWhoseMarkIsNotImportedIsJavacsErrorAlone() {
        Compiled compiled = ModelCompiler.compile(Declarations.IMPORTS + """
                @Autoencoder(input = 6) interface Sample {
                    @Elementwise static float f(float x) { return x * x; }
                    @Encoder interface Down {
                        @Dense(units = 3, activationBy = "f") Tensor codings(Tensor input);
                    }
                """ + UP + "}");
        List<String> errors = compiled.compilation().errors().stream()
                .map(error -> error.getMessage(Locale.ROOT).lines().findFirst().orElseThrow())
                .toList();
        assertEquals(List.of("cannot find symbol"), errors);
    }

    @Test
    void modelMayHaveNoPackage() {
        assertSilent(ModelCompiler.compile(
                Declarations.IMPORTS + "@Autoencoder(input = 6) interface Sample {" + DOWN + UP + "}"));
    }

    @Test
    void modelMayHaveOtherMembers() {
        assertSilent(compileType("""
                @Autoencoder(input = Sample.WIDTH)
                interface Sample {
                    int WIDTH = 2 * 3;
                    record Note(String text) {}
                    static int helper() { return WIDTH; }
                    @Encoder interface Down {
                        @Dense(units = WIDTH / 2) Tensor codings(Tensor input);
                        default int more() { return 1; }
                    }
                """ + UP + "}"));
    }

    @Test
    void layersMayBeInherited() {
        Compiled compiled = compileType("""
                @Autoencoder(input = 6)
                interface Sample {
                    @Encoder interface Down extends Wide, Narrow {
                        @Dense(units = 2) @Override Tensor codings(Tensor narrow);
                    }
                """ + UP + """
                }
                interface Wide { @Dense(units = 5) Tensor wide(Tensor input); }
                interface Narrow extends Wide {
                    @Dropout(0.5) Tensor narrow(Tensor wide);
                    @Dense(units = 3) Tensor codings(Tensor narrow);
                }
                """);
        assertSilent(compiled);
        assertEquals(
                "wide, narrow, codings",
                compiled.model().encoder().nodes().stream()
                        .map(node -> node.value().name())
                        .collect(Collectors.joining(", ")));
        assertEquals(2, compiled.model().encoder().result().width());
    }

    @Test
    void inheritedMistakeIsReportedOnce() {
        Compiled compiled = compileType("""
                @Autoencoder(input = 6) interface First {
                    @Encoder interface Down extends Shared {}
                %s}
                @Autoencoder(input = 6) interface Second {
                    @Encoder interface Down extends Shared {}
                %s}
                interface Shared {
                    @Dropout(2) Tensor thin(Tensor input);
                    @Dense(units = 3) Tensor codings(Tensor thin);
                }
                """.formatted(UP, UP));
        assertEquals(List.of(Mistake.RATE.key()), keys(compiled));
    }

    @Test
    void inheritedLayersWithoutParameterNamesAreAnError(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("Wide.java");
        Files.writeString(
                source,
                "package lib; " + Declarations.IMPORTS
                        + "public interface Wide { @Dense(units = 5) Tensor wide(Tensor input); }");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-proc:none", source.toString());
        assertEquals(0, status);
        String path = System.getProperty("java.class.path") + System.getProperty("path.separator") + folder;
        Compiled compiled = ModelCompiler.compile(List.of("-classpath", path), """
                package demo;
                %s
                @Autoencoder(input = 6)
                interface Sample {
                    @Encoder
                    interface Down extends lib.Wide { @Dense(units = 3) Tensor codings(Tensor wide); }
                    %s
                }
                """.formatted(Declarations.IMPORTS, UP));
        assertEquals(List.of(Mistake.NAMES_LOST.key()), keys(compiled));
        Diagnostic<? extends JavaFileObject> error =
                compiled.compilation().errors().getFirst();
        assertEquals(9, error.getLineNumber());
        assertTrue(
                error.getMessage(Locale.ROOT).contains("Down inherits the layer wide from a class file"),
                () -> error.getMessage(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker",
                "rule",
                "batchSize",
                "input2",
                "values",
                "output",
                "equals",
                "reconstruction",
                "images",
                "model",
                "seed",
                "file",
                "weight",
                "bias",
                "encode",
                "create",
                "STRUCTURE",
                "RELU",
                "MSE",
                "record",
                "var",
                "yield",
                "hiddenWeight",
                "hiddenGradient",
                "Hidden",
                "größe",
                "値",
                "a$b",
                "$",
                "_x",
                "String",
                "Matrix"
            })
    void layersMayBeCalledWhatTheGeneratedCodeUsesItself(String name) throws ReflectiveOperationException {
        Compiled compiled = ModelCompiler.compile(Declarations.model(
                "input = 6, loss = Loss.BINARY_CROSS_ENTROPY",
                """
                @Dropout(0.5) Tensor corrupted(Tensor input);
                @Dense(units = 5, activation = GELU) Tensor hidden(Tensor corrupted);
                @Dense(units = 4, activation = RELU) Tensor %s(Tensor hidden);
                @Dense(units = 3) Tensor codings(Tensor %s);
                """.formatted(name, name),
                "@Dense(units = 6, activation = SIGMOID) Tensor output(Tensor codings);"));
        assertSilent(compiled);
        assertEquals(6, compiled.create(1).reconstruct(Matrix.zeros(2, 6)).columns());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Training",
                "Inference",
                "Matrix",
                "Buffer",
                "Worker",
                "Parameter_",
                "CompiledModel",
                "Forward",
                "Backward",
                "Update",
                "UpdateRule",
                "Figure",
                "Loss",
                "Layer",
                "ActivationFunction",
                "LossFunction",
                "Initializer",
                "Generated",
                "IOException",
                "Path",
                "String",
                "Override",
                "Object",
                "Record",
                "Sample_",
                "IllegalArgumentException",
                "Batch",
                "Größe",
                "値",
                "lower",
                "A$B",
                "$"
            })
    void partsMayBeCalledWhatTheGeneratedCodeUsesItself(String name) throws ReflectiveOperationException {
        Compiled compiled = ModelCompiler.compile("""
                package demo;
                @dev.lanewise.Autoencoder(input = 6)
                public interface Sample {
                    @dev.lanewise.Encoder interface %s {
                        @dev.lanewise.layer.Dropout(0.5) dev.lanewise.Tensor thin(dev.lanewise.Tensor input);
                        @dev.lanewise.layer.Dense(units = 3, activation = dev.lanewise.layer.Activation.TANH)
                        dev.lanewise.Tensor codings(dev.lanewise.Tensor thin);
                    }
                    @dev.lanewise.Decoder interface Up {
                        @dev.lanewise.layer.Dense(units = 6) dev.lanewise.Tensor output(dev.lanewise.Tensor codings);
                    }
                }
                """.formatted(name));
        assertSilent(compiled);
        assertEquals(6, compiled.create(1).reconstruct(Matrix.zeros(2, 6)).columns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Compiled", "Autoencoder", "Matrix", "Training", "String", "Ähnlich"})
    void modelsMayBeCalledAlmostAnything(String name) {
        assertSilent(ModelCompiler.compile("""
                package demo;
                @dev.lanewise.Autoencoder(input = 6)
                interface %s {
                    @dev.lanewise.Encoder interface Down {
                        @dev.lanewise.layer.Dense(units = 3) dev.lanewise.Tensor codings(dev.lanewise.Tensor input);
                    }
                    @dev.lanewise.Decoder interface Up {
                        @dev.lanewise.layer.Dense(units = 6) dev.lanewise.Tensor output(dev.lanewise.Tensor codings);
                    }
                }
                """.formatted(name)));
    }

    @Test
    void valuesOfPartsAreFoundByTheirNames() throws ReflectiveOperationException {
        Compiled compiled = ModelCompiler.compile(
                Declarations.model("input = 6", """
                @Dropout(0.5) Tensor corrupted(Tensor input);
                @Dense(units = 4) Tensor hidden(Tensor corrupted);
                @Dropout(0.5) Tensor codings(Tensor hidden);
                """, "@Dense(units = 6) Tensor output(Tensor codings);"));
        CompiledModel model = compiled.create(1);
        Matrix images = Matrix.of(1, 6, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f);
        Method method = model.getClass().getMethod("recognition", Matrix.class);
        Object values = method.invoke(model, images);
        Object corrupted = values.getClass().getMethod("corrupted").invoke(values);
        Object hidden = values.getClass().getMethod("hidden").invoke(values);
        Object codings = values.getClass().getMethod("codings").invoke(values);
        assertEquals(images, corrupted);
        assertEquals(hidden, codings);
        assertEquals(model.encode(images), codings);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 254, 255, 500, 998})
    void modelsMayBeDeep(int layers) throws ReflectiveOperationException {
        Compiled compiled = ModelCompiler.compile(deep(layers));
        assertSilent(compiled);
        CompiledModel model = compiled.create(1);
        Object values = model.getClass().getMethod("recognition", Matrix.class).invoke(model, Matrix.zeros(1, 2));
        assertEquals(
                model.encode(Matrix.zeros(1, 2)),
                values.getClass().getMethod("codings").invoke(values));
    }

    @Test
    void deepModelsMayBeWrittenBackwards() {
        List<String> lines = new ArrayList<>(deep(500).lines().toList());
        int first = lines.indexOf(lines.stream()
                .filter(line -> line.contains("Tensor v0("))
                .findFirst()
                .orElseThrow());
        Collections.reverse(lines.subList(first, first + 500));
        Compiled compiled = ModelCompiler.compile(String.join("\n", lines));
        assertSilent(compiled);
        assertEquals("v0", compiled.model().encoder().nodes().getFirst().value().name());
    }

    @Test
    void modelsMayNotBeDeeperThanTheirMethodsHaveRoom() {
        assertEquals(List.of(Mistake.TOO_MANY_LAYERS.key()), keys(ModelCompiler.compile(deep(1000))));
    }

    private static String deep(int layers) {
        String encoder = IntStream.range(0, layers)
                .mapToObj(i -> "@Dense(units = 2, activation = GELU) Tensor %s(Tensor %s);"
                        .formatted(i == layers - 1 ? "codings" : "v" + i, i == 0 ? "input" : "v" + (i - 1)))
                .collect(Collectors.joining("\n"));
        return Declarations.model("input = 2", encoder, "@Dense(units = 2) Tensor output(Tensor codings);");
    }

    @Test
    void allMistakesOfAModelAreReportedInOneRun() {
        Compiled compiled = ModelCompiler.compile(Declarations.model("input = {2, 0}", """
                @Dropout(1.5) Tensor corrupted(Tensor input);
                @Dense(units = 0) Tensor hidden(Tensor corupted);
                Tensor plain(Tensor hidden);
                @Dense(units = 3) int codings(Tensor plain);
                """, """
                @Dense(units = 4) Tensor a(Tensor b);
                @Dense(units = 4) Tensor b(Tensor a);
                @Dense(units = 6) Tensor output(Tensor b, Tensor codings);
                @Dense(units = 6) Tensor spare(Tensor codings);
                """));
        assertEquals(
                List.of(
                        "lanewise.cycle",
                        "lanewise.input-dimension",
                        "lanewise.layer-missing",
                        "lanewise.parameter-count",
                        "lanewise.rate",
                        "lanewise.return-type",
                        "lanewise.units",
                        "lanewise.unknown-name",
                        "lanewise.unused"),
                keys(compiled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Dense(units = UNITS) Tensor codings(Tensor input);",
                "@Dense(units = 3) Tensr codings(Tensor input);",
                "@Dense(units = 3) Tensor codings(Tensr input);",
                "@Dens(units = 3) @Dense(units = 4) Tensor codings(Tensor input);"
            })
    void whatJavacFindsItselfIsLeftToIt(String encoder) {
        Compiled compiled = ModelCompiler.compile(
                Declarations.model("input = 6", encoder, "@Dense(units = 6) Tensor output(Tensor codings);"), """
                package demo;
                class User {
                    User() {}
                    Object use(dev.lanewise.Matrix images) { return SampleModel.create(1).recognition(images).codings(); }
                }
                """);
        assertEquals(
                1,
                compiled.compilation().errors().size(),
                () -> "" + compiled.compilation().diagnostics());
        assertEquals(List.of(), keys(compiled));
    }

    private static Stream<String> slips() {
        String right = Declarations.model(
                "input = 6",
                "@Dense(units = 3) Tensor codings(Tensor input);",
                "@Dense(units = 6) Tensor output(Tensor codings);");
        String entropy = Declarations.model(
                "input = 6, loss = Loss.BINARY_CROSS_ENTROPY",
                "@Dense(units = 3, activation = SIGMOID) Tensor codings(Tensor input);",
                "@Dense(units = 6, activation = SIGMOID) Tensor output(Tensor codings);");
        String penalty = Declarations.model(
                "input = 6, condition = 2",
                "@Dense(units = 3) Tensor hidden(Tensor input);\n@ActivityRegularization(l1 = 1) Tensor codings(Tensor hidden);",
                "@Concat Tensor given(Tensor codings, Tensor condition);\n@Dense(units = 6) Tensor output(Tensor given);");
        return Stream.of(
                // Attributes that do not exist, in place of ones that the rules would miss
                right.replace("input = 6", "imput = 6"),
                right.replace("input = 6", "6"),
                right.replace("units = 3", "unit = 3"),
                right.replace("units = 3", "3"),
                right.replace("units = 3", "units = 3, activatonBy = \"mish\""),
                entropy.replaceFirst("activation = SIGMOID\\) Tensor output", "activaton = SIGMOID) Tensor output"),
                entropy.replace("loss = ", "los = "),
                penalty.replace("l1", "l"),
                penalty.replace("condition = 2", "conditon = 2"),
                // Annotations that do not exist, or are not imported
                right.replace("@Autoencoder", "@AutoEncoder"),
                right.replace("@Encoder", "@Encodr"),
                right.replace("@Decoder", "@Decodr"),
                right.replace("@Dense(units = 3)", "@Dens(units = 3)"),
                right.replace("@Dense(units = 3)", "@Linear"),
                right.replace(
                        "import dev.lanewise.*;",
                        "import dev.lanewise.Tensor; import dev.lanewise.Encoder; import dev.lanewise.Decoder;"),
                right.replace(
                        "import dev.lanewise.*;",
                        "import dev.lanewise.Tensor; import dev.lanewise.Autoencoder; import dev.lanewise.Decoder;"),
                penalty.replace(
                        "import dev.lanewise.layer.*;",
                        "import dev.lanewise.layer.Dense; import dev.lanewise.layer.Concat;"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void slipOfThePenThatJavacFindsIsLeftToIt(String source) {
        Compiled compiled = ModelCompiler.compile(List.of("--release", "25"), source, """
                package demo;
                class User {
                    User() {}
                    Object use(dev.lanewise.Matrix images) { return SampleModel.create(1).recognition(images).codings(); }
                }
                """);
        assertEquals(
                1,
                compiled.compilation().diagnostics().size(),
                () -> "" + compiled.compilation().diagnostics());
        assertEquals(List.of(), keys(compiled));
    }

    /** Before errors that no processor could mend javac runs none: no stub can help against what follows from them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Dense(units = 3, activation = RELLU) Tensor codings(Tensor input);",
                "@Dense(units = \"3\") Tensor codings(Tensor input);",
                "@Dense(units = 3) @Dense(units = 4) Tensor codings(Tensor input);"
            })
    void whatJavacFindsFirstIsLeftToIt(String encoder) {
        Compiled compiled = ModelCompiler.compile(
                Declarations.model("input = 6", encoder, "@Dense(units = 6) Tensor output(Tensor codings);"));
        assertEquals(
                1,
                compiled.compilation().errors().size(),
                () -> "" + compiled.compilation().diagnostics());
        assertEquals(List.of(), keys(compiled));
    }

    @Test
    void unknownSupertypeIsLeftToJavac() {
        Compiled compiled = compileType("""
                @Autoencoder(input = 6)
                interface Sample extends Nowhere {
                %s%s}
                class User { User() {} Object use() { return SampleModel.create(1); } }
                """.formatted(DOWN, UP));
        assertEquals(
                1,
                compiled.compilation().errors().size(),
                () -> "" + compiled.compilation().diagnostics());
        assertEquals(List.of(), keys(compiled));
    }

    @Test
    void generatedClassIsNoTensor() {
        Compiled compiled = compileType("""
                @Autoencoder(input = 6)
                interface Sample {
                    @Encoder interface Down { @Dense(units = 3) SampleModel codings(Tensor input); }
                %s}
                """.formatted(UP));
        assertEquals(1, compiled.compilation().errors().size());
        assertEquals(List.of(Mistake.RETURN_TYPE.key()), keys(compiled));
    }

    @Test
    void whatAnotherProcessorWritesComesTooLate() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new AutoencoderProcessor(), new ConstantWriter())
                .compile(ModelCompiler.file(Declarations.model(
                        "input = Generated.WIDTH",
                        "@Dense(units = 3) Tensor codings(Tensor input);",
                        "@Dense(units = 6) Tensor output(Tensor codings);")));
        assertEquals(1, compilation.errors().size(), () -> "" + compilation.diagnostics());
        String text = compilation.errors().getFirst().getMessage(Locale.ROOT);
        assertTrue(text.startsWith("[lanewise.late] Sample refers to something"), text);
    }

    /** Writes a constant in the first round. */
    private static final class ConstantWriter extends AbstractProcessor {

        private boolean hasWritten;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!hasWritten) {
                hasWritten = true;
                try (Writer writer = processingEnv
                        .getFiler()
                        .createSourceFile("demo.Generated")
                        .openWriter()) {
                    writer.write("package demo; class Generated { static final int WIDTH = 6; }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    @Test
    void defectOfTheCompilerIsOneErrorAskingForAReport() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new AutoencoderProcessor(model -> {
                    throw new IllegalStateException("boom");
                }))
                .compile(
                        ModelCompiler.file(Declarations.DROPOUT_DENOISER),
                        ModelCompiler.file("package demo; class User { DropoutDenoiserModel model; }"));
        assertEquals(1, compilation.diagnostics().size(), () -> "" + compilation.diagnostics());
        String text = compilation.errors().getFirst().getMessage(Locale.ROOT);
        assertTrue(text.startsWith("[lanewise.internal] the compiler failed on demo.DropoutDenoiser"), text);
        assertTrue(text.contains("boom") && text.contains("at dev.lanewise.processor."), text);
    }

    @Test
    void generatedClassIsTheSameInLaterRounds() {
        assertSilent(ModelCompiler.compile(Declarations.DROPOUT_DENOISER, """
                package demo;
                class User {
                    User() {}
                    DropoutDenoiserModel.Recognition use(dev.lanewise.Matrix images) {
                        return DropoutDenoiserModel.create(1).recognition(images, 2);
                    }
                }
                """));
    }

    private static List<String> keys(Compiled compiled) {
        List<String> keys = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> error : compiled.compilation().errors()) {
            String message = error.getMessage(Locale.ROOT);
            if (message.startsWith("[")) {
                keys.add(message.substring(1, message.indexOf(']')));
            }
        }
        keys.sort(String::compareTo);
        return keys;
    }
}
