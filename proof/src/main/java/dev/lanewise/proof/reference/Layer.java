package dev.lanewise.proof.reference;

import java.util.List;

/**
 * A layer in its place.
 *
 * @param name what it computes, such as {@code recognition.hidden1}
 * @param operation how
 * @param inputs from what, as many as the operation takes
 */
public record Layer(String name, Operation operation, List<String> inputs) {

    /**
     * Copies the list.
     *
     * @param name what it computes
     * @param operation how
     * @param inputs from what
     */
    public Layer {
        inputs = List.copyOf(inputs);
    }

    /** {@return the first of its inputs} */
    public String input() {
        return inputs.getFirst();
    }

    /** {@return the part it stands in, such as {@code recognition}} */
    public String part() {
        return name.substring(0, name.indexOf('.'));
    }

    /** {@return its name within its part, such as {@code hidden1}} */
    public String simpleName() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** {@return the name of its own weight} */
    public String weight() {
        return name + ".weight";
    }

    /** {@return the name of its bias} */
    public String bias() {
        return name + ".bias";
    }
}
