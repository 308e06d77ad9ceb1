package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Widths;
import dev.lanewise.processor.graph.Wiring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a value came to its width: the values that lead to it, each with its own. */
final class WidthPath {

    /** What is shown of a long path: where it starts, and where it ends. */
    private static final int FIRST = 2;

    private static final int LAST = 5;

    private WidthPath() {}

    /**
     * The path to a value, along the first inputs of layers.
     *
     * @return such as {@code codings 30 → hidden 100 → both 130 (100 + 30)}; it starts where a name is lost
     */
    static String to(Declaration model, Widths widths, Role role, String value) {
        Optional<Wiring> wiring = model.part(role).map(Wiring::of);
        List<String> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(value);
        while (next.isPresent() && seen.add(next.get())) {
            String name = next.get();
            Optional<MethodDeclaration> method = wiring.flatMap(names -> names.find(name));
            path.addFirst(step(widths, role, name, method));
            next = method.flatMap(layer -> layer.parameters().stream().findFirst())
                    .map(ParameterDeclaration::name)
                    .filter(input -> wiring.get().knows(input));
        }
        if (path.size() > FIRST + LAST + 1) {
            path.subList(FIRST, path.size() - LAST).clear();
            path.add(FIRST, "…");
        }
        return String.join(" → ", path);
    }

    private static String step(Widths widths, Role role, String name, Optional<MethodDeclaration> method) {
        String width = widths.of(role, name).map(number -> " " + number).orElse("");
        boolean isJoined = method.flatMap(MethodDeclaration::layer)
                .filter(Layer.Concat.class::isInstance)
                .isPresent();
        String sum = isJoined
                ? method.get().parameters().stream()
                        .map(input -> widths.of(role, input.name())
                                .map(String::valueOf)
                                .orElse("?"))
                        .collect(Collectors.joining(" + ", " (", ")"))
                : "";
        return name + width + sum;
    }
}
