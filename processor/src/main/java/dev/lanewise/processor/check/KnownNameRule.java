package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Wiring;
import java.util.List;

/** A parameter has the name of a value that is visible in its part. */
final class KnownNameRule implements Rule {

    private static final int LISTED = 12;

    @Override
    public void check(Declaration model, Problems problems) {
        for (PartDeclaration part : model.clearParts()) {
            Wiring wiring = Wiring.of(part);
            boolean lost = false;
            for (MethodDeclaration method : wiring.order()) {
                for (ParameterDeclaration parameter : method.parameters()) {
                    if (wiring.knows(parameter.name())) {
                        continue;
                    }
                    if (!parameter.nameLost()) {
                        report(part, wiring, method, parameter, problems);
                    } else if (!lost) {
                        lost = true;
                        problems.report(Mistake.NAMES_LOST, parameter.at(), part.typeName(), method.name());
                    }
                }
            }
        }
    }

    private static void report(
            PartDeclaration part,
            Wiring wiring,
            MethodDeclaration method,
            ParameterDeclaration parameter,
            Problems problems) {
        problems.report(
                Mistake.UNKNOWN_NAME,
                parameter.at(),
                method.name(),
                parameter.name(),
                part.role().noun(),
                wayOut(wiring, method, parameter.name()));
    }

    private static String wayOut(Wiring wiring, MethodDeclaration method, String written) {
        List<String> names = wiring.names().stream()
                .filter(name -> !name.equals(method.name()))
                .toList();
        return Spelling.nearest(written, names)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> "there " + (names.size() == 1 ? "is " : "are ")
                        + String.join(", ", names.subList(0, Math.min(LISTED, names.size())))
                        + (names.size() > LISTED ? ", …" : ""));
    }
}
