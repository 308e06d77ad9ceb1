package dev.lanewise.processor.emit;

import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Figure;
import dev.lanewise.processor.plan.Parameter;
import dev.lanewise.processor.plan.Plan;
import dev.lanewise.processor.plan.Slot;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names in a generated class: the user's, part and layer joined. Where two would be equal (layers {@code hidden} and
 * {@code hiddenWeight}, layers {@code x} and {@code X}), the later one gets an underscore.
 */
final class Names {

    private final Set<String> taken = new HashSet<>(Set.of(
            "batchSize",
            "codings",
            "condition",
            "file",
            "images",
            "input",
            "model",
            "output",
            "rule",
            "seed",
            "values",
            "worker"));
    private final Map<Slot, String> slots = new HashMap<>();
    private final Map<Parameter, String> parameters = new HashMap<>();
    private final Map<Figure, String> figures = new HashMap<>();
    private final String training;
    private final String inference;

    Names(Plan plan) {
        plan.training().figures().forEach(figure -> figures.put(figure, free(name(figure))));
        take(plan.training().values());
        take(plan.inference().buffers());
        plan.parameters().forEach(parameter -> parameters.put(parameter, free(name(parameter))));
        take(plan.training().saved());
        take(plan.training().gradients());
        Model model = plan.model();
        Set<String> types = new HashSet<>(
                List.of(model.encoder().typeName(), model.decoder().typeName()));
        training = freeOf(types, "Training");
        inference = freeOf(types, "Inference");
    }

    private void take(Collection<Slot> more) {
        for (Slot slot : more) {
            if (!slots.containsKey(slot)) {
                slots.put(slot, free(base(slot.value()) + suffix(slot.kind())));
            }
        }
    }

    private String free(String name) {
        return freeOf(taken, name);
    }

    private static String freeOf(Set<String> taken, String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    private static String base(Value value) {
        int first = value.name().codePointAt(0);
        return value.part()
                + Character.toString(Character.toUpperCase(first))
                + value.name().substring(Character.charCount(first));
    }

    private static String suffix(Slot.Kind kind) {
        return switch (kind) {
            case INPUT, CONDITION, CODINGS, OUTPUT, VALUES -> "";
            case PRE_ACTIVATION -> "PreActivation";
            case LOGITS -> "Logits";
            case NOISE -> "Noise";
            case DEVIATION -> "Deviation";
            case GRADIENT -> "Gradient";
            case FURTHER_GRADIENT -> "FurtherGradient";
        };
    }

    String of(Slot slot) {
        return switch (slot.kind()) {
            case INPUT -> "input";
            case CONDITION -> "condition";
            case CODINGS -> "codings";
            case OUTPUT -> "output";
            case VALUES, PRE_ACTIVATION, LOGITS, NOISE, DEVIATION, GRADIENT, FURTHER_GRADIENT -> slots.get(slot);
        };
    }

    private static String name(Parameter parameter) {
        return base(parameter.layer())
                + switch (parameter) {
                    case Parameter.Weight unused -> "Weight";
                    case Parameter.Bias unused -> "Bias";
                };
    }

    private static String name(Figure figure) {
        return switch (figure.kind()) {
            case RECONSTRUCTION -> "reconstruction";
            case RECONSTRUCTION_FROM_MEAN -> "reconstructionFromMean";
            case ACTIVITY_REGULARIZATION -> base(figure.value()) + "Penalty";
            case KL_SPARSITY -> base(figure.value()) + "Penalty";
            case LATENT_LOSS -> base(figure.value()) + "LatentLoss";
        };
    }

    String of(Parameter parameter) {
        return parameters.get(parameter);
    }

    String of(Figure figure) {
        return figures.get(figure);
    }

    /** The nested class of the training pass. */
    String training() {
        return training;
    }

    /** The nested class of the inference pass. */
    String inference() {
        return inference;
    }
}
