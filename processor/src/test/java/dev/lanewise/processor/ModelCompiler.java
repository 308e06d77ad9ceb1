package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.runtime.CompiledModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Runs javac with the processor, in memory. */
final class ModelCompiler {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:@\\w+(?:\\(.*\\))? )*(?:public |abstract |final )*(?:class|interface|record|enum|@interface) (\\w+)");

    private ModelCompiler() {}

    /**
     * What came of it.
     *
     * @param compilation javac's side
     * @param models the models without mistakes, as the compiler read them
     */
    record Compiled(Compilation compilation, List<Model> models) {

        /** The only model. */
        Model model() {
            assertEquals(List.of(), compilation.errors(), "errors");
            assertEquals(1, models.size(), "models");
            return models.getFirst();
        }

        /** The generated source of the only model. */
        String generated() {
            return read(compilation.generatedSourceFiles().getFirst());
        }

        /** A model of the generated class. */
        CompiledModel create(long seed) throws ReflectiveOperationException {
            return create(model(), seed);
        }

        /** A model of the generated class of one of several. */
        CompiledModel create(Model model, long seed) throws ReflectiveOperationException {
            Class<?> type = loader().loadClass(model.type().qualifiedModelName());
            var create = type.getDeclaredMethod("create", long.class);
            create.setAccessible(true);
            return (CompiledModel) create.invoke(null, seed);
        }

        ClassLoader loader() {
            return new ClassLoader(ModelCompiler.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    JavaFileObject file = compilation
                            .generatedFile(StandardLocation.CLASS_OUTPUT, name.replace('.', '/') + ".class")
                            .orElseThrow(() -> new ClassNotFoundException(name));
                    try (InputStream in = file.openInputStream()) {
                        byte[] bytes = in.readAllBytes();
                        return defineClass(name, bytes, 0, bytes.length);
                    } catch (IOException e) {
                        throw new ClassNotFoundException(name, e);
                    }
                }
            };
        }
    }

    /** Compiles sources as a user with all of javac's warnings would. */
    static Compiled compile(String... sources) {
        return compile(List.of("--release", "25", "-Xlint:all", "-Werror"), sources);
    }

    /** Compiles sources with options of javac. */
    static Compiled compile(List<String> options, String... sources) {
        List<Model> models = new ArrayList<>();
        Compilation compilation = Compiler.javac()
                .withProcessors(new AutoencoderProcessor(models::add))
                .withOptions(options)
                .compile(Arrays.stream(sources).map(ModelCompiler::file).toList());
        return new Compiled(compilation, models);
    }

    /** A source file, named by the package and the first type in it. */
    static JavaFileObject file(String source) {
        Matcher inPackage = PACKAGE.matcher(source);
        String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
        Matcher type = TYPE.matcher(source);
        if (source.contains("module ") && !type.find()) {
            return JavaFileObjects.forSourceString("module-info", source);
        }
        type.reset();
        String name = type.find() ? type.group(1) : "Unnamed";
        return JavaFileObjects.forSourceString(prefix + name, source);
    }

    static String read(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
