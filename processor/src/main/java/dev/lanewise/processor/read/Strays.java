package dev.lanewise.processor.read;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.function.Elementwise;
import dev.lanewise.function.Rowwise;
import dev.lanewise.processor.graph.Declaration.Stray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Parts and layers that belong to no model. Those within a model are read with it. */
public final class Strays {

    private Strays() {}

    /**
     * Parts that are not nested in an {@link Autoencoder} type, of each type around them the first.
     *
     * @param round what is being compiled
     * @return those that mean nothing
     */
    public static List<Stray> parts(RoundEnvironment round) {
        Set<? extends Element> types = round.getElementsAnnotatedWithAny(Set.of(Encoder.class, Decoder.class));
        Set<Element> reported = new HashSet<>();
        List<Stray> strays = new ArrayList<>();
        for (Element type : types) {
            Element around = type.getEnclosingElement();
            if (!isModel(type) && !isModel(around) && reported.add(around)) {
                String annotation = ModelReader.roles(type).iterator().next().annotation();
                strays.add(new Stray(annotation, type.getSimpleName().toString(), SourcePosition.of(type)));
            }
        }
        return strays;
    }

    /**
     * Layers in a type that nothing can inherit them from. An abstract method of a top-level type is not among them: it is
     * there for parts to inherit.
     *
     * @param round what is being compiled
     * @return those that mean nothing
     */
    public static List<Stray> layers(RoundEnvironment round) {
        Set<? extends Element> methods = round.getElementsAnnotatedWithAny(LayerReader.ANNOTATIONS);
        List<Stray> strays = new ArrayList<>();
        for (Element method : methods) {
            Element type = method.getEnclosingElement();
            boolean known = isModel(type)
                    || isModel(type.getEnclosingElement())
                    || !ModelReader.roles(type).isEmpty();
            if (!known && !method.getModifiers().contains(Modifier.ABSTRACT)) {
                layerOn(method).ifPresent(strays::add);
            }
        }
        return strays;
    }

    /**
     * Functions in a source file without a model, of each outermost type the first.
     *
     * @param round what is being compiled
     * @return those that mean nothing
     */
    public static List<Stray> functions(RoundEnvironment round) {
        Set<Element> reported = new HashSet<>();
        List<Stray> strays = new ArrayList<>();
        for (Element method : round.getElementsAnnotatedWithAny(Set.of(Elementwise.class, Rowwise.class))) {
            Element outermost = method.getEnclosingElement();
            while (outermost.getEnclosingElement() instanceof TypeElement around) {
                outermost = around;
            }
            if (!holdsModel(outermost) && reported.add(outermost)) {
                String annotation = FunctionReader.isRowwise(method) ? "@Rowwise" : "@Elementwise";
                strays.add(new Stray(annotation, method.getSimpleName().toString(), SourcePosition.of(method)));
            }
        }
        return strays;
    }

    static boolean holdsModel(Element type) {
        return isModel(type)
                || ElementFilter.typesIn(type.getEnclosedElements()).stream().anyMatch(Strays::holdsModel);
    }

    static Optional<Stray> layerOn(Element method) {
        for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
            if (method instanceof ExecutableElement && LayerReader.isLayer(mirror)) {
                return Optional.of(new Stray(
                        "@" + mirror.getAnnotationType().asElement().getSimpleName(),
                        method.getEnclosingElement().getSimpleName().toString(),
                        SourcePosition.of(method).at(mirror)));
            }
        }
        return Optional.empty();
    }

    static boolean isModel(Element element) {
        return element instanceof TypeElement
                && Annotations.find(element, Autoencoder.class).isPresent();
    }
}
