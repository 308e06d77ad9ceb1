package dev.lanewise.processor.read;

import dev.lanewise.Tensor;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.MethodTrait;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;

/** The methods of a part: its own and those that it inherits. */
final class MethodReader {

    private final Elements elements;
    private final Types types;
    private final LayerReader layers;

    MethodReader(Elements elements, Types types, Misspellings misspellings) {
        this.elements = elements;
        this.types = types;
        this.layers = new LayerReader(elements, misspellings);
    }

    /** The abstract methods of a part and those with layer annotations, supertypes first, in source order. */
    List<MethodDeclaration> read(TypeElement part) {
        return visible(part).stream()
                .filter(MethodReader::isValue)
                .map(method -> read(part, method))
                .toList();
    }

    /** The names of a part's other methods. */
    Set<String> others(TypeElement part) {
        return visible(part).stream()
                .filter(method -> !isValue(method))
                .map(method -> method.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    private List<ExecutableElement> visible(TypeElement part) {
        Set<ExecutableElement> found = new LinkedHashSet<>();
        collect(part, found);
        return found.stream()
                .filter(method -> found.stream().noneMatch(other -> overrides(other, method, part)))
                .toList();
    }

    private void collect(TypeElement type, Set<ExecutableElement> found) {
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            if (types.asElement(parent) instanceof TypeElement element
                    && !element.getQualifiedName().contentEquals("java.lang.Object")) {
                collect(element, found);
            }
        }
        found.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
    }

    /** Eclipse's compiler would let any two interfaces of a part override each other's methods; one must extend the other. */
    private boolean overrides(ExecutableElement method, ExecutableElement overridden, TypeElement in) {
        Element here = method.getEnclosingElement();
        Element there = overridden.getEnclosingElement();
        return method != overridden
                && method.getSimpleName().equals(overridden.getSimpleName())
                && elements.overrides(method, overridden, in)
                && (!here.getKind().isInterface()
                        || types.isSubtype(types.erasure(here.asType()), types.erasure(there.asType())));
    }

    private static boolean isValue(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT)
                || method.getAnnotationMirrors().stream().anyMatch(LayerReader::isLayer);
    }

    private MethodDeclaration read(TypeElement part, ExecutableElement method) {
        boolean binary = isBinary(method);
        SourcePosition at = SourcePosition.of(binary ? part : method);
        List<ParameterDeclaration> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            String name = parameter.getSimpleName().toString();
            parameters.add(new ParameterDeclaration(
                    name,
                    binary ? at : SourcePosition.of(parameter),
                    typeOf(parameter.asType()),
                    parameter.asType().toString(),
                    binary && name.equals("arg" + parameters.size())));
        }
        return new MethodDeclaration(
                method.getSimpleName().toString(),
                at,
                method.getEnclosingElement().getSimpleName().toString(),
                traits(method),
                typeOf(method.getReturnType()),
                method.getReturnType().toString(),
                parameters,
                layers.read(method, at));
    }

    private boolean isBinary(ExecutableElement method) {
        if (!(method.getEnclosingElement() instanceof TypeElement type)) {
            return false;
        }
        try {
            JavaFileObject file = elements.getFileObjectOf(type);
            return file != null && file.getKind() == JavaFileObject.Kind.CLASS;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static Set<MethodTrait> traits(ExecutableElement method) {
        Set<MethodTrait> traits = EnumSet.noneOf(MethodTrait.class);
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE)) {
            traits.add(MethodTrait.PRIVATE);
        } else if (modifiers.contains(Modifier.STATIC)) {
            traits.add(MethodTrait.STATIC);
        } else if (method.isDefault()) {
            traits.add(MethodTrait.DEFAULT);
        } else if (!modifiers.contains(Modifier.ABSTRACT)) {
            traits.add(MethodTrait.CONCRETE);
        }
        if (!method.getTypeParameters().isEmpty()) {
            traits.add(MethodTrait.GENERIC);
        }
        if (method.isVarArgs()) {
            traits.add(MethodTrait.VARARGS);
        }
        return traits;
    }

    private static Type typeOf(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return Type.UNRESOLVED;
        }
        if (type instanceof DeclaredType declared) {
            Element element = declared.asElement();
            boolean tensor = element instanceof TypeElement known
                    && known.getQualifiedName().contentEquals(Tensor.class.getCanonicalName());
            return tensor ? Type.TENSOR : Type.OTHER;
        }
        return Type.OTHER;
    }
}
