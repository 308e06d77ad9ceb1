package dev.lanewise.processor.plan;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Value;
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
 * <p>A gradient's first contribution is stored, each further one is added. Noise layers pass the gradient on in place, so
 * what they read and what they wrote share one gradient buffer.
 */
final class TrainingPlanner {

    private final Model model;
    private final Map<Value, DenseParameters> parameters;
    private final Map<Value, Integer> noise;
    private final Set<Value> trained = new HashSet<>();
    /** Where the gradient by a value is, from its first contribution on. */
    private final Map<Value, Slot> gradients = new HashMap<>();
    /** A gradient buffer that was opened for one value and ends as another's takes that one's name. */
    private final Map<Slot, Slot> renamed = new HashMap<>();

    private final List<Statement.Backward> backward = new ArrayList<>();

    TrainingPlanner(Model model, Map<Value, DenseParameters> parameters, Map<Value, Integer> noise) {
        this.model = model;
        this.parameters = parameters;
        this.noise = noise;
        for (Node node : model.nodes()) {
            if (parameters.containsKey(node.value()) || node.inputs().stream().anyMatch(trained::contains)) {
                trained.add(node.value());
            }
        }
    }

    Plan.Training plan() {
        List<Statement.Forward> forward = forward();
        backward();
        List<Statement.Backward> named = backward.stream().map(this::rename).toList();
        return new Plan.Training(values(forward), gradientBuffers(named), forward, named, update(), validate());
    }

    /** Binary cross-entropy and the output's sigmoid are one: the loss is computed from the logits. */
    private boolean isFused(Value value) {
        return model.loss() == Loss.BINARY_CROSS_ENTROPY
                && value.equals(model.decoder().result());
    }

    private Slot slot(Value value) {
        if (value.equals(model.input())) {
            return new Slot(Kind.INPUT, value);
        }
        return new Slot(isFused(value) ? Kind.LOGITS : Kind.VALUES, value);
    }

    private List<Statement.Forward> forward() {
        List<Statement.Forward> statements = new ArrayList<>();
        for (Node node : model.nodes()) {
            Slot x = slot(node.input());
            Slot y = slot(node.value());
            switch (node.layer()) {
                case Layer.Dense dense -> {
                    DenseParameters own = parameters.get(node.value());
                    if (isFused(node.value())) {
                        statements.add(new Statement.Dense(x, own, Activation.LINEAR, y));
                    } else if (Derivative.isOfPreActivation(dense.activation())) {
                        Slot before = new Slot(Kind.PRE_ACTIVATION, node.value());
                        statements.add(new Statement.Dense(x, own, Activation.LINEAR, before));
                        statements.add(new Statement.Activate(before, dense.activation(), y));
                    } else {
                        statements.add(new Statement.Dense(x, own, dense.activation(), y));
                    }
                }
                case Layer.Dropout dropout ->
                    statements.add(new Statement.Dropout(noise.get(node.value()), dropout.rate(), x, y));
            }
        }
        return statements;
    }

    private static List<Slot> values(List<Statement.Forward> forward) {
        Set<Slot> values = new LinkedHashSet<>();
        for (Statement.Forward statement : forward) {
            switch (statement) {
                case Statement.Dense dense -> values.add(dense.y());
                case Statement.Activate activate -> values.add(activate.y());
                case Statement.Dropout dropout -> values.add(dropout.y());
                case Statement.Copy copy -> values.add(copy.y());
                case Statement.LossValue unused -> {}
            }
        }
        return List.copyOf(values);
    }

    private void backward() {
        Value output = model.decoder().result();
        Slot gradient = new Slot(Kind.GRADIENT, output);
        gradients.put(output, gradient);
        backward.add(new Statement.LossGradient(model.loss(), slot(output), slot(model.input()), gradient));
        for (Node node : model.nodes().reversed()) {
            if (trained.contains(node.value())) {
                backward(node);
            }
        }
    }

    private void backward(Node node) {
        Slot dy = gradients.get(node.value());
        boolean goesOn = trained.contains(node.input());
        switch (node.layer()) {
            case Layer.Dense dense -> {
                if (dense.activation() != Activation.LINEAR && !isFused(node.value())) {
                    backward.add(new Statement.ActivationGradient(dense.activation(), saved(node, dense), dy));
                }
                if (goesOn) {
                    Slot dx = open(node.input());
                    backward.add(new Statement.DenseGradient(dy, parameters.get(node.value()), dx));
                    add(dx, node.input());
                }
            }
            case Layer.Dropout dropout -> {
                if (goesOn) {
                    backward.add(new Statement.DropoutGradient(noise.get(node.value()), dropout.rate(), dy));
                    pass(dy, node.input());
                }
            }
        }
    }

    private Slot saved(Node node, Layer.Dense dense) {
        return Derivative.isOfPreActivation(dense.activation())
                ? new Slot(Kind.PRE_ACTIVATION, node.value())
                : slot(node.value());
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
                new Statement.LossGradient(s.loss(), s.output(), s.target(), rename(s.dy()));
            case Statement.ActivationGradient s ->
                new Statement.ActivationGradient(s.activation(), s.saved(), rename(s.dy()));
            case Statement.DenseGradient s ->
                new Statement.DenseGradient(rename(s.dy()), s.parameters(), rename(s.dx()));
            case Statement.DropoutGradient s -> new Statement.DropoutGradient(s.number(), s.rate(), rename(s.dy()));
            case Statement.AddGradient s -> new Statement.AddGradient(rename(s.dy()), rename(s.dx()));
        };
    }

    private List<Slot> gradientBuffers(List<Statement.Backward> named) {
        Set<Slot> used = new HashSet<>();
        for (Statement.Backward statement : named) {
            switch (statement) {
                case Statement.LossGradient loss -> used.add(loss.dy());
                case Statement.DenseGradient dense -> used.add(dense.dx());
                case Statement.ActivationGradient unused -> {}
                case Statement.DropoutGradient unused -> {}
                case Statement.AddGradient unused -> {}
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
                case Layer.Dense dense ->
                    statements.add(new Statement.DenseUpdate(
                            slot(node.input()), rename(gradients.get(node.value())), parameters.get(node.value())));
                case Layer.Dropout unused -> {}
            }
        }
        return statements;
    }

    private List<Statement.Forward> validate() {
        Map<Value, Value> roots = Planner.quietRoots(model.nodes());
        List<Statement.Forward> statements = new ArrayList<>();
        for (Node node : model.nodes()) {
            switch (node.layer()) {
                case Layer.Dense dense ->
                    statements.add(new Statement.Dense(
                            slot(roots.getOrDefault(node.input(), node.input())),
                            parameters.get(node.value()),
                            isFused(node.value()) ? Activation.LINEAR : dense.activation(),
                            slot(node.value())));
                case Layer.Dropout unused -> {}
            }
        }
        Value output = model.decoder().result();
        statements.add(
                new Statement.LossValue(model.loss(), slot(roots.getOrDefault(output, output)), slot(model.input())));
        return statements;
    }
}
