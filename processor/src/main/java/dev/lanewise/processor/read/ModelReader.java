package dev.lanewise.processor.read;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Loss;
import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.Dimension;
import dev.lanewise.processor.graph.Declaration.LossBy;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Stray;
import dev.lanewise.processor.graph.Declaration.Type;
import dev.lanewise.processor.graph.FunctionDeclaration;
import dev.lanewise.processor.graph.Position;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Surroundings;
import dev.lanewise.processor.graph.TypeName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** From an {@link Autoencoder} type to its declaration, right or wrong. */
public final class ModelReader {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final Elements elements;
    private final Types types;
    private final Misspellings misspellings;
    private final MethodReader methods;
    private final FunctionReader functions;

    private ModelReader(ProcessingEnvironment environment, Misspellings misspellings) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.misspellings = misspellings;
        this.functions = new FunctionReader(environment);
        this.methods = new MethodReader(elements, types, misspellings);
    }

    /**
     * Reads from a compiler.
     *
     * @param environment the compiler's
     * @return the reader
     */
    public static ModelReader of(ProcessingEnvironment environment) {
        return new ModelReader(environment, Misspellings.UNSEEN);
    }

    /**
     * Reads from a compiler, and looks for misspelt attributes too: for models with mistakes, which may follow from one.
     *
     * @param environment the compiler's
     * @return the reader
     */
    public static ModelReader closely(ProcessingEnvironment environment) {
        return new ModelReader(environment, Misspellings.inTrees(environment));
    }

    /**
     * Reads a model.
     *
     * @param model the type with the annotation
     * @param isTaken whether a type of a qualified name is there already
     * @return what is written
     */
    public Declaration read(TypeElement model, Predicate<String> isTaken) {
        SourcePosition at = SourcePosition.of(model);
        AnnotationMirror mirror = Annotations.find(model, Autoencoder.class).orElseThrow();
        Attributes attributes = new Attributes(elements, mirror, !misspellings.isIn(model, mirror));
        TypeName name = nameOf(model);
        Optional<List<Dimension>> input = dimensions(at, mirror, attributes.value("input"));
        Optional<List<Dimension>> condition = dimensions(at, mirror, attributes.value("condition"));
        boolean hasCondition =
                condition.map(dimensions -> !dimensions.isEmpty()).orElse(true);
        Optional<Loss> loss = attributes.constant("loss", Loss.class);
        List<PartDeclaration> parts = parts(model, hasCondition);
        List<FunctionDeclaration> own = functions.read(model, isTaken);
        return new Declaration(
                name,
                at,
                TypeReader.traits(model),
                new Surroundings(
                        model.getModifiers().contains(Modifier.PUBLIC) && isReachable(model), seesGenerated(model)),
                isTaken.test(name.qualifiedModelName()),
                input,
                place(at, mirror, attributes.written("input")),
                condition,
                place(at, mirror, attributes.written("condition")),
                loss,
                lossBy(at, mirror, attributes),
                own,
                functions.near(model),
                roles(model).stream().findFirst(),
                parts,
                deeper(model),
                strays(model),
                input.isPresent()
                        && condition.isPresent()
                        && loss.isPresent()
                        && deeper(model).isEmpty()
                        && isReadable(model, parts)
                        && own.stream().allMatch(ModelReader::isReadable));
    }

    /**
     * The name of a type.
     *
     * @param type the type
     * @return its package, the types around it and its own
     */
    public TypeName nameOf(TypeElement type) {
        LinkedList<String> simpleNames = new LinkedList<>();
        for (Element next = type; next instanceof TypeElement; next = next.getEnclosingElement()) {
            simpleNames.addFirst(next.getSimpleName().toString());
        }
        return new TypeName(elements.getPackageOf(type).getQualifiedName().toString(), simpleNames);
    }

    /**
     * Where a type is declared.
     *
     * @param type the type
     * @return its place
     */
    public static Position positionOf(TypeElement type) {
        return SourcePosition.of(type);
    }

    /** Whether every type around it is as public as it is. */
    private static boolean isReachable(TypeElement type) {
        for (Element next = type; next instanceof TypeElement; next = next.getEnclosingElement()) {
            if (!next.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether generated code may bear {@code @Generated}: the user's module can read it, and, where it exports the generated
     * class, passes it on to whoever reads that (javac warns otherwise).
     */
    private boolean seesGenerated(TypeElement model) {
        ModuleElement module = elements.getModuleOf(model);
        return elements.getTypeElement(module, GENERATED) != null
                && (module.isUnnamed()
                        || !isExported(model, module)
                        || requiresTransitively(module, "java.compiler")
                        || requiresTransitively(module, "java.se"));
    }

    private boolean isExported(TypeElement model, ModuleElement module) {
        return ElementFilter.exportsIn(module.getDirectives()).stream()
                .anyMatch(exported -> exported.getPackage().equals(elements.getPackageOf(model)));
    }

    private static boolean requiresTransitively(ModuleElement module, String name) {
        return ElementFilter.requiresIn(module.getDirectives()).stream()
                .anyMatch(required -> required.isTransitive()
                        && required.getDependency().getQualifiedName().contentEquals(name));
    }

    private static Position place(SourcePosition at, AnnotationMirror mirror, Optional<AnnotationValue> written) {
        return written.map(value -> at.at(mirror, value)).orElseGet(() -> at.at(mirror));
    }

    private static Optional<List<Dimension>> dimensions(
            SourcePosition at, AnnotationMirror mirror, Optional<AnnotationValue> array) {
        Optional<List<? extends AnnotationValue>> values = array.flatMap(Annotations::asList);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (AnnotationValue value : values.get()) {
            Optional<Integer> number = Annotations.asInt(value);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            dimensions.add(new Dimension(number.get(), at.at(mirror, value)));
        }
        return Optional.of(dimensions);
    }

    private List<PartDeclaration> parts(TypeElement model, boolean hasCondition) {
        List<TypeElement> marked = ElementFilter.typesIn(model.getEnclosedElements()).stream()
                .filter(type -> !roles(type).isEmpty())
                .toList();
        boolean areSwapped =
                marked.size() == Role.values().length && marked.stream().allMatch(this::seemsTheOther);
        List<PartDeclaration> parts = new ArrayList<>();
        for (TypeElement type : marked) {
            parts.add(new PartDeclaration(
                    roles(type),
                    areSwapped ? other(written(type)) : meantRole(type, marked),
                    type.getSimpleName().toString(),
                    SourcePosition.of(type),
                    TypeReader.traits(type),
                    hasCondition,
                    methods.read(type),
                    methods.others(type)));
        }
        return parts;
    }

    private static Role written(TypeElement type) {
        return roles(type).iterator().next();
    }

    private static Role other(Role role) {
        return role == Role.ENCODER ? Role.DECODER : Role.ENCODER;
    }

    /** Whether a part computes what the other part should, and not what it should itself. */
    private boolean seemsTheOther(TypeElement type) {
        List<String> values =
                methods.read(type).stream().map(MethodDeclaration::name).toList();
        Role written = written(type);
        return roles(type).size() == 1
                && values.contains(other(written).result())
                && !values.contains(written.result());
    }

    /** Of two encoders and no decoder, the second is the decoder, its annotation a slip; and the other way round. */
    private static Role meantRole(TypeElement type, List<TypeElement> marked) {
        Role written = written(type);
        Role other = other(written);
        boolean isFirst = marked.stream()
                .filter(part -> roles(part).contains(written))
                .findFirst()
                .orElseThrow()
                .equals(type);
        boolean otherIsMissing = marked.stream().noneMatch(part -> roles(part).contains(other));
        return !isFirst && otherIsMissing ? other : written;
    }

    /** What types are marked as that are nested deeper than parts are. */
    private static Set<Role> deeper(TypeElement model) {
        Set<Role> deeper = EnumSet.noneOf(Role.class);
        for (TypeElement nested : ElementFilter.typesIn(model.getEnclosedElements())) {
            if (!Strays.isModel(nested)) {
                for (TypeElement inner : ElementFilter.typesIn(nested.getEnclosedElements())) {
                    deeper.addAll(roles(inner));
                }
            }
        }
        return deeper;
    }

    static Set<Role> roles(Element type) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (Annotations.find(type, Encoder.class).isPresent()) {
            roles.add(Role.ENCODER);
        }
        if (Annotations.find(type, Decoder.class).isPresent()) {
            roles.add(Role.DECODER);
        }
        return roles;
    }

    /** Layers in the model's own type, and in types nested in it that no part inherits from. */
    private List<Stray> strays(TypeElement model) {
        List<TypeElement> nested = ElementFilter.typesIn(model.getEnclosedElements());
        List<TypeElement> parts =
                nested.stream().filter(type -> !roles(type).isEmpty()).toList();
        List<TypeElement> others = nested.stream()
                .filter(type -> parts.stream().noneMatch(part -> types.isSubtype(part.asType(), type.asType())))
                .toList();
        List<Stray> strays = new ArrayList<>(straysIn(model));
        others.forEach(type -> strays.addAll(straysIn(type)));
        return strays;
    }

    private static List<Stray> straysIn(TypeElement type) {
        List<Stray> strays = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            Strays.layerOn(method).ifPresent(strays::add);
        }
        return strays;
    }

    private boolean isReadable(TypeElement model, List<PartDeclaration> parts) {
        boolean typesReadable = TypeReader.hasKnownSupertypes(model, types)
                && ElementFilter.typesIn(model.getEnclosedElements()).stream()
                        .filter(type -> !roles(type).isEmpty())
                        .allMatch(type -> TypeReader.hasKnownSupertypes(type, types));
        return typesReadable
                && parts.stream().flatMap(part -> part.methods().stream()).allMatch(ModelReader::isReadable);
    }

    /** A function with faults is readable enough: the rules report them. */
    private static boolean isReadable(FunctionDeclaration function) {
        return function.function().isPresent() || !function.faults().isEmpty();
    }

    private static Optional<LossBy> lossBy(SourcePosition at, AnnotationMirror mirror, Attributes attributes) {
        return attributes
                .written("lossBy")
                .flatMap(value -> Annotations.asText(value)
                        .map(name -> new LossBy(
                                name,
                                at.at(mirror, value),
                                attributes.written("loss").isPresent())));
    }

    private static boolean isReadable(MethodDeclaration method) {
        return method.type() != Type.UNRESOLVED
                && method.parameters().stream().allMatch(parameter -> parameter.type() != Type.UNRESOLVED)
                && method.layers().stream().allMatch(layer -> layer.layer().isPresent());
    }
}
