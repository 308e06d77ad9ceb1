package dev.lanewise.processor.plan;

import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Aliases.Mode;
import dev.lanewise.processor.plan.Slot.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The training pass: every value in a buffer of its own, then the chain rule backwards.
 *
 * <p>A gradient's first contribution is stored, each further one is added. Noise layers and penalties pass the gradient on
 * in place, so what they read and what they wrote share one gradient buffer; a penalty is added once that is complete.
 */
final class TrainingPlanner {

    private final Model model;
    private final Layers layers;
    private final Figures figures;
    private final TrainingSlots slots;
    private final Set<Value> trained = new HashSet<>();
    /** Where the gradient by a value is, from its first contribution on. */
    private final Map<Value, Slot> gradients = new HashMap<>();
    /** A gradient buffer that was opened for one value and ends as another's takes that one's name. */
    private final Map<Slot, Slot> renamed = new HashMap<>();

    private final List<Statement.Backward> backward = new ArrayList<>();

    TrainingPlanner(Model model, Layers layers, Figures figures) {
        this.model = model;
        this.layers = layers;
        this.figures = figures;
        this.slots = new TrainingSlots(model, Mode.TRAINING);
        for (Node node : model.nodes()) {
            if (hasParameters(node) || node.inputs().stream().anyMatch(trained::contains)) {
                trained.add(node.value());
            }
        }
    }

    private static boolean hasParameters(Node node) {
        return switch (node.layer()) {
            case Layer.FullyConnected unused -> true;
            case Layer.Noise unused -> false;
            case Layer.Penalty unused -> false;
            case Layer.Sampling unused -> false;
            case Layer.Merge unused -> false;
        };
    }

    Plan.Training plan() {
        List<Statement.Forward> forward = forward();
        backward();
        List<Statement.Backward> named = backward.stream().map(this::rename).toList();
        return new Plan.Training(
                figures.all(),
                values(forward),
                saved(forward),
                gradientBuffers(named),
                forward,
                named,
                update(),
                new ValidationPlanner(model, layers, figures).plan());
    }

    private List<Statement.Forward> forward() {
        List<Statement.Forward> statements = new ArrayList<>();
        for (Node node : model.nodes()) {
            Slot x = slots.of(node.input());
            Slot y = slots.of(node.value());
            switch (node.layer()) {
                case Layer.FullyConnected layer -> {
                    if (slots.isFused(node.value())) {
                        statements.add(layers.fullyConnected(node, x, Activation.LINEAR, y));
                    } else if (layers.own(layer).isPresent()) {
                        Slot slope = new Slot(Kind.SLOPE, node.value());
                        statements.add(layers.fullyConnected(node, x, Activation.LINEAR, slope));
                        statements.add(new Statement.OwnActivateAndSlope(
                                layers.own(layer).get(), slope, y));
                    } else if (Derivative.isOfPreActivation(layer.activation())) {
                        Slot before = new Slot(Kind.PRE_ACTIVATION, node.value());
                        statements.add(layers.fullyConnected(node, x, Activation.LINEAR, before));
                        statements.add(new Statement.Activate(before, layer.activation(), y));
                    } else {
                        statements.add(layers.fullyConnected(node, x, layer.activation(), y));
                    }
                }
                case Layer.Noise noise -> statements.add(layers.noise(node, noise, x, y));
                case Layer.Sampling unused -> statements.add(layers.sampling(node, slots::of));
                case Layer.Merge merge -> statements.addAll(layers.merge(node, merge, slots::of));
                case Layer.Penalty unused -> {}
            }
        }
        return statements;
    }

