package dev.lanewise.processor.plan;

import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Aliases.Mode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Validation, in the training pass's buffers: the cost without noise, but with drawn samples.
 *
 * <p>A model that draws samples is computed with their means first, for the reconstruction that is reported, and then,
 * from the samples on, once more.
 */
final class ValidationPlanner {

    private final Model model;
    private final Layers layers;
    private final Figures figures;
    private final TrainingSlots slots;
    private final TrainingSlots slotsAtMean;
    /** The values that differ from sample to sample. */
    private final Set<Value> sampled = new HashSet<>();

    private final List<Statement.Forward> statements = new ArrayList<>();

    ValidationPlanner(Model model, Layers layers, Figures figures) {
        this.model = model;
        this.layers = layers;
        this.figures = figures;
        this.slots = new TrainingSlots(model, Mode.VALIDATION);
        this.slotsAtMean = new TrainingSlots(model, Mode.INFERENCE);
        for (Node node : model.nodes()) {
            if (node.layer() instanceof Layer.Sampling || node.inputs().stream().anyMatch(sampled::contains)) {
                sampled.add(node.value());
            }
        }
    }

    List<Statement.Forward> plan() {
        if (sampled.isEmpty()) {
            model.nodes().forEach(node -> compute(node, slots));
        } else {
            model.nodes().forEach(node -> compute(node, slotsAtMean));
            figures.reconstructionFromMean().ifPresent(figure -> loss(slotsAtMean, figure));
            model.nodes().stream()
                    .filter(node -> sampled.contains(node.value()))
                    .forEach(node -> compute(node, slots));
        }
        loss(slots, figures.reconstruction());
        model.nodes().forEach(this::penalty);
        return statements;
    }

    private void compute(Node node, TrainingSlots in) {
        switch (node.layer()) {
            case Layer.FullyConnected layer -> {
                Activation activation = in.isFused(node.value()) ? Activation.LINEAR : layer.activation();
                Slot y = in.of(node.value());
                statements.add(layers.fullyConnected(node, in.of(node.input()), activation, y));
                layers.own(layer).ifPresent(own -> statements.add(new Statement.OwnActivate(y, own, y)));
            }
            case Layer.Sampling unused -> {
                if (in == slots) {
                    statements.add(layers.sampling(node, in::of));
                }
            }
            case Layer.Merge merge -> statements.addAll(layers.merge(node, merge, in::of));
            case Layer.Noise unused -> {}
            case Layer.Penalty unused -> {}
        }
    }

    private void loss(TrainingSlots in, Figure figure) {
        Slot output = in.of(model.decoder().result());
        statements.add(layers.loss(output, in.of(model.input()), figure));
    }

    private void penalty(Node node) {
        switch (node.layer()) {
            case Layer.ActivityRegularization layer ->
                statements.add(new Statement.ActivityValue(
                        layer.l1(), layer.l2(), slots.of(node.value()), figures.penaltyOf(node)));
            case Layer.OwnPenalty layer ->
                statements.add(new Statement.OwnPenaltyValue(
                        layers.own(layer), slots.of(node.value()), figures.penaltyOf(node)));
            case Layer.KlSparsity layer -> {
                if (statements.stream().noneMatch(Statement.Barrier.class::isInstance)) {
                    statements.add(new Statement.Barrier());
                }
                statements.add(
                        new Statement.SparsityValue(layer.target(), slots.of(node.value()), figures.penaltyOf(node)));
            }
            case Layer.Sampling unused -> {
                Statement.Sampling sample = layers.sampling(node, slots::of);
                statements.add(new Statement.LatentLossValue(
                        sample.mean(), sample.logVariance(), sample.deviation(), figures.penaltyOf(node)));
            }
            case Layer.FullyConnected unused -> {}
            case Layer.Noise unused -> {}
            case Layer.Merge unused -> {}
        }
    }
}
