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
        Optional<Layer> read(Attributes attributes);
    }

    /**
     * What there is to know about an annotation.
     *
     * @param reader what it says
     * @param required the attributes that have to be written
     */
    private record Kind(Reader reader, List<String> required) {

        Kind(Reader reader, String... required) {
            this(reader, List.of(required));
        }
    }

    private static final Map<Class<? extends Annotation>, Kind> KINDS = Map.of(
            ActivityRegularization.class, new Kind(LayerReader::activityRegularization),
            Add.class, new Kind(attributes -> Optional.of(new Layer.Add())),
            Concat.class, new Kind(attributes -> Optional.of(new Layer.Concat())),
            Dense.class, new Kind(LayerReader::dense, "units"),
            DenseTransposed.class, new Kind(LayerReader::denseTransposed, "of"),
            Dropout.class, new Kind(LayerReader::dropout, "value"),
            GaussianNoise.class, new Kind(LayerReader::gaussianNoise, "value"),
            KlSparsity.class, new Kind(LayerReader::klSparsity, "weight", "target"),
            Penalty.class, new Kind(LayerReader::ownPenalty, "by"),
            Sampling.class, new Kind(LayerReader::sampling));

    /** The annotations of layers. */
    static final Set<Class<? extends Annotation>> ANNOTATIONS = KINDS.keySet();

    private static final Map<String, Kind> KINDS_BY_NAME = KINDS.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().getCanonicalName(), Map.Entry::getValue));

    private final Elements elements;
    private final Misspellings misspellings;

    LayerReader(Elements elements, Misspellings misspellings) {
        this.elements = elements;
        this.misspellings = misspellings;
    }

    static boolean isLayer(AnnotationMirror mirror) {
        return KINDS_BY_NAME.containsKey(Annotations.nameOf(mirror));
    }

    /**
     * The layer annotations of a method. Of one that is repeated, of which javac complains, the first; where there is none, one that
     * javac does not know, which may have been meant as one.
     */
    List<LayerDeclaration> read(Element method, SourcePosition at) {
        Set<String> seen = new HashSet<>();
        List<LayerDeclaration> layers = method.getAnnotationMirrors().stream()
                .filter(LayerReader::isLayer)
                .filter(mirror -> seen.add(Annotations.nameOf(mirror)))
                .map(mirror -> read(method, mirror, at))
                .toList();
        return layers.isEmpty() ? unknown(method, at) : layers;
    }

    private static List<LayerDeclaration> unknown(Element method, SourcePosition at) {
        return method.getAnnotationMirrors().stream()
                .filter(Annotations::isUnknown)
                .limit(1)
                .map(mirror -> new LayerDeclaration(
                        "@" + Annotations.nameOf(mirror), at.at(mirror), Optional.empty(), List.of(), Map.of()))
                .toList();
    }

    private LayerDeclaration read(Element method, AnnotationMirror mirror, SourcePosition at) {
        boolean here = at.element().getAnnotationMirrors().contains(mirror);
        Map<String, Position> values = new HashMap<>();
        if (here) {
            mirror.getElementValues()
                    .forEach((name, value) -> values.put(name.getSimpleName().toString(), at.at(mirror, value)));
        }
        Attributes attributes = new Attributes(elements, mirror, !misspellings.isIn(method, mirror));
        Kind kind = KINDS_BY_NAME.get(Annotations.nameOf(mirror));
        List<String> missing = kind.required().stream()
                .filter(name -> attributes.written(name).isEmpty())
                .toList();
        return new LayerDeclaration(
                "@" + mirror.getAnnotationType().asElement().getSimpleName(),
                here ? at.at(mirror) : at,
                missing.isEmpty() ? kind.reader().read(attributes) : Optional.empty(),
                attributes.isWhole() ? missing : List.of(),
                values);
    }

    private static Optional<Layer> dense(Attributes attributes) {
        var units = attributes.whole("units");
        var activation = attributes.constant("activation", Activation.class);
        var initializer = attributes.constant("initializer", Initializer.class);
        return units.isPresent() && activation.isPresent() && initializer.isPresent()
                ? Optional.of(new Layer.Dense(
                        units.get(), activation.get(), attributes.own("activationBy"), initializer.get()))
                : Optional.empty();
    }

    private static Optional<Layer> denseTransposed(Attributes attributes) {
        var of = attributes.text("of");
        var activation = attributes.constant("activation", Activation.class);
        return of.isPresent() && activation.isPresent()
                ? Optional.of(new Layer.DenseTransposed(of.get(), activation.get(), attributes.own("activationBy")))
                : Optional.empty();
    }

    private static Optional<Layer> dropout(Attributes attributes) {
        return attributes.number("value").map(Layer.Dropout::new);
    }

    private static Optional<Layer> gaussianNoise(Attributes attributes) {
        return attributes.number("value").map(Layer.GaussianNoise::new);
    }

    private static Optional<Layer> activityRegularization(Attributes attributes) {
        var l1 = attributes.number("l1");
        var l2 = attributes.number("l2");
        var per = attributes.constant("per", Per.class);
        return l1.isPresent() && l2.isPresent() && per.isPresent()
                ? Optional.of(new Layer.ActivityRegularization(l1.get(), l2.get(), per.get()))
                : Optional.empty();
    }

    private static Optional<Layer> klSparsity(Attributes attributes) {
        var weight = attributes.number("weight");
        var target = attributes.number("target");
        var per = attributes.constant("per", Per.class);
        return weight.isPresent() && target.isPresent() && per.isPresent()
                ? Optional.of(new Layer.KlSparsity(weight.get(), target.get(), per.get()))
                : Optional.empty();
    }

    private static Optional<Layer> ownPenalty(Attributes attributes) {
        var by = attributes.text("by");
        var weight = attributes.number("weight");
        var per = attributes.constant("per", Per.class);
        return by.isPresent() && weight.isPresent() && per.isPresent()
                ? Optional.of(new Layer.OwnPenalty(by.get(), weight.get(), per.get()))
                : Optional.empty();
    }

    private static Optional<Layer> sampling(Attributes attributes) {
        return attributes.number("beta").map(Layer.Sampling::new);
    }
}
