package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Where the bodies of functions come from: the model's own file, by way of javac, whoever stands in front of it. */
class FunctionSourceTest {

    private static final String WITH = Declarations.model(
            "input = 6",
            "@Elementwise static float mish(float x) { return x * tanh(softplus(x)); }",
            "@Dense(units = 3, activationBy = \"mish\") Tensor codings(Tensor input);",
            "@Dense(units = 6) Tensor output(Tensor codings);");
    private static final String WITHOUT = Declarations.model(
            "input = 6",
            "@Dense(units = 3) Tensor codings(Tensor input);",
            "@Dense(units = 6) Tensor output(Tensor codings);");

    /** As a compiler that is not javac, or a build tool. */
    private static class Environment implements ProcessingEnvironment {

        private final ProcessingEnvironment inside;

        Environment(ProcessingEnvironment inside) {
            this.inside = inside;
        }

        @Override
        public Map<String, String> getOptions() {
            return inside.getOptions();
        }

        @Override
        public Messager getMessager() {
            return inside.getMessager();
        }

        @Override
        public Filer getFiler() {
            return inside.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return inside.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return inside.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return inside.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return inside.getLocale();
        }
    }

    /** As Gradle's, which keeps what it wraps in a field of this name. */
    private static final class Delegating extends Environment {

        @SuppressWarnings("unused")
        private final ProcessingEnvironment delegate;

        Delegating(ProcessingEnvironment inside) {
            super(inside);
            this.delegate = inside;
        }
    }

    /** The processor behind an environment. */
    private record Behind(UnaryOperator<ProcessingEnvironment> wrapper, Processor processor) implements Processor {

        @Override
        public void init(ProcessingEnvironment environment) {
            processor.init(wrapper.apply(environment));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Iterable<? extends Completion> getCompletions(
                Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
            return List.of();
        }
    }

    private static List<String> errors(UnaryOperator<ProcessingEnvironment> wrapper, String... sources) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new Behind(wrapper, new AutoencoderProcessor()))
                .withOptions("--release", "25", "-Xlint:all", "-Werror")
                .compile(Arrays.stream(sources).map(ModelCompiler::file).toList());
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void onlyModelsWithFunctionsNeedTrees() {
        assertEquals(List.of(), errors(Environment::new, WITHOUT));
        assertEquals(
                List.of(
                        "11: [lanewise.function-source] the body of mish cannot be read: this compiler shows no source trees to"
                                + " processors; compile with javac, and no wrapper around its ProcessingEnvironment"),
                errors(Environment::new, WITH));
    }

    @Test
    void gradleIsNoObstacle() {
        assertEquals(List.of(), errors(Delegating::new, WITH));
    }

    @Test
    void functionsOfOtherFilesAreRefused() {
        String library = """
                package demo;
                import dev.lanewise.*;
                import dev.lanewise.function.*;
                import dev.lanewise.layer.*;
                @Autoencoder(input = 2) interface Library {
                    @Encoder interface Down { @Dense(units = 1) Tensor codings(Tensor input); }
                    @Decoder interface Up { @Dense(units = 2) Tensor output(Tensor codings); }
                    @Elementwise static float half(float x) { return x / 2; }
                }
                """;
        String stray = """
                package demo;
                interface Library {
                    @dev.lanewise.function.Elementwise static float half(float x) { return x / 2; }
                }
                """;
        String model = WITH.replace("x * tanh(softplus(x))", "x * Library.half(x)");
        assertEquals(
                List.of(
                        "11: [lanewise.function-elsewhere] Library.half is declared in Library, and functions are read from the"
                                + " source of Sample alone; declare it there"),
                errors(environment -> environment, library, model));
        assertEquals(
                List.of(
                        "3: [lanewise.function-outside] @Elementwise on half has no meaning: there is no @Autoencoder in its source"
                                + " file; declare it in the type of the model that uses it"),
                errors(environment -> environment, stray, model));
    }

    @Test
    void functionsThatAreInheritedFromOtherFilesAreRefused() {
        String shapes = """
                package demo;
                interface Shapes {
                    @dev.lanewise.function.Elementwise static float half(float x) { return x / 2; }
                }
                """;
        String library = """
                package demo;
                import dev.lanewise.*;
                import dev.lanewise.layer.*;
                interface Shapes {
                    @dev.lanewise.function.Elementwise static float half(float x) { return x / 2; }
                    @Autoencoder(input = 2) interface Library {
                        @Encoder interface Down { @Dense(units = 1) Tensor codings(Tensor input); }
                        @Decoder interface Up { @Dense(units = 2) Tensor output(Tensor codings); }
                    }
                }
                """;
        String model = WITH.replace("interface Sample", "interface Sample extends Shapes")
                .replace("\"mish\"", "\"half\"");
        assertEquals(
                List.of(
                        "3: [lanewise.function-outside] @Elementwise on half has no meaning: there is no @Autoencoder in its source"
                                + " file; declare it in the type of the model that uses it"),
                errors(environment -> environment, shapes, model));
        assertEquals(
                List.of(
                        "13: [lanewise.function-unknown] \"half\" is no function of Sample; the one of Shapes is in another source"
                                + " file: declare it here"),
                errors(environment -> environment, library, model));
    }

    /** Such a body could be followed to a wrong function, and the mistake of which javac complains would not be seen. */
    @Test
    void localsThatJavaDoesNotAllowAreLeftToJavac() {
        String redeclared = WITH.replace("return x * tanh", "float x = 2; return x * tanh");
        String reassigned = WITH.replace("return x * tanh", "final float y = x; y = 2; return y * tanh");
        String scoped =
                WITH.replace("return x * tanh", "{ final float y = x; } float y = x; y = 2 * y; return y * tanh");
        assertEquals(
                List.of("11: variable x is already defined in method mish(float)"),
                errors(environment -> environment, redeclared));
        assertEquals(
                List.of("11: cannot assign a value to final variable y"),
                errors(environment -> environment, reassigned));
        assertEquals(List.of(), errors(environment -> environment, scoped));
    }
}
