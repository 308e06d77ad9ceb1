package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Wiring;
import java.util.List;

/** A parameter has the name of a value that is visible in its part. */
final class KnownNameRule implements Rule {

    private static final int LISTED = 12;

    @Override
    public void check(Declaration model, Problems problems) {
        boolean undeclared = false;
        for (PartDeclaration part : model.clearParts()) {
            Wiring wiring = Wiring.of(part);
            boolean lost = false;
            for (MethodDeclaration method : wiring.order()) {
                for (ParameterDeclaration parameter : method.parameters()) {
                    if (wiring.knows(parameter.name())) {
                        continue;
                    }
                    if (isCondition(wiring, method, parameter)) {
                        if (!undeclared) {
                            undeclared = true;
                            problems.report(
                                    Mistake.CONDITION_UNDECLARED,
                                    parameter.at(),
                                    method.name(),
                                    model.type().simpleName());
                        }
                    } else if (!parameter.nameLost()) {
                        report(part, wiring, method, parameter, problems);
                    } else if (!lost) {
                        lost = true;
                        problems.report(Mistake.NAMES_LOST, parameter.at(), part.typeName(), method.name());
                    }
                }
            }
        }
    }

    /** Whether a name that nothing has can only mean the condition: it is one mistake, however many layers take it. */
    private static boolean isCondition(Wiring wiring, MethodDeclaration method, ParameterDeclaration parameter) {
        return parameter.name().equals(Role.CONDITION)
                && Spelling.nearest(parameter.name(), others(wiring, method)).isEmpty();
    }

    private static List<String> others(Wiring wiring, MethodDeclaration method) {
        return wiring.names().stream()
                .filter(name -> !name.equals(method.name()))
                .toList();
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
        List<String> names = others(wiring, method);
        return Spelling.nearest(written, names)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> "there " + (names.size() == 1 ? "is " : "are ")
                        + String.join(", ", names.subList(0, Math.min(LISTED, names.size())))
                        + (names.size() > LISTED ? ", …" : ""));
    }
}