    private static List<Slot> values(List<Statement.Forward> forward) {
        Set<Slot> values = new LinkedHashSet<>();
        for (Statement.Forward statement : forward) {
            switch (statement) {
                case Statement.Dense dense -> values.add(dense.y());
                case Statement.DenseTransposed dense -> values.add(dense.y());
                case Statement.Activate activate -> values.add(activate.y());
                case Statement.OwnActivate activate -> values.add(activate.y());
                case Statement.OwnActivateAndSlope activate -> values.add(activate.y());
                case Statement.Dropout dropout -> values.add(dropout.y());
                case Statement.GaussianNoise noise -> values.add(noise.y());
                case Statement.Sampling sampling -> values.add(sampling.z());
                case Statement.Copy copy -> values.add(copy.y());
                case Statement.Place place -> values.add(place.y());
                case Statement.Sum sum -> values.add(sum.y());
                case Statement.LossValue unused -> {}
                case Statement.OwnLossValue unused -> {}
                case Statement.OwnPenaltyValue unused -> {}
                case Statement.ActivityValue unused -> {}
                case Statement.SparsityValue unused -> {}
                case Statement.LatentLossValue unused -> {}
                case Statement.Barrier unused -> {}
            }
        }
        values.removeIf(slot -> slot.kind() == Kind.SLOPE);
        return List.copyOf(values);
    }

    private static List<Slot> saved(List<Statement.Forward> forward) {
        List<Slot> saved = new ArrayList<>();
        for (Statement.Forward statement : forward) {
            if (statement instanceof Statement.Sampling sampling) {
                saved.add(sampling.noise());
                saved.add(sampling.deviation());
            } else if (statement instanceof Statement.OwnActivateAndSlope activate) {
                saved.add(activate.slope());
            }
        }
        return saved;
    }

    private void backward() {
        Value output = model.decoder().result();
        Slot gradient = new Slot(Kind.GRADIENT, output);
        gradients.put(output, gradient);
        backward.add(layers.loss(slots.of(output), slots.of(model.input()), figures.reconstruction(), gradient));
        for (Node node : model.nodes().reversed()) {
            if (trained.contains(node.value())) {
                backward(node, gradients.get(node.value()));
            }
        }
    }

    private void backward(Node node, Slot dy) {
        boolean goesOn = trained.contains(node.input());
        switch (node.layer()) {
            case Layer.FullyConnected layer -> {
                layers.own(layer)
                        .ifPresent(own ->
                                backward.add(new Statement.SlopeGradient(new Slot(Kind.SLOPE, node.value()), dy)));
                if (layer.activation() != Activation.LINEAR && !slots.isFused(node.value())) {
                    backward.add(new Statement.ActivationGradient(layer.activation(), saved(node, layer), dy));
                }
                if (goesOn) {
                    Slot dx = open(node.input());
                    backward.add(
                            node.tied().isPresent()
                                    ? new Statement.DenseTransposedGradient(dy, layers.weight(node), dx)
                                    : new Statement.DenseGradient(dy, layers.weight(node), dx));
                    add(dx, node.input());
                }
            }
            case Layer.Dropout dropout -> {
                if (goesOn) {
                    backward.add(new Statement.DropoutGradient(layers.noiseNumber(node), dropout.rate(), dy));
                    pass(dy, node.input());
                }
            }
            case Layer.GaussianNoise unused -> {
                if (goesOn) {
                    pass(dy, node.input());
                }
            }
            case Layer.ActivityRegularization layer -> {
                Slot a = slots.of(node.value());
                backward.add(new Statement.ActivityGradient(
                        layer.l1(), layer.l2(), layer.per(), a, figures.penaltyOf(node), dy));
                pass(dy, node.input());
            }
            case Layer.OwnPenalty layer -> {
                backward.add(new Statement.OwnPenaltyGradient(
                        layers.own(layer),
                        layer.weight(),
                        layer.per(),
                        slots.of(node.value()),
                        figures.penaltyOf(node),
                        dy));
                pass(dy, node.input());
            }
            case Layer.KlSparsity layer -> {
                waitForAllRows();
                Slot a = slots.of(node.value());
                backward.add(new Statement.SparsityGradient(
                        layer.weight(), layer.target(), layer.per(), a, figures.penaltyOf(node), dy));
                pass(dy, node.input());
            }
            case Layer.Sampling layer -> sampling(node, layer, dy);
            case Layer.Concat unused -> concat(node, dy);
            case Layer.Add unused -> sum(node, dy);
        }
    }

    private void concat(Node node, Slot dy) {
        List<Integer> columns = Layers.columns(node);
        for (int i = 0; i < columns.size(); i++) {
            Value x = node.inputs().get(i);
            if (gradients.containsKey(x)) {
                backward.add(new Statement.AddSliceGradient(dy, columns.get(i), gradients.get(x)));
            } else if (trained.contains(x)) {
                Slot dx = open(x);
                backward.add(new Statement.SliceGradient(dy, columns.get(i), dx));
                add(dx, x);
            }
        }
    }

