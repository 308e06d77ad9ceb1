package dev.lanewise.processor.plan;

import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A function of the user's, in the place where a model uses it.
 *
 * @param use as what
 * @param function the function
 */
public record OwnFunction(Use use, Function function) {

    /** What functions are used as. */
    public enum Use {
        /** f of a dense layer. */
        ACTIVATION,
        /** A penalty on a layer's values. */
        PENALTY,
        /** The reconstruction loss. */
        LOSS
    }

    /**
     * The functions that a model uses.
     *
     * @param model the model
     * @return each once, in the order of computation
     */
    public static List<OwnFunction> of(Model model) {
        Set<OwnFunction> used = new LinkedHashSet<>();
        for (Node node : model.nodes()) {
            if (node.layer() instanceof Layer.FullyConnected layer) {
                model.ownActivation(layer).ifPresent(function -> used.add(new OwnFunction(Use.ACTIVATION, function)));
            } else if (node.layer() instanceof Layer.OwnPenalty layer) {
                used.add(new OwnFunction(Use.PENALTY, model.functions().get(layer.by())));
            }
        }
        model.ownLoss().ifPresent(function -> used.add(new OwnFunction(Use.LOSS, function)));
        return List.copyOf(used);
    }
}
