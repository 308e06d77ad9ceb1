package dev.lanewise.processor.graph;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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
            declaration.conditionShape().ifPresent(shape -> known.put(Role.CONDITION, (int) shape.size()));
            all.widths.put(role, known);
            declaration.part(role).ifPresent(part -> all.follow(declaration, part, known));
            source = Optional.ofNullable(known.get(role.result()));
        }
        return all;
    }

    /** In the order of computation; again as long as tied layers wait for widths that come later in it. */
    private void follow(Declaration declaration, PartDeclaration part, Map<String, Integer> known) {
        int before;
        do {
            before = known.size();
            for (MethodDeclaration method : Wiring.of(part).order()) {
                List<Integer> inputs = method.parameters().stream()
                        .map(parameter -> known.getOrDefault(parameter.name(), 0))
                        .toList();
                method.layer()
                        .map(layer -> layer.width(inputs, tied(declaration, part.role(), layer, inputs)))
                        .filter(width -> width >= 1 && width <= Limits.WIDTH)
                        .ifPresent(width -> known.put(method.name(), width));
            }
        } while (known.size() > before);
    }

    /** The rows of the weight that a layer shares, as far as its columns are as many as the layer's input has. */
    private int tied(Declaration declaration, Role role, Layer layer, List<Integer> inputs) {
        return layer.tiedTo()
                .flatMap(name -> Tie.find(declaration, role, name))
                .filter(tie -> tie.dense()
                        .filter(dense -> inputs.equals(List.of(dense.units())))
                        .isPresent())
                .flatMap(tie -> input(tie.role(), tie.method()))
                .orElse(0);
    }

    /**
     * The width of what a layer takes first.
     *
     * @param role the part it stands in
     * @param method the layer
     * @return the elements of a row, where they are known
     */
    public Optional<Integer> input(Role role, MethodDeclaration method) {
        return method.parameters().stream().findFirst().flatMap(parameter -> of(role, parameter.name()));
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
