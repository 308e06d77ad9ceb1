package dev.lanewise.processor.plan;

import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.OwnFunction.Use;
import dev.lanewise.processor.plan.Parameter.Bias;
import dev.lanewise.processor.plan.Parameter.Weight;
import dev.lanewise.processor.plan.Slot.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the layers of a model have: their parameters, their numbers, and their lines in a pass. */
final class Layers {

    private final Model model;
    private final Map<Value, Weight> weights = new HashMap<>();
    private final Map<Value, Integer> noiseNumbers = new HashMap<>();

    Layers(Model model) {
        this.model = model;
        for (Node node : model.nodes()) {
            switch (node.layer()) {
                case Layer.Dense dense -> {
                    Value value = node.value();
                    weights.put(value, new Weight(value, node.input().width(), dense.units(), dense.initializer()));
                }
                // Noise layers are numbered from 1: the number tells their random numbers apart.
                case Layer.Noise unused -> noiseNumbers.put(node.value(), noiseNumbers.size() + 1);
                case Layer.Sampling unused -> noiseNumbers.put(node.value(), noiseNumbers.size() + 1);
                case Layer.DenseTransposed unused -> {}
                case Layer.Penalty unused -> {}
                case Layer.Merge unused -> {}
            }
        }
    }

    /** The parameters in the order of computation. */
    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Node node : model.nodes()) {
            switch (node.layer()) {
                case Layer.Dense unused -> {
                    parameters.add(weight(node));
                    parameters.add(bias(node));
                }
                case Layer.DenseTransposed unused -> parameters.add(bias(node));
                case Layer.Noise unused -> {}
                case Layer.Penalty unused -> {}
                case Layer.Sampling unused -> {}
                case Layer.Merge unused -> {}
            }
        }
        return parameters;
    }

    /** The weight that a fully connected layer computes with, its own or another's. */
    Weight weight(Node node) {
        return weights.get(node.tied().orElse(node.value()));
    }

    Bias bias(Node node) {
        return new Bias(node.value());
    }

    /** The layers that share a layer's weight, in the order of computation. */
    List<Node> tiedTo(Node dense) {
        return model.nodes().stream()
                .filter(node -> node.tied().filter(dense.value()::equals).isPresent())
                .toList();
    }

    int noiseNumber(Node node) {
        return noiseNumbers.get(node.value());
    }

    Statement.Forward fullyConnected(Node node, Slot x, Activation activation, Slot y) {
        return node.tied().isPresent()
                ? new Statement.DenseTransposed(x, weight(node), bias(node), activation, y)
                : new Statement.Dense(x, weight(node), bias(node), activation, y);
    }

    /** The user's own activation of a layer. */
    Optional<OwnFunction> own(Layer.FullyConnected layer) {
        return model.ownActivation(layer).map(function -> new OwnFunction(Use.ACTIVATION, function));
    }

    /** A penalty of the user's own. */
    OwnFunction own(Layer.OwnPenalty layer) {
        return new OwnFunction(Use.PENALTY, model.functions().get(layer.by()));
    }

    /** The reconstruction loss, the user's own or not. */
    Statement.Forward loss(Slot output, Slot target, Figure figure) {
        return ownLoss()
                .<Statement.Forward>map(own -> new Statement.OwnLossValue(own, output, target, figure))
                .orElseGet(() -> new Statement.LossValue(model.loss(), output, target, figure));
    }

    /** The reconstruction loss, the user's own or not, and its gradient. */
    Statement.Backward loss(Slot output, Slot target, Figure figure, Slot dy) {
        return ownLoss()
                .<Statement.Backward>map(
                        own -> new Statement.OwnLossGradient(own, figure.elements(), output, target, figure, dy))
                .orElseGet(() -> new Statement.LossGradient(model.loss(), output, target, figure, dy));
    }

    private Optional<OwnFunction> ownLoss() {
        return model.ownLoss().map(function -> new OwnFunction(Use.LOSS, function));
    }

    Statement.Forward noise(Node node, Layer.Noise layer, Slot x, Slot y) {
        return switch (layer) {
            case Layer.Dropout dropout -> new Statement.Dropout(noiseNumber(node), dropout.rate(), x, y);
            case Layer.GaussianNoise noise -> new Statement.GaussianNoise(noiseNumber(node), noise.stddev(), x, y);
        };
    }

    Statement.Sampling sampling(Node node, Function<Value, Slot> slots) {
        return new Statement.Sampling(
                noiseNumber(node),
                slots.apply(mean(node)),
                slots.apply(logVariance(node)),
                new Slot(Kind.NOISE, node.value()),
                new Slot(Kind.DEVIATION, node.value()),
                slots.apply(node.value()));
    }

    List<Statement.Forward> merge(Node node, Layer.Merge layer, Function<Value, Slot> slots) {
        List<Statement.Forward> statements = new ArrayList<>();
        Slot y = slots.apply(node.value());
        switch (layer) {
            case Layer.Concat unused -> {
                List<Integer> columns = columns(node);
                for (int i = 0; i < columns.size(); i++) {
                    Value input = node.inputs().get(i);
                    statements.add(new Statement.Place(input, slots.apply(input), columns.get(i), y));
                }
            }
            case Layer.Add unused -> {
                Slot sum = slots.apply(node.input());
                for (Value input : node.inputs().subList(1, node.inputs().size())) {
                    statements.add(new Statement.Sum(sum, slots.apply(input), y));
                    sum = y;
                }
            }
        }
        return statements;
    }

    /** Where each of the values that stand side by side starts. */
    static List<Integer> columns(Node concat) {
        List<Integer> columns = new ArrayList<>();
        int column = 0;
        for (Value input : concat.inputs()) {
            columns.add(column);
            column += input.width();
        }
        return columns;
    }

    static Value mean(Node sampling) {
        return sampling.inputs().getFirst();
    }

    static Value logVariance(Node sampling) {
        return sampling.inputs().getLast();
    }
}
