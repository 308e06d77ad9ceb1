package dev.lanewise.processor.graph;

import dev.lanewise.Loss;
import dev.lanewise.processor.function.Function;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model without mistakes.
 *
 * @param type the declared type
 * @param surroundings what the generated class must fit into
 * @param shape the shape of one input
 * @param condition the shape of its second input, if it has one
 * @param loss the reconstruction loss
 * @param lossBy the user's own reconstruction loss, in place of that
 * @param functions the user's own functions, by their names
 * @param encoder the encoder
 * @param decoder the decoder
 */
public record Model(
        TypeName type,
        Surroundings surroundings,
        Shape shape,
        Optional<Shape> condition,
        Loss loss,
        Optional<String> lossBy,
        Map<String, Function> functions,
        Part encoder,
        Part decoder) {

    /**
     * A model without a condition and without functions of the user's own.
     *
     * @param type the declared type
     * @param surroundings what the generated class must fit into
     * @param shape the shape of one input
     * @param loss the reconstruction loss
     * @param encoder the encoder
     * @param decoder the decoder
     */
    public Model(TypeName type, Surroundings surroundings, Shape shape, Loss loss, Part encoder, Part decoder) {
        this(type, surroundings, shape, Optional.empty(), loss, Optional.empty(), Map.of(), encoder, decoder);
    }

    /** {@return the user's own reconstruction loss} */
    public Optional<Function> ownLoss() {
        return lossBy.map(functions::get);
    }

    /**
     * The user's own activation of a layer.
     *
     * @param layer the layer
     * @return the function, if it has one
     */
    public Optional<Function> ownActivation(Layer.FullyConnected layer) {
        return layer.activationBy().map(functions::get);
    }

    /** {@return all layers in the order of computation} */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(encoder.nodes());
        nodes.addAll(decoder.nodes());
        return nodes;
    }

    /** {@return the model's input, and the target of its reconstruction} */
    public Value input() {
        return encoder.source();
    }

    /** {@return the model's second input, if it has one} */
    public Optional<Value> conditionValue() {
        return condition.map(Shape::size).map(size -> new Value("", Role.CONDITION, size.intValue()));
    }

    /**
     * Whether a part takes the condition.
     *
     * @param part the part
     * @return whether a layer of it does
     */
    public boolean isConditioned(Part part) {
        return part.nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .anyMatch(input -> conditionValue().filter(input::equals).isPresent());
    }

    /**
     * {@return whether codings can be drawn: they are sampled, whole or in parts that stand side by side, and penalties aside
     * nothing is done to them after that}
     */
    public boolean isGenerative() {
        Set<Value> drawn = new HashSet<>(Set.of(encoder.result()));
        for (Node node : encoder.nodes().reversed()) {
            if (drawn.remove(node.value())) {
                boolean passesOn = node.layer() instanceof Layer.Penalty || node.layer() instanceof Layer.Concat;
                boolean isDrawn = node.layer() instanceof Layer.Sampling;
                // What stands in two places of the codings is drawn once, and they would not be independent.
                if (!isDrawn && !(passesOn && node.inputs().stream().allMatch(drawn::add))) {
                    return false;
                }
            }
        }
        return drawn.isEmpty();
    }
}
