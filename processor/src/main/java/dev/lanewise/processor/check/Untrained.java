package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Wiring;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The values that surely depend on no parameter: the inputs, and what is made of them without one. */
final class Untrained {

    private final Map<Role, Set<String>> values = new EnumMap<>(Role.class);

    private Untrained() {}

    static Untrained of(Declaration model) {
        Untrained untrained = new Untrained();
        boolean source = true;
        for (Role role : Role.values()) {
            Set<String> found = new HashSet<>();
            if (source) {
                found.add(role.source());
            }
            if (model.hasCondition()) {
                found.add(Role.CONDITION);
            }
            model.part(role).ifPresent(part -> follow(part, found));
            untrained.values.put(role, found);
            source = found.contains(role.result());
        }
        return untrained;
    }

    private static void follow(PartDeclaration part, Set<String> found) {
        for (MethodDeclaration method : Wiring.of(part).order()) {
            boolean fromThese = !method.parameters().isEmpty()
                    && method.parameters().stream()
                            .map(ParameterDeclaration::name)
                            .allMatch(found::contains);
            if (fromThese && method.layer().filter(Untrained::keeps).isPresent()) {
                found.add(method.name());
            }
        }
    }

    private static boolean keeps(Layer layer) {
        return switch (layer) {
            case Layer.FullyConnected unused -> false;
            case Layer.Noise unused -> true;
            case Layer.Penalty unused -> true;
            case Layer.Sampling unused -> true;
            case Layer.Merge unused -> true;
        };
    }

    boolean contains(Role role, String value) {
        return values.getOrDefault(role, Set.of()).contains(value);
    }
}
