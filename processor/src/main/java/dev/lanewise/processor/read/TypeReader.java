package dev.lanewise.processor.read;

import dev.lanewise.processor.graph.Declaration.Trait;
import dev.lanewise.processor.graph.Declaration.Traits;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What is unusual about a type. */
final class TypeReader {

    private TypeReader() {}

    static Traits traits(TypeElement type) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        boolean isAbstractClass =
                type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT);
        if (type.getKind() != ElementKind.INTERFACE && !isAbstractClass) {
            traits.add(Trait.CONCRETE);
        }
        if (!type.getTypeParameters().isEmpty()) {
            traits.add(Trait.GENERIC);
        }
        if (isPrivate(type)) {
            traits.add(Trait.PRIVATE);
        }
        if (isInner(type)) {
            traits.add(Trait.INNER);
        }
        return new Traits(traits);
    }

    private static boolean isPrivate(TypeElement type) {
        for (Element next = type; next instanceof TypeElement; next = next.getEnclosingElement()) {
            if (next.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInner(TypeElement type) {
        for (Element next = type;
                next instanceof TypeElement nested && nested.getNestingKind() == NestingKind.MEMBER;
                next = next.getEnclosingElement()) {
            if (nested.getKind() == ElementKind.CLASS && !nested.getModifiers().contains(Modifier.STATIC)) {
                return true;
            }
        }
        return false;
    }

    /** Whether javac knows everything that a type inherits from. */
    static boolean hasKnownSupertypes(TypeElement type, Types types) {
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            if (parent.getKind() == TypeKind.ERROR) {
                return false;
            }
            if (types.asElement(parent) instanceof TypeElement element && !hasKnownSupertypes(element, types)) {
                return false;
            }
        }
        return true;
    }
}
