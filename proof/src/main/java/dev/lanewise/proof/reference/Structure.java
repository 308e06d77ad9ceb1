package dev.lanewise.proof.reference;

import dev.lanewise.Loss;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A model as its structure's text tells it: the graph that the interpreter computes.
 *
 * @param width the elements of an input's row
 * @param conditionWidth the elements of a condition's row; 0 for a model without
 * @param loss the reconstruction loss
 * @param lossBy the user's own reconstruction loss, in place of that
 * @param layers in the order of computation
 * @param functions the user's own functions
 */
public record Structure(
        int width,
        int conditionWidth,
        Loss loss,
        Optional<String> lossBy,
        List<Layer> layers,
        Map<String, OwnFunction> functions) {

    /** The value that the encoder starts from. */
    public static final String INPUT = "input";

    /** The second input of a model that has one. */
    public static final String CONDITION = "condition";

    /**
     * Copies the list.
     *
     * @param width the elements of an input's row
     * @param conditionWidth the elements of a condition's row
     * @param loss the reconstruction loss
     * @param lossBy the user's own reconstruction loss, in place of that
     * @param layers in the order of computation
     * @param functions the user's own functions
     */
    public Structure {
        layers = List.copyOf(layers);
        functions = Map.copyOf(functions);
    }

    /** The user's own function of a name. */
    OwnFunction function(String name) {
        return Optional.ofNullable(functions.get(name))
                .orElseThrow(() -> new NoSuchElementException("no function " + name));
    }

    /**
     * Reads what {@link dev.lanewise.AutoencoderModel#structure()} says.
     *
     * @param text the canonical text
     * @return the structure
     * @throws IllegalArgumentException if something in it is unknown here; the message names the line
     */
    public static Structure parse(String text) {
        return StructureText.parse(text);
    }

    /**
     * The layer that computes a value.
     *
     * @param name its qualified name
     * @return the layer
     */
    public Layer layer(String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no layer computes " + name));
    }

    /** {@return the encoder's name, such as {@code recognition}} */
    public String encoder() {
        return layers.getFirst().part();
    }

    /** {@return the decoder's name, such as {@code generation}} */
    public String decoder() {
        return layers.getLast().part();
    }

    /** {@return the name of the encoder's result} */
    public String codings() {
        return encoder() + ".codings";
    }

    /** {@return the name of the decoder's result} */
    public String output() {
        return decoder() + ".output";
    }

    /**
     * Whether a part takes the condition.
     *
     * @param part its name
     * @return whether a layer of it does
     */
    public boolean isConditioned(String part) {
        return layers.stream()
                .filter(layer -> layer.part().equals(part))
                .anyMatch(layer -> layer.inputs().contains(CONDITION));
    }

    /** {@return the layers that draw random numbers, in the order of their numbers from 1} */
    public List<Layer> randomLayers() {
        return layers.stream().filter(layer -> layer.operation().isRandom()).toList();
    }

    /**
     * The width of a value.
     *
     * @param value its qualified name
     * @return the elements of a row
     */
    public int width(String value) {
        if (value.equals(INPUT)) {
            return width;
        }
        if (value.equals(CONDITION)) {
            return conditionWidth;
        }
        Layer layer = layer(value);
        return switch (layer.operation()) {
            case Operation.Dense dense -> dense.units();
            case Operation.DenseTransposed tied -> width(layer(tied.of()).input());
            case Operation.Noise unused -> width(layer.input());
            case Operation.Penalty unused -> width(layer.input());
            case Operation.Sampling unused -> width(layer.input());
            case Operation.Concat unused ->
                layer.inputs().stream().mapToInt(this::width).sum();
            case Operation.Add unused -> width(layer.input());
        };
    }
}
