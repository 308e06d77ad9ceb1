package dev.lanewise.processor.graph;

import java.util.List;

/**
 * The name of a declared type.
 *
 * @param packageName its package, empty for the unnamed one
 * @param simpleNames the names of the types around it, outermost first, then its own
 */
public record TypeName(String packageName, List<String> simpleNames) {

    /**
     * Copies the list.
     *
     * @param packageName its package
     * @param simpleNames outermost first
     */
    public TypeName {
        simpleNames = List.copyOf(simpleNames);
    }

    /** {@return the type's own name} */
    public String simpleName() {
        return simpleNames.getLast();
    }

    /** {@return the name within the package, as written in source: {@code Outer.Inner}} */
    public String nestedName() {
        return String.join(".", simpleNames);
    }

    /** {@return the simple name of the class to generate: {@code Outer_InnerModel}} */
    public String modelName() {
        return String.join("_", simpleNames) + "Model";
    }

    /** {@return the qualified name of the class to generate} */
    public String qualifiedModelName() {
        return packageName.isEmpty() ? modelName() : packageName + "." + modelName();
    }
}
