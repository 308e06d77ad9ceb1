package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Wiring;
import java.util.List;
import java.util.stream.Collectors;

/** No value is computed from itself. */
final class CycleRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        for (PartDeclaration part : model.clearParts()) {
            for (List<MethodDeclaration> cycle : Wiring.of(part).cycles()) {
                MethodDeclaration first = cycle.getFirst();
                String path = cycle.stream()
                        .map(MethodDeclaration::name)
                        .collect(Collectors.joining(" ← ", "", " ← " + first.name()));
                problems.report(Mistake.CYCLE, first.at(), first.name(), path);
            }
        }
    }
}
