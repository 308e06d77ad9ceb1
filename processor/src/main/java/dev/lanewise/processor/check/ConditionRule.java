package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Wiring;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A condition that is declared is taken, and stands beside what a part is computed from, not in its place. Silent where another
 * mistake may be the reason, as {@link UseRule} is.
 */
final class ConditionRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        if (!model.hasCondition()) {
            return;
        }
        List<PartDeclaration> parts = model.clearParts();
        boolean clear = parts.size() == Role.values().length
                && parts.stream().allMatch(part -> UseRule.clear(part, Wiring.of(part)));
        if (clear && model.condition().isPresent() && parts.stream().noneMatch(ConditionRule::takes)) {
            problems.report(
                    Mistake.CONDITION_UNUSED, model.conditionAt(), model.type().simpleName());
        }
        for (PartDeclaration part : parts) {
            Wiring wiring = Wiring.of(part);
            if (UseRule.clear(part, wiring) && wiring.cycles().isEmpty()) {
                MethodDeclaration result = wiring.find(part.role().result()).orElseThrow();
                if (!dependsOn(part.role().source(), result, wiring)) {
                    problems.report(
                            Mistake.SOURCE_UNUSED,
                            result.at(),
                            result.name(),
                            part.role().source());
                }
            }
        }
    }

    private static boolean takes(PartDeclaration part) {
        Wiring wiring = Wiring.of(part);
        return part.methods().stream()
                .flatMap(method -> method.parameters().stream())
                .anyMatch(parameter -> UseRule.meant(wiring, parameter)
                        .filter(Role.CONDITION::equals)
                        .isPresent());
    }

    private static boolean dependsOn(String source, MethodDeclaration result, Wiring wiring) {
        Deque<MethodDeclaration> open = new ArrayDeque<>(List.of(result));
        return UseRule.reaching(open, wiring).stream()
                .flatMap(method -> method.parameters().stream())
                .anyMatch(parameter ->
                        UseRule.meant(wiring, parameter).filter(source::equals).isPresent());
    }
}
