package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.ModelCompiler.Compiled;
import dev.lanewise.runtime.CompiledModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated source, as text. */
class GeneratedSourceTest {

    @Test
    void dropoutDenoiserIsWrittenAsReviewed() throws IOException {
        isWrittenAsReviewed("DropoutDenoiserModel", Declarations.DROPOUT_DENOISER);
    }

    @Test
    void restOfTheFamilyIsWrittenAsReviewed() throws IOException {
        isWrittenAsReviewed("FamilyModel", Declarations.FAMILY);
    }

    @Test
    void conditionalModelIsWrittenAsReviewed() throws IOException {
        isWrittenAsReviewed("ConditionalModel", Declarations.CONDITIONAL);
    }

    @Test
    void functionsOfOnesOwnAreWrittenAsReviewed() throws IOException {
        isWrittenAsReviewed("SketchModel", Declarations.SKETCH);
    }

    /**
     * A golden file is what a reviewer reads. After a change that is meant, {@code mvn test -pl processor -am
     * -Dtest=GeneratedSourceTest -Dsurefire.failIfNoSpecifiedTests=false -Dlanewise.updateGoldens=true} writes it anew: look at
     * the difference before committing it.
     */
    private static void isWrittenAsReviewed(String name, String declaration) throws IOException {
        String text = ModelCompiler.compile(declaration).generated();
        Path golden = Path.of("src/test/resources/dev/lanewise/processor/" + name + ".java.txt");
        if (Boolean.getBoolean("lanewise.updateGoldens")) {
            Files.writeString(golden, text);
        }
        assertEquals(Files.readString(golden, StandardCharsets.UTF_8), text);
    }

    /** Digits of other scripts, and the dotless i of Turkish, are what formatting and lower case give where nobody says otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR", "fa-IR", "de-CH"})
    void localeOfTheBuildDoesNotMatter(String locale) {
        Locale before = Locale.getDefault();
        for (String declaration : List.of(Declarations.FAMILY, Declarations.CONDITIONAL, Declarations.SKETCH)) {
            String text = ModelCompiler.compile(declaration).generated();
            try {
                Locale.setDefault(Locale.forLanguageTag(locale));
                assertEquals(text, ModelCompiler.compile(declaration).generated());
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    /** 784·100 + 100·10 + 100·10 + 10·100 + 100·784 multiply-adds. */
    @Test
    void summaryAddsUpWhatTheModelHas() throws ReflectiveOperationException {
        CompiledModel model = ModelCompiler.compile(Declarations.FAMILY).create(1);
        int parameters = model.parameters().values().stream()
                .mapToInt(parameter -> parameter.values().length)
                .sum();
        String total = model.summary().lines().toList().getLast();
        assertEquals("total %,d 159,800".formatted(parameters), total.replaceAll(" +", " "));
    }

    @Test
    void sameDeclarationGivesTheSameBytes() {
        assertEquals(
                ModelCompiler.compile(Declarations.DROPOUT_DENOISER).generated(),
                ModelCompiler.compile(Declarations.DROPOUT_DENOISER).generated());
    }

    @Test
    void orderOfDeclarationDoesNotMatterInAChain() {
        String encoder1 = """
                @Dense(units = 3) Tensor codings(Tensor b);
                @Dense(units = 5) Tensor b(Tensor a);
                @Dropout(0.5) Tensor a(Tensor input);
                """;
        String encoder2 = """
                @Dropout(0.5) Tensor a(Tensor input);
                @Dense(units = 5) Tensor b(Tensor a);
                @Dense(units = 3) Tensor codings(Tensor b);
                """;
        String decoder = "@Dense(units = 6) Tensor output(Tensor codings);";
        assertEquals(
                ModelCompiler.compile(Declarations.model("input = 6", encoder2, decoder))
                        .generated(),
                ModelCompiler.compile(Declarations.model("input = 6", encoder1, decoder))
                        .generated());
    }

    @Test
    void nestedModelIsNamedByTheTypesAroundIt() {
        Compiled compiled = ModelCompiler.compile("""
                package demo;
                %s
                public class Outer {
                    private Outer() {}
                    @Autoencoder(input = 4)
                    protected interface Inner {
                        @Encoder interface Down { @Dense(units = 2) Tensor codings(Tensor input); }
                        @Decoder interface Up { @Dense(units = 4) Tensor output(Tensor codings); }
                    }
                }
                """.formatted(Declarations.IMPORTS));
        assertEquals("demo.Outer_InnerModel", compiled.model().type().qualifiedModelName());
        assertTrue(compiled.generated().contains("\nfinal class Outer_InnerModel extends"), compiled.generated());
    }

    @Test
    void generatedIsLeftOutWhereTheModuleCannotReadIt() {
        String module = "module demo.module { requires transitive dev.lanewise.models; exports demo; }";
        Compiled compiled = inModule(module);
        assertTrue(!compiled.generated().contains("@Generated"), compiled.generated());
    }

    @Test
    void generatedIsLeftOutWhereTheModuleExportsTheClassButNotTheAnnotation() {
        String module =
                "module demo.module { requires transitive dev.lanewise.models; requires java.compiler; exports demo; }";
        Compiled compiled = inModule(module);
        assertTrue(!compiled.generated().contains("@Generated"), compiled.generated());
    }

    @Test
    void generatedIsThereWhereTheModuleCanReadIt() {
        String exporting =
                "module demo.module { requires transitive dev.lanewise.models; requires transitive java.compiler; exports demo; }";
        String keeping = "module demo.module { requires dev.lanewise.models; requires java.compiler; }";
        assertTrue(inModule(exporting).generated().contains("@Generated"));
        assertTrue(inModule(keeping).generated().contains("@Generated"));
    }

    private static Compiled inModule(String module) {
        Path models = Path.of("../models/target/classes");
        Path kernels = Path.of("../kernels/target/classes");
        Compiled compiled = ModelCompiler.compile(
                List.of(
                        "--release",
                        "25",
                        "-Xlint:all",
                        "-Werror",
                        "--module-path",
                        models + System.getProperty("path.separator") + kernels),
                module,
                Declarations.DROPOUT_DENOISER);
        assertEquals(List.of(), compiled.compilation().diagnostics());
        return compiled;
    }
}
