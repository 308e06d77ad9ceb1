package dev.lanewise.processor.graph;

/**
 * A value of a model: the input, the condition, or what a layer computes.
 *
 * @param part the part's name as in model files, such as {@code recognition}; empty for the input and the condition
 * @param name the layer's name
 * @param width the elements of a row
 */
public record Value(String part, String name, int width) {

    /** {@return the name as in model files: {@code input}, {@code condition}, or part and layer with a dot between} */
    public String qualifiedName() {
        return part.isEmpty() ? name : part + "." + name;
    }
}
