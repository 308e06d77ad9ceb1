package dev.lanewise.processor.plan;

import dev.lanewise.Loss;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Aliases.Mode;
import dev.lanewise.processor.plan.Slot.Kind;

/** Where the values of a model are in the training pass. */
final class TrainingSlots {

    private final Model model;
    private final Aliases aliases;

    TrainingSlots(Model model, Mode mode) {
        this.model = model;
        this.aliases = new Aliases(model.nodes(), mode);
    }

    Slot of(Value value) {
        Value root = aliases.root(value);
        if (root.equals(model.input())) {
            return new Slot(Kind.INPUT, root);
        }
        if (model.conditionValue().filter(root::equals).isPresent()) {
            return new Slot(Kind.CONDITION, root);
        }
        return new Slot(isFused(root) ? Kind.LOGITS : Kind.VALUES, root);
    }

    /** Binary cross-entropy and the output's sigmoid are one: the loss is computed from the logits. */
    boolean isFused(Value value) {
        return model.loss() == Loss.BINARY_CROSS_ENTROPY
                && value.equals(model.decoder().result());
    }
}
