package dev.lanewise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What names in a method's body stand for. javac has not looked into bodies when processors run, and asking it to would make it
 * complain of classes that are still to be generated; so scopes and imports are followed here, as far as fields, static methods
 * and types go.
 */
final class Names {

    private final Elements elements;
    private final CompilationUnitTree unit;
    /** The type around the method, those around that, innermost first. */
    private final List<TypeElement> scopes = new ArrayList<>();

    Names(Elements elements, CompilationUnitTree unit, Element method) {
        this.elements = elements;
        this.unit = unit;
        for (Element around = method.getEnclosingElement();
                around instanceof TypeElement type;
                around = type.getEnclosingElement()) {
            scopes.add(type);
        }
    }

    TypeElement outermost() {
        return scopes.getLast();
    }

    /** The fields that a simple name may stand for, in the nearest scope that has it. */
    Optional<VariableElement> field(String name) {
        for (TypeElement scope : scopes) {
            Optional<VariableElement> field = field(scope, name);
            if (field.isPresent()) {
                return field;
            }
        }
        return staticImports(name).stream()
                .flatMap(type -> field(type, name).stream())
                .findFirst();
    }

    Optional<VariableElement> field(TypeElement type, String name) {
        return ElementFilter.fieldsIn(elements.getAllMembers(type)).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst();
    }

    /** The methods that a simple name may stand for: those of the nearest scope that has it, or those imported. */
    List<ExecutableElement> methods(String name) {
        for (TypeElement scope : scopes) {
            List<ExecutableElement> methods = methods(scope, name);
            if (!methods.isEmpty()) {
                return methods;
            }
        }
        return staticImports(name).stream()
                .flatMap(type -> methods(type, name).stream())
                .filter(method -> method.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    List<ExecutableElement> methods(TypeElement type, String name) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
    }

    /** The types whose static members of a name are imported, those imported by that name first. */
    private List<TypeElement> staticImports(String name) {
        List<TypeElement> named = new ArrayList<>();
        List<TypeElement> all = new ArrayList<>();
        for (ImportTree line : unit.getImports()) {
            if (line.isStatic() && line.getQualifiedIdentifier() instanceof MemberSelectTree imported) {
                String member = imported.getIdentifier().toString();
                if (member.equals(name) || member.equals("*")) {
                    Optional.ofNullable(elements.getTypeElement(
                                    imported.getExpression().toString()))
                            .ifPresent(member.equals("*") ? all::add : named::add);
                }
            }
        }
        named.addAll(all);
        return named;
    }

    /** The type that an expression names. */
    Optional<TypeElement> type(ExpressionTree expression) {
        if (expression instanceof IdentifierTree identifier) {
            return type(identifier.getName().toString());
        }
        if (expression instanceof MemberSelectTree select) {
            Optional<TypeElement> qualified = Optional.ofNullable(elements.getTypeElement(select.toString()));
            return qualified.or(() -> type(select.getExpression())
                    .flatMap(outer -> member(outer, select.getIdentifier().toString())));
        }
        return Optional.empty();
    }

    private Optional<TypeElement> type(String name) {
        for (TypeElement scope : scopes) {
            if (scope.getSimpleName().contentEquals(name)) {
                return Optional.of(scope);
            }
            Optional<TypeElement> member = member(scope, name);
            if (member.isPresent()) {
                return member;
            }
        }
        PackageElement own = elements.getPackageOf(outermost());
        return imported(name)
                .or(() -> inPackage(own.getQualifiedName().toString(), name))
                .or(() -> importedOnDemand(name))
                .or(() -> inPackage("java.lang", name));
    }

    private Optional<TypeElement> member(TypeElement type, String name) {
        return ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                .filter(member -> member.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private Optional<TypeElement> imported(String name) {
        return unit.getImports().stream()
                .filter(line -> line.getQualifiedIdentifier() instanceof MemberSelectTree imported
                        && imported.getIdentifier().contentEquals(name))
                .map(line -> line.getQualifiedIdentifier().toString())
                .flatMap(type -> Optional.ofNullable(elements.getTypeElement(type)).stream())
                .findFirst();
    }

    private Optional<TypeElement> importedOnDemand(String name) {
        return unit.getImports().stream()
                .filter(line -> !line.isStatic())
                .map(line -> line.getQualifiedIdentifier().toString())
                .filter(line -> line.endsWith(".*"))
                .flatMap(line -> inPackage(line.substring(0, line.length() - 2), name).stream())
                .findFirst();
    }

    private Optional<TypeElement> inPackage(String packageName, String name) {
        return Optional.ofNullable(elements.getTypeElement(packageName.isEmpty() ? name : packageName + "." + name));
    }
}
