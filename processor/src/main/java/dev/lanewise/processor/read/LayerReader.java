package dev.lanewise.processor.read;

import dev.lanewise.layer.Activation;
import dev.lanewise.layer.ActivityRegularization;
import dev.lanewise.layer.Add;
import dev.lanewise.layer.Concat;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.DenseTransposed;
import dev.lanewise.layer.Dropout;
import dev.lanewise.layer.GaussianNoise;
import dev.lanewise.layer.Initializer;
import dev.lanewise.layer.KlSparsity;
import dev.lanewise.layer.Penalty;
import dev.lanewise.layer.Per;
import dev.lanewise.layer.Sampling;
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

    private static final Map<Class<? extends Annotation>, Reader> READERS = Map.of(
            ActivityRegularization.class, LayerReader::activityRegularization,
            Add.class, (reader, mirror) -> Optional.of(new Layer.Add()),
            Concat.class, (reader, mirror) -> Optional.of(new Layer.Concat()),
            Dense.class, LayerReader::dense,
            DenseTransposed.class, LayerReader::denseTransposed,
            Dropout.class, LayerReader::dropout,
            GaussianNoise.class, LayerReader::gaussianNoise,
            KlSparsity.class, LayerReader::klSparsity,
            Penalty.class, LayerReader::ownPenalty,
            Sampling.class, LayerReader::sampling);

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
        var activation = constant(mirror, "activation", Activation.class);
        var initializer = constant(mirror, "initializer", Initializer.class);
        return units.isPresent() && activation.isPresent() && initializer.isPresent()
                ? Optional.of(
                        new Layer.Dense(units.get(), activation.get(), own(mirror, "activationBy"), initializer.get()))
                : Optional.empty();
    }

    private Optional<Layer> denseTransposed(AnnotationMirror mirror) {
        var of = Annotations.value(elements, mirror, "of").flatMap(Annotations::asText);
        var activation = constant(mirror, "activation", Activation.class);
        return of.isPresent() && activation.isPresent()
                ? Optional.of(new Layer.DenseTransposed(of.get(), activation.get(), own(mirror, "activationBy")))
                : Optional.empty();
    }

    private Optional<Layer> dropout(AnnotationMirror mirror) {
        return number(mirror, "value").map(Layer.Dropout::new);
    }

    private Optional<Layer> gaussianNoise(AnnotationMirror mirror) {
        return number(mirror, "value").map(Layer.GaussianNoise::new);
    }

    private Optional<Layer> activityRegularization(AnnotationMirror mirror) {
        var l1 = number(mirror, "l1");
        var l2 = number(mirror, "l2");
        var per = constant(mirror, "per", Per.class);
        return l1.isPresent() && l2.isPresent() && per.isPresent()
                ? Optional.of(new Layer.ActivityRegularization(l1.get(), l2.get(), per.get()))
                : Optional.empty();
    }

    private Optional<Layer> klSparsity(AnnotationMirror mirror) {
        var weight = number(mirror, "weight");
        var target = number(mirror, "target");
        var per = constant(mirror, "per", Per.class);
        return weight.isPresent() && target.isPresent() && per.isPresent()
                ? Optional.of(new Layer.KlSparsity(weight.get(), target.get(), per.get()))
                : Optional.empty();
    }

    private Optional<Layer> ownPenalty(AnnotationMirror mirror) {
        var by = Annotations.value(elements, mirror, "by").flatMap(Annotations::asText);
        var weight = number(mirror, "weight");
        var per = constant(mirror, "per", Per.class);
        return by.isPresent() && weight.isPresent() && per.isPresent()
                ? Optional.of(new Layer.OwnPenalty(by.get(), weight.get(), per.get()))
                : Optional.empty();
    }

    /** The name of a function of the user's own, where one is written. */
    private static Optional<String> own(AnnotationMirror mirror, String name) {
        return Annotations.written(mirror, name).flatMap(Annotations::asText);
    }

    private Optional<Layer> sampling(AnnotationMirror mirror) {
        return number(mirror, "beta").map(Layer.Sampling::new);
    }

    private Optional<Double> number(AnnotationMirror mirror, String name) {
        return Annotations.value(elements, mirror, name).flatMap(Annotations::asDouble);
    }

    private <E extends Enum<E>> Optional<E> constant(AnnotationMirror mirror, String name, Class<E> type) {
        return Annotations.value(elements, mirror, name).flatMap(value -> Annotations.asEnum(value, type));
    }
}
