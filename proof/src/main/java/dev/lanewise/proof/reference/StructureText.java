package dev.lanewise.proof.reference;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Per;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the canonical text of a structure: a first line {@code autoencoder input=28x28 loss=mse}, then one line per layer,
 * {@code recognition.hidden = dense(input) units=100 activation=relu}, then one per function of the user's own.
 */
final class StructureText {

    private static final Pattern HEAD = Pattern.compile("autoencoder (.*)");
    private static final Pattern LAYER = Pattern.compile("(\\S+) = (\\w+)\\(([^)]*)\\)(.*)");

    private static final Pattern FUNCTION = Pattern.compile("(?:elementwise|rowwise) .*");

    private StructureText() {}

    static Structure parse(String text) {
        Optional<Settings> head = Optional.empty();
        List<Layer> layers = new ArrayList<>();
        Map<String, OwnFunction> functions = new HashMap<>();
        for (String line : text.lines().toList()) {
            try {
                Matcher first = HEAD.matcher(line);
                Matcher layer = LAYER.matcher(line);
                if (first.matches()) {
                    head = Optional.of(Settings.parse(first.group(1)));
                } else if (FUNCTION.matcher(line).matches()) {
                    OwnFunction function = OwnFunction.parse(line);
                    functions.put(function.name(), function);
                } else if (layer.matches()) {
                    layers.add(layer(layer));
                } else {
                    throw new IllegalArgumentException("neither the model's line nor a layer's");
                }
            } catch (IllegalArgumentException | NoSuchElementException e) {
                throw new IllegalArgumentException("structure: \"" + line + "\": " + e.getMessage(), e);
            }
        }
        Settings model = head.orElseThrow(() -> new IllegalArgumentException("structure without the model's line"));
        Optional<String> lossBy = model.optional("loss_by");
        return new Structure(
                width(model.text("input")),
                model.has("condition") ? width(model.text("condition")) : 0,
                lossBy.isPresent() ? Loss.MSE : loss(model.text("loss")),
                lossBy,
                layers,
                functions);
    }

    /** As in {@code 28x28}. */
    private static int width(String shape) {
        return Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).reduce(1, Math::multiplyExact);
    }

    private static Loss loss(String name) {
        return name.equals("bce") ? Loss.BINARY_CROSS_ENTROPY : constant(Loss.class, name);
    }

    private static Layer layer(Matcher line) {
        List<String> inputs = List.of(line.group(3).split(", "));
        return new Layer(line.group(1), operation(line.group(2), Settings.parse(line.group(4))), inputs);
    }

    private static Operation operation(String word, Settings settings) {
        return switch (word) {
            case "dense" ->
                new Operation.Dense(
                        settings.integer("units"), settings.activation(), settings.optional("activation_by"));
            case "dense_transposed" ->
                new Operation.DenseTransposed(
                        settings.text("of"), settings.activation(), settings.optional("activation_by"));
            case "dropout" -> new Operation.Dropout(settings.number("rate"));
            case "gaussian_noise" -> new Operation.GaussianNoise(settings.number("stddev"));
            case "activity_regularization" ->
                new Operation.ActivityRegularization(settings.number("l1"), settings.number("l2"), settings.per());
            case "kl_sparsity" ->
                new Operation.KlSparsity(settings.number("weight"), settings.number("target"), settings.per());
            case "concat" -> new Operation.Concat();
            case "add" -> new Operation.Add();
            case "penalty" -> new Operation.OwnPenalty(settings.text("by"), settings.number("weight"), settings.per());
            case "sampling" -> new Operation.Sampling(settings.number("beta"));
            default -> throw new IllegalArgumentException("unknown operation " + word);
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    /** What follows a line's head, as in {@code units=100 activation=relu}. */
    private record Settings(Map<String, String> values) {

        static Settings parse(String text) {
            Map<String, String> values = new HashMap<>();
            for (String setting : text.strip().split(" ")) {
                String[] nameAndValue = setting.split("=", 2);
                if (nameAndValue.length == 2) {
                    values.put(nameAndValue[0], nameAndValue[1]);
                }
            }
            return new Settings(values);
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        Optional<String> optional(String name) {
            return Optional.ofNullable(values.get(name));
        }

        String text(String name) {
            return optional(name).orElseThrow(() -> new NoSuchElementException("does not say " + name));
        }

        int integer(String name) {
            return Integer.parseInt(text(name));
        }

        double number(String name) {
            return Double.parseDouble(text(name));
        }

        Activation activation() {
            return optional("activation_by").isPresent()
                    ? Activation.LINEAR
                    : constant(Activation.class, text("activation"));
        }

        Per per() {
            return constant(Per.class, text("per"));
        }
    }
}
