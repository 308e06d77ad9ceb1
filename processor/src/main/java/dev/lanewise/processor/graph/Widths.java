package dev.lanewise.processor.graph;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The widths of a declared model's values, as far as they can be known. */
public final class Widths {

    private final Map<Role, Map<String, Integer>> widths = new EnumMap<>(Role.class);

    private Widths() {}

    /**
     * Follows the shape rules from the input to the output.
     *
     * @param declaration the model
     * @return its widths; those that hang on a mistake are missing
     */
    public static Widths of(Declaration declaration) {
        Widths all = new Widths();
        Optional<Integer> source = declaration.shape().map(shape -> (int) shape.size());
        for (Role role : Role.values()) {
            Map<String, Integer> known = new HashMap<>();
            source.ifPresent(width -> known.put(role.source(), width));
            declaration.part(role).ifPresent(part -> follow(part, known));
            all.widths.put(role, known);
            source = Optional.ofNullable(known.get(role.result()));
        }
        return all;
    }

    private static void follow(PartDeclaration part, Map<String, Integer> known) {
        for (MethodDeclaration method : Wiring.of(part).order()) {
            int input = method.parameters().isEmpty()
                    ? 0
                    : known.getOrDefault(method.parameters().getFirst().name(), 0);
            method.layer()
                    .map(layer -> layer.width(input))
                    .filter(width -> width >= 1 && width <= Limits.WIDTH)
                    .ifPresent(width -> known.put(method.name(), width));
        }
    }

    /**
     * The width of a value.
     *
     * @param role the part it is visible in
     * @param name its name there
     * @return the elements of a row, where they are known
     */
    public Optional<Integer> of(Role role, String name) {
        return Optional.ofNullable(widths.getOrDefault(role, Map.of()).get(name));
    }
}
