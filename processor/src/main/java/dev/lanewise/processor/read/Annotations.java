package dev.lanewise.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Annotations as javac sees them, with their defaults; what javac cannot make sense of is absent. */
final class Annotations {

    private Annotations() {}

    /** The annotation of a type on an element. */
    static Optional<AnnotationMirror> find(Element element, Class<?> type) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isOf(mirror, type.getCanonicalName()))
                .<AnnotationMirror>map(mirror -> mirror)
                .findFirst();
    }

    static boolean isOf(AnnotationMirror mirror, String qualifiedName) {
        return nameOf(mirror).equals(qualifiedName);
    }

    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** A value as it is written, without defaults. */
    static Optional<AnnotationValue> written(AnnotationMirror mirror, String name) {
        return get(mirror.getElementValues(), name);
    }

    /** A value as it is written, or its default. */
    static Optional<AnnotationValue> value(Elements elements, AnnotationMirror mirror, String name) {
        return get(elements.getElementValuesWithDefaults(mirror), name);
    }

    private static Optional<AnnotationValue> get(
            Map<? extends ExecutableElement, ? extends AnnotationValue> values, String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .<AnnotationValue>map(Map.Entry::getValue)
                .findFirst();
    }

    static Optional<Integer> asInt(AnnotationValue value) {
        return value.getValue() instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    static Optional<Double> asDouble(AnnotationValue value) {
        return value.getValue() instanceof Double number ? Optional.of(number) : Optional.empty();
    }

    static Optional<String> asText(AnnotationValue value) {
        return value.getValue() instanceof String text ? Optional.of(text) : Optional.empty();
    }

    static <E extends Enum<E>> Optional<E> asEnum(AnnotationValue value, Class<E> type) {
        return value.accept(new ConstantName(), type.getCanonicalName()).flatMap(name -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(name)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        });
    }

    /** The elements of an array; javac takes a single value for an array of one. */
    static Optional<List<? extends AnnotationValue>> asList(AnnotationValue value) {
        return value.accept(new ArrayElements(), value);
    }

    private static final class ConstantName extends SimpleAnnotationValueVisitor14<Optional<String>, String> {

        ConstantName() {
            super(Optional.empty());
        }

        @Override
        public Optional<String> visitEnumConstant(VariableElement constant, String typeName) {
            boolean rightType = constant.getEnclosingElement() instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(typeName);
            return rightType ? Optional.of(constant.getSimpleName().toString()) : Optional.empty();
        }
    }

    private static final class ArrayElements
            extends SimpleAnnotationValueVisitor14<Optional<List<? extends AnnotationValue>>, AnnotationValue> {

        ArrayElements() {
            super(Optional.empty());
        }

        @Override
        public Optional<List<? extends AnnotationValue>> visitArray(
                List<? extends AnnotationValue> values, AnnotationValue whole) {
            return Optional.of(values);
        }

        @Override
        public Optional<List<? extends AnnotationValue>> visitInt(int value, AnnotationValue whole) {
            return Optional.of(List.of(whole));
        }
    }
}
