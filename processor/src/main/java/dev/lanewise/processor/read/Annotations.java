package dev.lanewise.processor.read;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.function.Elementwise;
import dev.lanewise.function.Rowwise;
import dev.lanewise.processor.check.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Annotations as javac sees them, with their defaults; what javac cannot make sense of is absent. */
final class Annotations {

    private Annotations() {}

    /** Those that are marks, each without attributes that a model could not do without. */
    private static final List<String> MARKS = Stream.of(
                    Autoencoder.class, Encoder.class, Decoder.class, Elementwise.class, Rowwise.class)
            .map(Class::getSimpleName)
            .toList();

    /** The annotation of a type on an element, also where its name is misspelt or not imported: javac says that. */
    static Optional<AnnotationMirror> find(Element element, Class<?> type) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isOf(mirror, type))
                .<AnnotationMirror>map(mirror -> mirror)
                .findFirst();
    }

    private static boolean isOf(AnnotationMirror mirror, Class<?> type) {
        return isUnknown(mirror)
                ? Spelling.nearest(nameOf(mirror), MARKS)
                        .filter(type.getSimpleName()::equals)
                        .isPresent()
                : nameOf(mirror).equals(type.getCanonicalName());
    }

    /** Whether javac does not know an annotation, and says so itself. */
    static boolean isUnknown(AnnotationMirror mirror) {
        return mirror.getAnnotationType().getKind() == TypeKind.ERROR;
    }

    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
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
