package dev.lanewise.processor.plan;

import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Part;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Slot.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a model to its plan. */
public final class Planner {

    private Planner() {}

    /**
     * Plans a model.
     *
     * @param model the model
     * @return what its passes compute
     */
    public static Plan plan(Model model) {
        Map<Value, DenseParameters> parameters = parameters(model);
        Map<Value, Integer> noise = noiseNumbers(model);
        return new Plan(
                model,
                List.copyOf(parameters.values()),
                new TrainingPlanner(model, parameters, noise).plan(),
                inference(model, parameters, noise));
    }

    private static Map<Value, DenseParameters> parameters(Model model) {
        Map<Value, DenseParameters> parameters = new LinkedHashMap<>();
        for (Node node : model.nodes()) {
            switch (node.layer()) {
                case Layer.Dense dense ->
                    parameters.put(
                            node.value(),
                            new DenseParameters(
                                    node.value(), node.input().width(), dense.units(), dense.initializer()));
                case Layer.Dropout unused -> {}
            }
        }
        return parameters;
    }

    /** Noise layers are numbered from 1: the number tells their random numbers apart. */
    private static Map<Value, Integer> noiseNumbers(Model model) {
        Map<Value, Integer> numbers = new LinkedHashMap<>();
        for (Node node : model.nodes()) {
            switch (node.layer()) {
                case Layer.Dense unused -> {}
                case Layer.Dropout dropout -> numbers.put(node.value(), numbers.size() + 1);
            }
        }
        return numbers;
    }

    private static Plan.Inference inference(
            Model model, Map<Value, DenseParameters> parameters, Map<Value, Integer> noise) {
        Map<Role, Plan.PartInference> parts = new EnumMap<>(Role.class);
        parts.put(Role.ENCODER, part(model.encoder(), Kind.INPUT, Kind.CODINGS, parameters, noise));
        parts.put(Role.DECODER, part(model.decoder(), Kind.CODINGS, Kind.OUTPUT, parameters, noise));
        Set<Slot> buffers = new LinkedHashSet<>();
        parts.values()
                .forEach(part -> part.values().stream()
                        .filter(slot -> slot.kind() == Kind.VALUES)
                        .forEach(buffers::add));
        return new Plan.Inference(List.copyOf(buffers), parts);
    }

    private static Plan.PartInference part(
            Part part, Kind source, Kind result, Map<Value, DenseParameters> parameters, Map<Value, Integer> noise) {
        Map<Value, Slot> slots = new LinkedHashMap<>();
        slots.put(part.source(), new Slot(source, part.source()));
        part.nodes().forEach(node -> slots.put(node.value(), new Slot(Kind.VALUES, node.value())));
        slots.put(part.result(), new Slot(result, part.result()));
        List<Slot> values =
                part.nodes().stream().map(node -> slots.get(node.value())).toList();
        return new Plan.PartInference(
                values, quiet(part, slots, parameters), noisy(part.nodes(), slots, parameters, noise));
    }

    private static List<Statement.Forward> noisy(
            List<Node> nodes,
            Map<Value, Slot> slots,
            Map<Value, DenseParameters> parameters,
            Map<Value, Integer> noise) {
        List<Statement.Forward> statements = new ArrayList<>();
        for (Node node : nodes) {
            Slot x = slots.get(node.input());
            Slot y = slots.get(node.value());
            statements.add(
                    switch (node.layer()) {
                        case Layer.Dense dense ->
                            new Statement.Dense(x, parameters.get(node.value()), dense.activation(), y);
                        case Layer.Dropout dropout ->
                            new Statement.Dropout(noise.get(node.value()), dropout.rate(), x, y);
                    });
        }
        return statements;
    }

    /** A value behind noise layers is the value before them, which may so be computed where the result is wanted. */
    private static List<Statement.Forward> quiet(
            Part part, Map<Value, Slot> own, Map<Value, DenseParameters> parameters) {
        Map<Value, Value> roots = quietRoots(part.nodes());
        Value resultRoot = roots.getOrDefault(part.result(), part.result());
        Map<Value, Slot> slots = new LinkedHashMap<>(own);
        if (!resultRoot.equals(part.source())) {
            slots.put(resultRoot, own.get(part.result()));
        }
        roots.forEach((value, root) -> slots.put(value, slots.get(root)));
        List<Statement.Forward> statements = new ArrayList<>();
        for (Node node : part.nodes()) {
            switch (node.layer()) {
                case Layer.Dense dense ->
                    statements.add(new Statement.Dense(
                            slots.get(node.input()),
                            parameters.get(node.value()),
                            dense.activation(),
                            slots.get(node.value())));
                case Layer.Dropout unused -> {}
            }
        }
        if (resultRoot.equals(part.source())) {
            statements.add(new Statement.Copy(own.get(part.source()), own.get(part.result())));
        }
        return statements;
    }

    /** For each value that is another one when there is no noise, that other one. */
    static Map<Value, Value> quietRoots(List<Node> nodes) {
        Map<Value, Value> roots = new LinkedHashMap<>();
        for (Node node : nodes) {
            switch (node.layer()) {
                case Layer.Dense unused -> {}
                case Layer.Dropout dropout -> roots.put(node.value(), roots.getOrDefault(node.input(), node.input()));
            }
        }
        return roots;
    }
}
