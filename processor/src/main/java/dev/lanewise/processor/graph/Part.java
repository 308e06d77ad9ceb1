package dev.lanewise.processor.graph;

import java.util.List;

/**
 * The encoder or the decoder.
 *
 * @param role which of them
 * @param typeName the declared type's simple name, such as {@code Recognition}
 * @param isPrivate whether nobody else can refer to the declared type
 * @param source the value it starts from
 * @param nodes its layers, in the order of computation
 */
public record Part(Role role, String typeName, boolean isPrivate, Value source, List<Node> nodes) {

    /**
     * Copies the list.
     *
     * @param role which of them
     * @param typeName the declared type's simple name
     * @param isPrivate whether nobody else can refer to it
     * @param source the value it starts from
     * @param nodes its layers, in the order of computation
     */
    public Part {
        nodes = List.copyOf(nodes);
    }

    /** {@return the part's name in model files and as a method, such as {@code recognition}} */
    public String name() {
        return nameOf(typeName);
    }

    /**
     * The name of a part in model files and as a method.
     *
     * @param typeName the simple name of its type
     * @return the name with a small first letter
     */
    public static String nameOf(String typeName) {
        int first = typeName.codePointAt(0);
        return Character.toString(Character.toLowerCase(first)) + typeName.substring(Character.charCount(first));
    }

    /** {@return the value that the part is there to compute} */
    public Value result() {
        return nodes.stream()
                .map(Node::value)
                .filter(value -> value.name().equals(role.result()))
                .findFirst()
                .orElseThrow();
    }
}
