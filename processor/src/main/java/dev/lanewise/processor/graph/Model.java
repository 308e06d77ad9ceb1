package dev.lanewise.processor.graph;

import dev.lanewise.Loss;
import java.util.ArrayList;
import java.util.List;

/**
 * A model without mistakes.
 *
 * @param type the declared type
 * @param surroundings what the generated class must fit into
 * @param shape the shape of one input
 * @param loss the reconstruction loss
 * @param encoder the encoder
 * @param decoder the decoder
 */
public record Model(TypeName type, Surroundings surroundings, Shape shape, Loss loss, Part encoder, Part decoder) {

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

    /** {@return whether codings can be drawn: they are sampled, and penalties aside nothing is done to them after that} */
    public boolean isGenerative() {
        Value drawn = encoder.result();
        for (Node node : encoder.nodes().reversed()) {
            if (node.value().equals(drawn)) {
                if (!(node.layer() instanceof Layer.Penalty)) {
                    return node.layer() instanceof Layer.Sampling;
                }
                drawn = node.input();
            }
        }
        return false;
    }
}
