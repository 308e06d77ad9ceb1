package dev.lanewise.processor.plan;

import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Part;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Aliases.Mode;
import dev.lanewise.processor.plan.Slot.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The inference pass: each part twice, to its result alone and without noise, or every value of it as in training.
 *
 * <p>A value that is another one under another name is computed where it is wanted under either.
 */
final class InferencePlanner {

    private final Model model;
    private final Layers layers;

    InferencePlanner(Model model, Layers layers) {
        this.model = model;
        this.layers = layers;
    }

    Plan.Inference plan() {
        Map<Role, Plan.PartInference> parts = new EnumMap<>(Role.class);
        parts.put(Role.ENCODER, part(model.encoder(), Kind.INPUT, Kind.CODINGS));
        parts.put(Role.DECODER, part(model.decoder(), Kind.CODINGS, Kind.OUTPUT));
        Set<Slot> buffers = new LinkedHashSet<>();
        for (Plan.PartInference part : parts.values()) {
            buffers.addAll(part.values());
            for (Statement.Forward statement : part.noisy()) {
                if (statement instanceof Statement.Sampling sampling) {
                    buffers.add(sampling.noise());
                    buffers.add(sampling.deviation());
                }
            }
        }
        Set<Kind> given = Set.of(Kind.INPUT, Kind.CONDITION, Kind.CODINGS, Kind.OUTPUT);
        buffers.removeIf(slot -> given.contains(slot.kind()));
        return new Plan.Inference(List.copyOf(buffers), parts);
    }

    private Plan.PartInference part(Part part, Kind source, Kind result) {
        Map<Value, Slot> slots = new HashMap<>();
        part.nodes().forEach(node -> slots.put(node.value(), new Slot(Kind.VALUES, node.value())));
        slots.put(part.source(), new Slot(source, part.source()));
        slots.put(part.result(), new Slot(result, part.result()));
        model.conditionValue().ifPresent(value -> slots.put(value, new Slot(Kind.CONDITION, value)));
        Map<Value, Slot> noisy = shared(part, slots, Mode.TRAINING);
        Map<Value, Slot> quiet = shared(part, slots, Mode.INFERENCE);
        return new Plan.PartInference(
                part.nodes().stream().map(node -> noisy.get(node.value())).toList(),
                lines(part, quiet, Mode.INFERENCE, needed(part)),
                lines(part, noisy, Mode.TRAINING, Set.copyOf(part.nodes())));
    }

    /** Values that are one share a buffer: the result's, if it is one of them. */
    private static Map<Value, Slot> shared(Part part, Map<Value, Slot> own, Mode mode) {
        Aliases aliases = new Aliases(part.nodes(), mode);
        Map<Value, Slot> slots = new HashMap<>(own);
        Value result = aliases.root(part.result());
        if (!result.equals(part.source())) {
            slots.put(result, own.get(part.result()));
        }
        for (Node node : part.nodes()) {
            slots.put(node.value(), slots.get(aliases.root(node.value())));
        }
        if (result.equals(part.source())) {
            slots.put(part.result(), own.get(part.result()));
        }
        return slots;
    }

    /** The layers that the result is computed from in inference: a sampling layer needs its mean alone. */
    private static Set<Node> needed(Part part) {
        Set<Value> wanted = new HashSet<>(Set.of(part.result()));
        Set<Node> needed = new HashSet<>();
        for (Node node : part.nodes().reversed()) {
            if (wanted.contains(node.value())) {
                needed.add(node);
                switch (node.layer()) {
                    case Layer.FullyConnected unused -> wanted.add(node.input());
                    case Layer.Noise unused -> wanted.add(node.input());
                    case Layer.Penalty unused -> wanted.add(node.input());
                    case Layer.Sampling unused -> wanted.add(Layers.mean(node));
                    case Layer.Merge unused -> wanted.addAll(node.inputs());
                }
            }
        }
        return needed;
    }

    private List<Statement.Forward> lines(Part part, Map<Value, Slot> slots, Mode mode, Set<Node> needed) {
        Aliases aliases = new Aliases(part.nodes(), mode);
        List<Statement.Forward> statements = new ArrayList<>();
        for (Node node : part.nodes()) {
            if (!needed.contains(node) || aliases.isAlias(node.value())) {
                continue;
            }
            Slot x = slots.get(node.input());
            Slot y = slots.get(node.value());
            switch (node.layer()) {
                case Layer.FullyConnected layer -> {
                    statements.add(layers.fullyConnected(node, x, layer.activation(), y));
                    layers.own(layer).ifPresent(own -> statements.add(new Statement.OwnActivate(y, own, y)));
                }
                case Layer.Noise noise -> statements.add(layers.noise(node, noise, x, y));
                case Layer.Sampling unused -> statements.add(layers.sampling(node, slots::get));
                case Layer.Merge merge -> statements.addAll(layers.merge(node, merge, slots::get));
                case Layer.Penalty unused -> {}
            }
        }
        if (aliases.root(part.result()).equals(part.source())) {
            statements.add(new Statement.Copy(slots.get(part.source()), slots.get(part.result())));
        }
        return statements;
    }
}
