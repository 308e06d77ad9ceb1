package dev.lanewise.processor.read;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/**
 * What an annotation says. What is not written has its default, unless it may be what was meant by an attribute that the annotation
 * does not have: javac complains of that, and the values that may depend on it are absent here.
 */
final class Attributes {

    private final Elements elements;
    private final AnnotationMirror mirror;
    private final boolean isWhole;

    /** With whether javac knows the annotation and all that is written in it. */
    Attributes(Elements elements, AnnotationMirror mirror, boolean isWhole) {
        this.elements = elements;
        this.mirror = mirror;
        this.isWhole = isWhole;
    }

    boolean isWhole() {
        return isWhole;
    }

    /** A value as it is written, without defaults. */
    Optional<AnnotationValue> written(String name) {
        return get(mirror.getElementValues(), name);
    }

    /** A value as it is written, or its default. */
    Optional<AnnotationValue> value(String name) {
        return isWhole ? get(elements.getElementValuesWithDefaults(mirror), name) : written(name);
    }

    private static Optional<AnnotationValue> get(
            Map<? extends ExecutableElement, ? extends AnnotationValue> values, String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .<AnnotationValue>map(Map.Entry::getValue)
                .findFirst();
    }

    Optional<Integer> whole(String name) {
        return value(name).flatMap(Annotations::asInt);
    }

    Optional<Double> number(String name) {
        return value(name).flatMap(Annotations::asDouble);
    }

    Optional<String> text(String name) {
        return value(name).flatMap(Annotations::asText);
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return value(name).flatMap(value -> Annotations.asEnum(value, type));
    }

    /** The name of a function of the user's own, where one is written. */
    Optional<String> own(String name) {
        return written(name).flatMap(Annotations::asText);
    }
}