    /** All terms have the sum's gradient: the last of them its buffer too. */
    private void sum(Node node, Slot dy) {
        List<Value> terms = node.inputs().stream().filter(trained::contains).toList();
        for (Value x : terms.subList(0, terms.size() - 1)) {
            if (gradients.containsKey(x)) {
                backward.add(new Statement.AddGradient(dy, gradients.get(x)));
            } else {
                Slot dx = open(x);
                backward.add(new Statement.CopyGradient(dy, dx));
                add(dx, x);
            }
        }
        pass(dy, terms.getLast());
    }

    /** The forward pass has ended once every worker has come here: one barrier is enough. */
    private void waitForAllRows() {
        if (backward.stream().noneMatch(Statement.Barrier.class::isInstance)) {
            backward.add(new Statement.Barrier());
        }
    }

    private void sampling(Node node, Layer.Sampling layer, Slot dz) {
        Value mean = Layers.mean(node);
        Value logVariance = Layers.logVariance(node);
        Slot dMean = open(mean);
        Slot dLogVariance = open(logVariance);
        backward.add(new Statement.SamplingGradient(
                layer.beta(),
                model.input().width(),
                layers.sampling(node, slots::of),
                dz,
                figures.penaltyOf(node),
                dMean,
                dLogVariance));
        add(dMean, mean);
        add(dLogVariance, logVariance);
    }

    private Slot saved(Node node, Layer.FullyConnected layer) {
        return Derivative.isOfPreActivation(layer.activation())
                ? new Slot(Kind.PRE_ACTIVATION, node.value())
                : slots.of(node.value());
    }

    /** The buffer for a contribution to the gradient by a value: its own for the first one. */
    private Slot open(Value value) {
        return new Slot(gradients.containsKey(value) ? Kind.FURTHER_GRADIENT : Kind.GRADIENT, value);
    }

    private void add(Slot contribution, Value value) {
        Slot sum = gradients.putIfAbsent(value, contribution);
        if (sum != null) {
            backward.add(new Statement.AddGradient(contribution, sum));
        }
    }

    /** Hands a gradient that nobody needs any more on to the value before. */
    private void pass(Slot gradient, Value value) {
        if (gradients.containsKey(value)) {
            backward.add(new Statement.AddGradient(gradient, gradients.get(value)));
        } else {
            Slot own = new Slot(Kind.GRADIENT, value);
            gradients.put(value, own);
            renamed.put(gradient, own);
        }
    }

    private Slot rename(Slot slot) {
        Slot name = slot;
        while (renamed.containsKey(name)) {
            name = renamed.get(name);
        }
        return name;
    }

    private Statement.Backward rename(Statement.Backward statement) {
        return switch (statement) {
            case Statement.LossGradient s ->
                new Statement.LossGradient(s.loss(), s.output(), s.target(), s.figure(), rename(s.dy()));
            case Statement.OwnLossGradient s ->
                new Statement.OwnLossGradient(
                        s.own(), s.elements(), s.output(), s.target(), s.figure(), rename(s.dy()));
            case Statement.SlopeGradient s -> new Statement.SlopeGradient(s.slope(), rename(s.dy()));
            case Statement.OwnPenaltyGradient s ->
                new Statement.OwnPenaltyGradient(s.own(), s.weight(), s.per(), s.a(), s.figure(), rename(s.da()));
            case Statement.ActivationGradient s ->
                new Statement.ActivationGradient(s.activation(), s.saved(), rename(s.dy()));
            case Statement.DenseGradient s -> new Statement.DenseGradient(rename(s.dy()), s.weight(), rename(s.dx()));
            case Statement.DenseTransposedGradient s ->
                new Statement.DenseTransposedGradient(rename(s.dy()), s.weight(), rename(s.dx()));
            case Statement.DropoutGradient s -> new Statement.DropoutGradient(s.number(), s.rate(), rename(s.dy()));
            case Statement.ActivityGradient s ->
                new Statement.ActivityGradient(s.l1(), s.l2(), s.per(), s.a(), s.figure(), rename(s.da()));
            case Statement.SparsityGradient s ->
                new Statement.SparsityGradient(s.weight(), s.target(), s.per(), s.a(), s.figure(), rename(s.da()));
            case Statement.SamplingGradient s ->
                new Statement.SamplingGradient(
                        s.beta(),
                        s.inputs(),
                        s.sample(),
                        rename(s.dz()),
                        s.figure(),
                        rename(s.dMean()),
                        rename(s.dLogVariance()));
            case Statement.AddGradient s -> new Statement.AddGradient(rename(s.dy()), rename(s.dx()));
            case Statement.CopyGradient s -> new Statement.CopyGradient(rename(s.dy()), rename(s.dx()));
            case Statement.SliceGradient s -> new Statement.SliceGradient(rename(s.dy()), s.column(), rename(s.dx()));
            case Statement.AddSliceGradient s ->
                new Statement.AddSliceGradient(rename(s.dy()), s.column(), rename(s.dx()));
            case Statement.Barrier s -> s;
        };
    }

