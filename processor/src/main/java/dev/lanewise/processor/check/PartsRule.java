package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Stray;
import dev.lanewise.processor.graph.Role;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A model has one encoder and one decoder, and they are two types nested in it. What is missing is said at once. */
final class PartsRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        if (model.role().isPresent()) {
            problems.report(
                    Mistake.PART_MODEL,
                    model.at(),
                    model.type().simpleName(),
                    model.role().get().annotation());
            return;
        }
        if (areSwapped(model)) {
            reportSwapped(model.parts().getFirst(), model.parts().getLast(), problems);
            return;
        }
        List<Role> missing = Arrays.stream(Role.values())
                .filter(role -> isMissing(model, role))
                .toList();
        if (!missing.isEmpty()) {
            String nouns = missing.stream().map(Role::noun).collect(Collectors.joining(" and no "));
            problems.report(Mistake.PART_MISSING, model.at(), model.type().simpleName(), nouns, wayOut(model, missing));
        }
        for (Role role : Role.values()) {
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

    private static boolean areSwapped(Declaration model) {
        return model.parts().size() == Role.values().length
                && model.parts().stream().allMatch(part -> !part.roles().contains(part.role()));
    }

    private static void reportSwapped(PartDeclaration first, PartDeclaration second, Problems problems) {
        problems.report(
                Mistake.PARTS_SWAPPED,
                first.at(),
                first.typeName(),
                written(first),
                first.role().result(),
                second.typeName(),
                written(second),
                second.role().result());
    }

    private static String written(PartDeclaration part) {
        return part.roles().iterator().next().annotation();
    }

    private static String wayOut(Declaration model, List<Role> missing) {
        Map<Role, String> forgotten = forgotten(model);
        if (forgotten.keySet().containsAll(missing)) {
            return missing.stream()
                    .map(role -> role.annotation() + " interface " + forgotten.get(role))
                    .collect(Collectors.joining(" and ", "did you mean ", "?"));
        }
        String parts = missing.stream().map(PartsRule::withArticle).collect(Collectors.joining(" and "));
        return isFlat(model)
                ? "move its layers into " + parts + " interface nested in it"
                : "nest " + parts + " interface in it";
    }

    private static String withArticle(Role role) {
        return (role == Role.ENCODER ? "an " : "a ") + role.annotation();
    }

    /** Whether the layers of both parts stand in the model's own type. */
    static boolean isFlat(Declaration model) {
        return model.parts().isEmpty()
                && model.strays().stream()
                        .anyMatch(stray -> stray.typeName().equals(model.type().simpleName()));
    }

    private static String wayOut(Role written, PartDeclaration part) {
        return part.role() == written
                ? "a model has one; remove " + written.annotation() + " from the other type"
                : "did you mean " + part.role().annotation() + "?";
    }

    /** One that is nested too deep is there, and complained of. */
    private static boolean isMissing(Declaration model, Role role) {
        return !model.deeper().contains(role)
                && model.parts().stream()
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
