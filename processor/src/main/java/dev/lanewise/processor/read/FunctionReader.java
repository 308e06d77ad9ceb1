package dev.lanewise.processor.read;

import dev.lanewise.function.Elementwise;
import dev.lanewise.function.Rowwise;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.graph.Declaration.NearFunction;
import dev.lanewise.processor.graph.FunctionDeclaration;
import dev.lanewise.processor.graph.FunctionDeclaration.Fault;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The functions of a model: static methods that are marked, in its type, in the types nested in it and in those around it. All are
 * in one source file, so that the generated class still follows from that file alone. Models without such functions never
 * come to {@link FunctionBody}, the only class that reads trees.
 */
final class FunctionReader {

    private final ProcessingEnvironment environment;

    FunctionReader(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    static boolean isMarked(Element method) {
        return isElementwise(method) || isRowwise(method);
    }

    static boolean isElementwise(Element method) {
        return Annotations.find(method, Elementwise.class).isPresent();
    }

    static boolean isRowwise(Element method) {
        return Annotations.find(method, Rowwise.class).isPresent();
    }

    /**
     * The functions that a model may use.
     *
     * @param isCompiled whether a type of a qualified name is being compiled too
     */
    List<FunctionDeclaration> read(TypeElement model, Predicate<String> isCompiled) {
        Set<ExecutableElement> marked = here(model).stream()
                .filter(FunctionReader::isMarked)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<FunctionDeclaration> functions = new ArrayList<>();
        marked.forEach(method -> functions.add(read(method, marked)));
        inherited(model).stream()
                .filter(method -> isMarked(method) && !marked.contains(method))
                .filter(method -> isComplainedOf(method, isCompiled))
                .forEach(method -> functions.add(declaration(method, Optional.empty(), List.of())));
        return functions;
    }

    /** Methods that could be meant as functions: those of the model that are not marked, and inherited ones. */
    List<NearFunction> near(TypeElement model) {
        Set<ExecutableElement> here = here(model);
        Set<ExecutableElement> all = new LinkedHashSet<>(here);
        all.addAll(inherited(model));
        return all.stream()
                .filter(method -> method.getReturnType().getKind().isPrimitive()
                        && !method.getParameters().isEmpty()
                        && !(here.contains(method) && isMarked(method)))
                .map(method -> new NearFunction(
                        method.getSimpleName().toString(),
                        method.getEnclosingElement().getSimpleName().toString(),
                        isMarked(method)))
                .toList();
    }

    /** The methods of a model's type, of the types nested in it and of those around it. */
    private static Set<ExecutableElement> here(TypeElement model) {
        List<ExecutableElement> methods = new ArrayList<>();
        for (Element around = model.getEnclosingElement();
                around instanceof TypeElement type;
                around = type.getEnclosingElement()) {
            methods.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
        }
        collect(model, methods);
        return new LinkedHashSet<>(methods);
    }

    /** The methods of what a model's type extends. Of interfaces javac does not count the static ones among its members. */
    private List<ExecutableElement> inherited(TypeElement model) {
        Types types = environment.getTypeUtils();
        List<ExecutableElement> methods = new ArrayList<>();
        for (TypeMirror parent : types.directSupertypes(model.asType())) {
            if (types.asElement(parent) instanceof TypeElement type
                    && !type.getQualifiedName().contentEquals("java.lang.Object")) {
                methods.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
                methods.addAll(inherited(type));
            }
        }
        return methods;
    }

    /** Whether a marked method is complained of where it is declared. */
    private static boolean isComplainedOf(ExecutableElement method, Predicate<String> isCompiled) {
        TypeElement outermost = outermost(method);
        return !Strays.holdsModel(outermost)
                && isCompiled.test(outermost.getQualifiedName().toString());
    }

    private static TypeElement outermost(Element method) {
        TypeElement outermost = (TypeElement) method.getEnclosingElement();
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        return outermost;
    }

    private static void collect(TypeElement type, List<ExecutableElement> methods) {
        methods.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> collect(nested, methods));
    }

    private FunctionDeclaration read(ExecutableElement method, Set<ExecutableElement> marked) {
        SourcePosition at = SourcePosition.of(method);
        List<Fault> faults = new ArrayList<>();
        Optional<Function> function = Optional.empty();
        Optional<String> objection = objection(method);
        if (objection.isPresent()) {
            faults.add(signature(method, objection.get()));
        } else if (isKnown(method)) {
            try {
                function = new FunctionBody(environment, method, marked, faults).read();
            } catch (IllegalArgumentException | LinkageError e) {
                faults.add(new Fault(
                        Kind.SOURCE,
                        at,
                        List.of(
                                method.getSimpleName().toString(),
                                "this compiler shows no source trees to processors")));
            }
        }
        return declaration(method, faults.isEmpty() ? function : Optional.empty(), faults);
    }

    private static FunctionDeclaration declaration(
            ExecutableElement method, Optional<Function> function, List<Fault> faults) {
        return new FunctionDeclaration(
                method.getSimpleName().toString(),
                SourcePosition.of(method),
                isRowwise(method),
                method.getParameters().stream()
                        .map(parameter -> parameter.getSimpleName().toString())
                        .toList(),
                function,
                faults);
    }

    static Fault signature(ExecutableElement method, String objection) {
        return new Fault(
                Kind.SIGNATURE,
                SourcePosition.of(method),
                List.of(method.getSimpleName().toString(), objection, example(method)));
    }

    /** What keeps a method from being a function of numbers. */
    static Optional<String> objection(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (isElementwise(method) && isRowwise(method)) {
            return Optional.of("is marked both @Elementwise and @Rowwise");
        }
        if (!modifiers.contains(Modifier.STATIC)) {
            return Optional.of("is not static");
        }
        if (modifiers.contains(Modifier.NATIVE)) {
            return Optional.of("is native");
        }
        if (!method.getTypeParameters().isEmpty()) {
            return Optional.of("has type parameters");
        }
        if (method.isVarArgs()) {
            return Optional.of("takes a variable number of arguments");
        }
        if (method.getParameters().isEmpty()) {
            return Optional.of("takes nothing");
        }
        for (VariableElement parameter : method.getParameters()) {
            if (isOther(parameter.asType().getKind())) {
                return Optional.of("takes " + parameter.asType() + " as " + parameter.getSimpleName());
            }
        }
        return isOther(method.getReturnType().getKind())
                ? Optional.of("returns " + method.getReturnType())
                : Optional.empty();
    }

    private static boolean isOther(TypeKind kind) {
        return kind != TypeKind.FLOAT && kind != TypeKind.ERROR;
    }

    private static boolean isKnown(ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.FLOAT
                && method.getParameters().stream()
                        .allMatch(parameter -> parameter.asType().getKind() == TypeKind.FLOAT);
    }

    private static String example(ExecutableElement method) {
        String name = method.getParameters().isEmpty()
                ? "x"
                : method.getParameters().getFirst().getSimpleName().toString();
        return "static float " + method.getSimpleName() + "(float " + name + ")";
    }
}
