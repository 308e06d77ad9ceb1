package dev.lanewise.processor.graph;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layer that another one names because it shares its weight.
 *
 * @param role the part that the layer stands in
 * @param method the layer
 */
public record Tie(Role role, MethodDeclaration method) {

    /**
     * Finds the layer that a name stands for: a dense one of the encoder, or else of the same part; where no dense layer
     * has the name, another one.
     *
     * @param declaration the model
     * @param role the part that the name is written in
     * @param name the name
     * @return the layer
     */
    public static Optional<Tie> find(Declaration declaration, Role role, String name) {
        List<Tie> named = candidates(declaration, role).stream()
                .filter(tie -> tie.method.name().equals(name))
                .toList();
        return named.stream()
                .filter(tie -> tie.dense().isPresent())
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /**
     * The layers that can be named in a part.
     *
     * @param declaration the model
     * @param role the part
     * @return those of the encoder, then those of the part itself
     */
    public static List<Tie> candidates(Declaration declaration, Role role) {
        List<Tie> candidates = new ArrayList<>();
        for (Role visible : role == Role.ENCODER ? List.of(role) : List.of(Role.ENCODER, role)) {
            declaration.part(visible).map(PartDeclaration::methods).stream()
                    .flatMap(List::stream)
                    .forEach(method -> candidates.add(new Tie(visible, method)));
        }
        return candidates;
    }

    /** {@return what the layer computes, if it is a dense one} */
    public Optional<Layer.Dense> dense() {
        return method.layer().filter(Layer.Dense.class::isInstance).map(Layer.Dense.class::cast);
    }
}
