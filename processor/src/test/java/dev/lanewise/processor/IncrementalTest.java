package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/**
 * What incremental builds rely on: the processor is isolating, so every file it writes follows from one type, and it says from
 * which.
 */
class IncrementalTest {

    @Test
    void everyFileNamesTheOneTypeThatItFollowsFrom() {
        Map<String, String> origins = new TreeMap<>();
        Compilation compilation = Compiler.javac()
                .withProcessors(new Watched(origins))
                .compile(
                        ModelCompiler.file(Declarations.DROPOUT_DENOISER),
                        ModelCompiler.file(Declarations.FAMILY),
                        ModelCompiler.file("""
                                package demo;
                                %s
                                class Outer {
                                    @Autoencoder(input = 6)
                                    interface Inner {
                                        @Encoder interface Down extends Layers {}
                                        @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                                    }
                                    interface Layers { @Dense(units = 3) Tensor codings(Tensor input); }
                                }
                                """.formatted(Declarations.IMPORTS)),
                        ModelCompiler.file(Declarations.model(
                                "input = 6", "@Dense(units = 0) Tensor codings(Tensor input);", "")));
        assertEquals(Compilation.Status.FAILURE, compilation.status(), "the last one has mistakes");
        assertEquals(
                Map.of(
                        "demo.DropoutDenoiserModel", "[demo.DropoutDenoiser]",
                        "demo.FamilyModel", "[demo.Family]",
                        "demo.Outer_InnerModel", "[demo.Outer.Inner]",
                        "demo.SampleModel", "[demo.Sample]"),
                origins);
    }

    @Test
    void gradleIsTold() throws IOException {
        try (var in =
                AutoencoderProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertEquals(
                    AutoencoderProcessor.class.getName() + ",isolating",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    /** The processor, with an eye on the files that it writes. */
    private static final class Watched extends AbstractProcessor {

        private final AutoencoderProcessor processor = new AutoencoderProcessor();
        private final Map<String, String> origins;

        Watched(Map<String, String> origins) {
            this.origins = origins;
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
        public synchronized void init(ProcessingEnvironment environment) {
            Filer filer = wrap(Filer.class, environment.getFiler(), (method, arguments) -> {
                if (method.startsWith("create")) {
                    origins.put((String) arguments[0], Arrays.toString((Element[]) arguments[1]));
                }
            });
            InvocationHandler handler = (proxy, method, arguments) ->
                    method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments);
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler));
        }

        private interface Call {
            void seen(String method, Object[] arguments);
        }

        private static <T> T wrap(Class<T> type, T object, Call call) {
            InvocationHandler handler = (proxy, method, arguments) -> {
                call.seen(method.getName(), arguments);
                try {
                    return method.invoke(object, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            };
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }
}
