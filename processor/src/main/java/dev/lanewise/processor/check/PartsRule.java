package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Stray;
import dev.lanewise.processor.graph.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A model has one encoder and one decoder, and they are two types. */
final class PartsRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Map<Role, String> forgotten = forgotten(model);
        for (Role role : Role.values()) {
            if (isMissing(model, role)) {
                String wayOut = forgotten.containsKey(role)
                        ? "did you mean " + role.annotation() + " interface " + forgotten.get(role) + "?"
                        : "nest an " + role.annotation() + " interface in it";
                problems.report(Mistake.PART_MISSING, model.at(), model.type().simpleName(), role.noun(), wayOut);
            }
            model.parts().stream()
                    .filter(part -> part.roles().contains(role))
                    .skip(1)
                    .filter(PartDeclaration::isClear)
                    .forEach(part -> problems.report(
                            Mistake.PART_TWICE,
                            part.at(),
                            model.type().simpleName(),
                            role.noun(),
                            part.typeName(),
                            wayOut(role, part)));
        }
        model.parts().stream()
                .filter(part -> !part.isClear())
                .forEach(part -> problems.report(Mistake.PART_BOTH, part.at(), part.typeName()));
    }

    private static String wayOut(Role written, PartDeclaration part) {
        return part.role() == written
                ? "a model has one; remove " + written.annotation() + " from the other type"
                : "did you mean " + part.role().annotation() + "?";
    }

    private static boolean isMissing(Declaration model, Role role) {
        return model.parts().stream()
                .noneMatch(part -> part.role() == role || part.roles().contains(role));
    }

    /** For each missing part the nested type, not marked but full of layers, that is probably meant. */
    static Map<Role, String> forgotten(Declaration model) {
        List<String> candidates = model.strays().stream()
                .map(Stray::typeName)
                .distinct()
                .filter(name -> !name.equals(model.type().simpleName()))
                .toList();
        Map<Role, String> forgotten = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            boolean missing =
                    model.parts().stream().noneMatch(part -> part.roles().contains(role));
            if (missing && forgotten.size() < candidates.size()) {
                forgotten.put(role, candidates.get(forgotten.size()));
            }
        }
        return forgotten;
    }
}
