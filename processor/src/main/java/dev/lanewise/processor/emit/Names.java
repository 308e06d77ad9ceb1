package dev.lanewise.processor.emit;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.plan.Figure;
import dev.lanewise.processor.plan.OwnFunction;
import dev.lanewise.processor.plan.Parameter;
import dev.lanewise.processor.plan.Plan;
import dev.lanewise.processor.plan.Slot;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names in a generated class: the user's, part and layer joined. Where two would be equal (layers {@code hidden} and
 * {@code hiddenWeight}, layers {@code x} and {@code X}), the later one gets an underscore.
 */
final class Names {

    /** Types that generated classes import or inherit, and which a nested one of the name would hide. */
    private static final Set<String> TYPES = Set.of(
            "ActivationFunction",
            "Backward",
            "Buffer",
            "CompiledModel",
            "Figure",
            "Forward",
            "Functions",
            "Generated",
            "IOException",
            "IllegalArgumentException",
            "InferencePass",
            "Initializer",
            "LossFunction",
            "List",
            "Math",
            "Matrix",
            "Float",
            "Override",
            "OwnActivation",
            "OwnLoss",
            "OwnPenalty",
            "Parameter",
            "Path",
            "Per",
            "Scratch",
            "String",
            "Strip",
            "TrainingPass",
            "Update",
            "UpdateRule",
            "Vectors",
            "Worker");

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
    private final Map<OwnFunction, String> functions = new HashMap<>();
    private final Map<OwnFunction, String> functionTypes = new HashMap<>();
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
        types.addAll(TYPES);
        types.add(model.type().modelName());
        Set<String> constants = new HashSet<>(Set.of("STRUCTURE"));
        // These are imported, and a field of the name would hide them.
        EnumSet.allOf(Activation.class).forEach(activation -> constants.add(activation.name()));
        EnumSet.allOf(Loss.class).forEach(loss -> constants.add(loss.name()));
        for (OwnFunction own : OwnFunction.of(model)) {
            String name = own.function().name();
            functionTypes.put(own, freeOf(types, capitalized(name)));
            functions.put(
                    own,
                    freeOf(
                            constants,
                            name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2").toUpperCase(Locale.ROOT)));
        }
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
        return value.part() + capitalized(value.name());
    }

    private static String capitalized(String name) {
        int first = name.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + name.substring(Character.charCount(first));
    }

    private static String suffix(Slot.Kind kind) {
        return switch (kind) {
            case INPUT, CONDITION, CODINGS, OUTPUT, VALUES -> "";
            case PRE_ACTIVATION -> "PreActivation";
            case SLOPE -> "Slope";
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
            case VALUES, PRE_ACTIVATION, SLOPE, LOGITS, NOISE, DEVIATION, GRADIENT, FURTHER_GRADIENT -> slots.get(slot);
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
            case OWN_PENALTY -> base(figure.value()) + "Penalty";
            case LATENT_LOSS -> base(figure.value()) + "LatentLoss";
        };
    }

    String of(Parameter parameter) {
        return parameters.get(parameter);
    }

    String of(Figure figure) {
        return figures.get(figure);
    }

    /** The constant that is a user's function. */
    String of(OwnFunction own) {
        return functions.get(own);
    }

    /** The nested class of a user's function. */
    String typeOf(OwnFunction own) {
        return functionTypes.get(own);
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
