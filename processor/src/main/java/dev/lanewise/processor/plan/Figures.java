package dev.lanewise.processor.plan;

import dev.lanewise.layer.Per;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Figure.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The terms of a model's cost: the reconstruction loss, then the penalties in the order of computation. */
final class Figures {

    private final Model model;
    private final Map<Value, Figure> penalties = new LinkedHashMap<>();

    Figures(Model model) {
        this.model = model;
        model.nodes().forEach(node -> penalty(node).ifPresent(figure -> penalties.put(node.value(), named(figure))));
    }

    Figure reconstruction() {
        return reconstruction(Kind.RECONSTRUCTION, "");
    }

    /** What is reported of a model with sampling layers. */
    Optional<Figure> reconstructionFromMean() {
        return penalties.values().stream().anyMatch(figure -> figure.kind() == Kind.LATENT_LOSS)
                ? Optional.of(reconstruction(Kind.RECONSTRUCTION_FROM_MEAN, "_mean"))
                : Optional.empty();
    }

    private Figure reconstruction(Kind kind, String suffix) {
        Value output = model.decoder().result();
        String name = model.lossBy().map(by -> by + "_loss").orElseGet(() -> Figure.nameOf(model.loss()));
        int elements = model.ownLoss().filter(Function::isRowwise).isPresent() ? 1 : output.width();
        return new Figure(kind, name + suffix, output, 1, elements, Per.SAMPLE);
    }

    /** What a layer adds to the cost. */
    Figure penaltyOf(Node node) {
        return penalties.get(node.value());
    }

    List<Figure> all() {
        List<Figure> all = new ArrayList<>();
        all.add(reconstruction());
        all.addAll(penalties.values());
        reconstructionFromMean().ifPresent(all::add);
        return all;
    }

    private Optional<Figure> penalty(Node node) {
        return switch (node.layer()) {
            case Layer.ActivityRegularization layer ->
                Optional.of(figure(Kind.ACTIVITY_REGULARIZATION, node.value(), 1, 1, layer.per()));
            case Layer.KlSparsity layer ->
                Optional.of(figure(Kind.KL_SPARSITY, node.value(), layer.weight(), 1, layer.per()));
            case Layer.OwnPenalty layer ->
                Optional.of(new Figure(
                        Kind.OWN_PENALTY, layer.by() + "_penalty", node.value(), layer.weight(), 1, layer.per()));
            case Layer.Sampling layer ->
                Optional.of(figure(
                        Kind.LATENT_LOSS,
                        node.value(),
                        layer.beta(),
                        model.input().width(),
                        Per.SAMPLE));
            case Layer.FullyConnected unused -> Optional.empty();
            case Layer.Noise unused -> Optional.empty();
            case Layer.Merge unused -> Optional.empty();
        };
    }

    private static Figure figure(Kind kind, Value value, double weight, int elements, Per per) {
        return new Figure(kind, kind.name().toLowerCase(Locale.ROOT), value, weight, elements, per);
    }

    /** Several of a kind are told apart by their values. */
    private Figure named(Figure figure) {
        long ofThisKind = model.nodes().stream()
                .flatMap(node -> penalty(node).stream())
                .filter(other -> other.name().equals(figure.name()))
                .count();
        String name = ofThisKind == 1
                ? figure.name()
                : figure.name() + "_" + figure.value().qualifiedName().replace('.', '_');
        return new Figure(figure.kind(), name, figure.value(), figure.weight(), figure.elements(), figure.per());
    }
}
