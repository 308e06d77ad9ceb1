package dev.lanewise.processor.read;

import dev.lanewise.processor.graph.Position;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place that javac can point at.
 *
 * @param element an element
 * @param annotation an annotation on it
 * @param value a value in that
 */
record SourcePosition(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value)
        implements Position {

    static SourcePosition of(Element element) {
        return new SourcePosition(element, Optional.empty(), Optional.empty());
    }

    SourcePosition at(AnnotationMirror mirror) {
        return new SourcePosition(element, Optional.of(mirror), Optional.empty());
    }

    SourcePosition at(AnnotationMirror mirror, AnnotationValue part) {
        return new SourcePosition(element, Optional.of(mirror), Optional.of(part));
    }
}