    private List<Slot> gradientBuffers(List<Statement.Backward> named) {
        Set<Slot> used = new HashSet<>();
        for (Statement.Backward statement : named) {
            switch (statement) {
                case Statement.LossGradient loss -> used.add(loss.dy());
                case Statement.OwnLossGradient loss -> used.add(loss.dy());
                case Statement.DenseGradient dense -> used.add(dense.dx());
                case Statement.DenseTransposedGradient dense -> used.add(dense.dx());
                case Statement.SamplingGradient sampling -> {
                    used.add(sampling.dMean());
                    used.add(sampling.dLogVariance());
                }
                case Statement.ActivationGradient unused -> {}
                case Statement.SlopeGradient unused -> {}
                case Statement.OwnPenaltyGradient unused -> {}
                case Statement.DropoutGradient unused -> {}
                case Statement.ActivityGradient unused -> {}
                case Statement.SparsityGradient unused -> {}
                case Statement.CopyGradient copy -> used.add(copy.dx());
                case Statement.SliceGradient slice -> used.add(slice.dx());
                case Statement.AddSliceGradient unused -> {}
                case Statement.AddGradient unused -> {}
                case Statement.Barrier unused -> {}
            }
        }
        List<Slot> ordered = new ArrayList<>();
        for (Node node : model.nodes()) {
            for (Kind kind : List.of(Kind.GRADIENT, Kind.FURTHER_GRADIENT)) {
                Slot slot = new Slot(kind, node.value());
                if (used.contains(slot)) {
                    ordered.add(slot);
                }
            }
        }
        return ordered;
    }

    private List<Statement.Update> update() {
        List<Statement.Update> statements = new ArrayList<>();
        for (Node node : model.nodes()) {
            switch (node.layer()) {
                case Layer.Dense unused -> dense(node, statements);
                case Layer.DenseTransposed unused ->
                    statements.add(new Statement.BiasUpdate(gradient(node), layers.bias(node)));
                case Layer.Noise unused -> {}
                case Layer.Penalty unused -> {}
                case Layer.Sampling unused -> {}
                case Layer.Merge unused -> {}
            }
        }
        return statements;
    }

    /** A weight with several uses moves when their gradients have been added. */
    private void dense(Node node, List<Statement.Update> statements) {
        Slot x = slots.of(node.input());
        Parameter.Weight weight = layers.weight(node);
        List<Node> uses = layers.tiedTo(node);
        if (uses.isEmpty()) {
            statements.add(new Statement.DenseUpdate(x, gradient(node), weight, layers.bias(node)));
            return;
        }
        statements.add(new Statement.WeightGradient(x, gradient(node), weight));
        for (Node use : uses) {
            statements.add(new Statement.TransposedGradient(use.value(), slots.of(use.input()), gradient(use), weight));
        }
        statements.add(new Statement.WeightUpdate(weight));
        statements.add(new Statement.BiasUpdate(gradient(node), layers.bias(node)));
    }

    private Slot gradient(Node node) {
        return rename(gradients.get(node.value()));
    }
}
