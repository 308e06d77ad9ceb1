package dev.lanewise.processor.read;

import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.Dropout;
import dev.lanewise.layer.Initializer;
import dev.lanewise.processor.graph.Declaration.LayerDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Position;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** From a layer annotation to what it says. A new layer's annotation is named here, and read by a method of its own. */
final class LayerReader {

    private interface Reader {
        Optional<Layer> read(LayerReader reader, AnnotationMirror mirror);
    }

    private static final Map<Class<? extends Annotation>, Reader> READERS =
            Map.of(Dense.class, LayerReader::dense, Dropout.class, LayerReader::dropout);

    /** The annotations of layers. */
    static final Set<Class<? extends Annotation>> ANNOTATIONS = READERS.keySet();

    private static final Map<String, Reader> READERS_BY_NAME = READERS.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().getCanonicalName(), Map.Entry::getValue));

    private final Elements elements;

    LayerReader(Elements elements) {
        this.elements = elements;
    }

    static boolean isLayer(AnnotationMirror mirror) {
        return READERS_BY_NAME.containsKey(Annotations.nameOf(mirror));
    }

    /** The layer annotations of a method. Of one that is repeated, of which javac complains, the first. */
    List<LayerDeclaration> read(Element method, SourcePosition at) {
        Set<String> seen = new HashSet<>();
        return method.getAnnotationMirrors().stream()
                .filter(LayerReader::isLayer)
                .filter(mirror -> seen.add(Annotations.nameOf(mirror)))
                .map(mirror -> read(mirror, at))
                .toList();
    }

    private LayerDeclaration read(AnnotationMirror mirror, SourcePosition at) {
        boolean here = at.element().getAnnotationMirrors().contains(mirror);
        Map<String, Position> values = new HashMap<>();
        if (here) {
            mirror.getElementValues()
                    .forEach((name, value) -> values.put(name.getSimpleName().toString(), at.at(mirror, value)));
        }
        return new LayerDeclaration(
                "@" + mirror.getAnnotationType().asElement().getSimpleName(),
                here ? at.at(mirror) : at,
                READERS_BY_NAME.get(Annotations.nameOf(mirror)).read(this, mirror),
                values);
    }

    private Optional<Layer> dense(AnnotationMirror mirror) {
        var units = Annotations.value(elements, mirror, "units").flatMap(Annotations::asInt);
        var activation = Annotations.value(elements, mirror, "activation")
                .flatMap(value -> Annotations.asEnum(value, Activation.class));
        var initializer = Annotations.value(elements, mirror, "initializer")
                .flatMap(value -> Annotations.asEnum(value, Initializer.class));
        return units.isPresent() && activation.isPresent() && initializer.isPresent()
                ? Optional.of(new Layer.Dense(units.get(), activation.get(), initializer.get()))
                : Optional.empty();
    }

    private Optional<Layer> dropout(AnnotationMirror mirror) {
        return Annotations.value(elements, mirror, "value")
                .flatMap(Annotations::asDouble)
                .map(Layer.Dropout::new);
    }
}
