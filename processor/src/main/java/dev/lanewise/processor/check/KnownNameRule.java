package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.MethodTrait;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Type;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Wiring;
import java.util.List;
import java.util.Optional;

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
                    if (wiring.knows(parameter.name()) || isOtherwiseWrong(method, parameter)) {
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
                        report(model, part, wiring, method, parameter, problems);
                    } else if (!lost) {
                        lost = true;
                        problems.report(Mistake.NAMES_LOST, parameter.at(), part.typeName(), method.name());
                    }
                }
            }
        }
    }

    /** Whether what is wrong with a parameter is that it is no value at all, which other rules say. */
    private static boolean isOtherwiseWrong(MethodDeclaration method, ParameterDeclaration parameter) {
        return parameter.type() == Type.OTHER || method.traits().contains(MethodTrait.VARARGS);
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
            Declaration model,
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
                wayOut(model, part, wiring, method, parameter.name()));
    }

    private static String wayOut(
            Declaration model, PartDeclaration part, Wiring wiring, MethodDeclaration method, String written) {
        List<String> names = others(wiring, method);
        if (part.others().contains(written)) {
            return "the method of that name has a body, and no layer annotation: declare it as a layer";
        }
        return Spelling.nearest(written, names)
                .map(name -> "did you mean \"" + name + "\"?")
                .or(() -> ofTheEncoder(model, wiring, written))
                .orElseGet(() -> "there " + (names.size() == 1 ? "is " : "are ")
                        + String.join(", ", names.subList(0, Math.min(LISTED, names.size())))
                        + (names.size() > LISTED ? ", …" : ""));
    }

    /** What to do about a decoder that takes a value of the encoder's. */
    private static Optional<String> ofTheEncoder(Declaration model, Wiring wiring, String written) {
        return model.part(Role.ENCODER)
                .filter(encoder -> wiring.role() == Role.DECODER)
                .flatMap(encoder -> Wiring.of(encoder).find(written))
                .map(value -> "it is the encoder's, of which only codings reach the decoder: make it a part of them"
                        + " with @Concat");
    }
}
