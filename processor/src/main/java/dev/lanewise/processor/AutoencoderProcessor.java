package dev.lanewise.processor;

import com.google.auto.service.AutoService;
import dev.lanewise.Autoencoder;
import dev.lanewise.processor.check.Checker;
import dev.lanewise.processor.check.Mistake;
import dev.lanewise.processor.check.Problem;
import dev.lanewise.processor.check.Problems;
import dev.lanewise.processor.emit.BinaryFile;
import dev.lanewise.processor.emit.ModelWriter;
import dev.lanewise.processor.emit.SourceFile;
import dev.lanewise.processor.emit.StubWriter;
import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.ModelBuilder;
import dev.lanewise.processor.plan.Plan;
import dev.lanewise.processor.plan.Planner;
import dev.lanewise.processor.read.ModelReader;
import dev.lanewise.processor.read.ProblemReporter;
import dev.lanewise.processor.read.Strays;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Compiles each {@link Autoencoder} type to a class beside it, with {@code Model} added to its name; for a nested type, {@code
 * Outer.Inner}, that is {@code Outer_InnerModel}.
 *
 * <p>Every generated class follows from one declared type, its supertypes included, and from nothing else: the processor
 * is <i>isolating</i> for incremental builds. A declaration with mistakes gets a stub, so that javac reports them and
 * nothing that follows from them.
 */
@AutoService(Processor.class)
public final class AutoencoderProcessor extends AbstractProcessor {

    private final Consumer<Model> listener;
    /** Types that got a stub because javac could not make sense of them, and will say so. */
    private final Set<String> unreadable = new LinkedHashSet<>();
    /** Types of this compilation, as opposed to those left by an earlier one. */
    private final Set<String> names = new HashSet<>();

    private Optional<ModelReader> reader = Optional.empty();
    private Optional<ModelReader> closeReader = Optional.empty();
    private Optional<ProblemReporter> reporter = Optional.empty();

    /** Called by javac. */
    public AutoencoderProcessor() {
        this(model -> {});
    }

    /** Also shows each model without mistakes to a test. */
    AutoencoderProcessor(Consumer<Model> listener) {
        this.listener = listener;
    }

    /**
     * {@return everything in {@code dev.lanewise}, and what generated classes bear: with {@code -Xlint:all} javac warns of
     * annotations that no processor claims}
     */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.lanewise.*", "javax.annotation.processing.Generated");
    }

    /** {@return the newest, whatever that is: declarations use nothing that changes} */
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        reader = Optional.of(ModelReader.of(environment));
        closeReader = Optional.of(ModelReader.closely(environment));
        reporter = Optional.of(new ProblemReporter(environment.getMessager()));
    }

    /** Compiles the models of a round. {@return true: no other processor need look at our annotations} */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                names.add(type.getQualifiedName().toString());
            }
        }
        reportStrays(round);
        for (Element element : round.getElementsAnnotatedWith(Autoencoder.class)) {
            if (element instanceof TypeElement type) {
                compileSafely(type);
            }
        }
        if (round.processingOver()) {
            reportLate();
        }
        return true;
    }

    private void reportStrays(RoundEnvironment round) {
        Problems problems = new Problems();
        Strays.parts(round)
                .forEach(stray ->
                        problems.report(Mistake.PART_OUTSIDE, stray.at(), stray.annotation(), stray.typeName()));
        Strays.layers(round)
                .forEach(stray ->
                        problems.report(Mistake.LAYER_OUTSIDE, stray.at(), stray.annotation(), stray.typeName()));
        Strays.functions(round)
                .forEach(stray ->
                        problems.report(Mistake.FUNCTION_OUTSIDE, stray.at(), stray.annotation(), stray.typeName()));
        problems.found().forEach(reporter()::report);
    }

    /**
     * What could not be read and now can, refers to something that was written meanwhile: to its own generated class, which
     * the rules object to, or to what another processor has written, too late for the model.
     */
    private void reportLate() {
        for (String model : unreadable) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(model);
            if (type == null) {
                continue;
            }
            String stub = reader().nameOf(type).qualifiedModelName();
            Declaration declaration =
                    closeReader.orElseThrow().read(type, name -> !name.equals(stub) && names.contains(name));
            if (declaration.isReadable()) {
                List<Problem> problems = Checker.check(declaration);
                problems.forEach(reporter()::report);
                if (problems.isEmpty()) {
                    report(Mistake.LATE, type, type.getSimpleName());
                }
            }
        }
    }

    private void compileSafely(TypeElement type) {
        try {
            compile(type);
        } catch (FilerException e) {
            report(Mistake.NAME_TAKEN, type, reader().nameOf(type).qualifiedModelName());
        } catch (IOException | RuntimeException | AssertionError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            report(Mistake.INTERNAL, type, type.getQualifiedName(), e, trace);
        }
    }

    private void compile(TypeElement type) throws IOException {
        Declaration declaration = reader().read(type, names::contains);
        if (declaration.isReadable() && Checker.check(declaration).isEmpty()) {
            writeModel(declaration, type);
        } else {
            writeStub(closeReader.orElseThrow().read(type, names::contains), type);
        }
    }

    private void writeModel(Declaration declaration, TypeElement type) throws IOException {
        Optional<SourceFile> file = Optional.empty();
        try {
            Model model = ModelBuilder.build(declaration);
            listener.accept(model);
            Plan plan = Planner.plan(model);
            SourceFile source = ModelWriter.write(plan);
            for (BinaryFile vectors : ModelWriter.vectors(plan)) {
                write(vectors, type);
            }
            file = Optional.of(source);
        } finally {
            write(file.orElseGet(() -> StubWriter.write(declaration)), type);
        }
    }

    /** Reports the mistakes of a declaration: none, where javac will. */
    private void writeStub(Declaration declaration, TypeElement type) throws IOException {
        List<Problem> problems = Checker.check(declaration);
        problems.forEach(reporter()::report);
        if (problems.isEmpty()) {
            unreadable.add(type.getQualifiedName().toString());
        }
        if (!declaration.nameTaken()) {
            write(StubWriter.write(declaration), type);
        }
    }

    private void write(SourceFile file, TypeElement originating) throws IOException {
        names.add(file.qualifiedName());
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(file.qualifiedName(), originating)
                .openWriter()) {
            writer.write(file.text());
        }
    }

    private void write(BinaryFile file, TypeElement originating) throws IOException {
        try (OutputStream stream = processingEnv
                .getFiler()
                .createClassFile(file.qualifiedName(), originating)
                .openOutputStream()) {
            stream.write(file.bytes());
        }
    }

    private void report(Mistake mistake, TypeElement type, Object... arguments) {
        Problems problems = new Problems();
        problems.report(mistake, ModelReader.positionOf(type), arguments);
        problems.found().forEach(reporter()::report);
    }

    private ModelReader reader() {
        return reader.orElseThrow();
    }

    private ProblemReporter reporter() {
        return reporter.orElseThrow();
    }
}
