package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Role;
import java.util.HashMap;
import java.util.Map;

/** The values of a part have different names, none of them with a meaning of its own. */
final class ValueNameRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        for (PartDeclaration part : model.parts()) {
            Map<String, MethodDeclaration> found = new HashMap<>();
            for (MethodDeclaration method : part.methods()) {
                MethodDeclaration first = found.putIfAbsent(method.name(), method);
                if (first != null && method.typeName().equals(part.typeName())) {
                    problems.report(Mistake.NAME_TWICE, method.at(), part.typeName(), method.name());
                } else if (first != null) {
                    problems.report(
                            Mistake.INHERITED_TWICE,
                            part.at(),
                            part.typeName(),
                            method.name(),
                            first.typeName(),
                            method.typeName());
                } else {
                    checkReserved(part, method, problems);
                }
            }
        }
    }

    private static void checkReserved(PartDeclaration part, MethodDeclaration method, Problems problems) {
        String name = method.name();
        if (name.equals(Role.ENCODER.source())) {
            problems.report(Mistake.NAME_RESERVED, method.at(), name, "it names the model's input");
        } else if (name.equals(Role.CONDITION) && part.hasCondition()) {
            problems.report(Mistake.NAME_RESERVED, method.at(), name, "it names the model's condition");
        } else if (name.equals(part.role().source())) {
            problems.report(Mistake.NAME_RESERVED, method.at(), name, "in a decoder it names the encoder's result");
        } else if (ReservedNames.RECORD_COMPONENTS.contains(name)) {
            problems.report(Mistake.NAME_RESERVED, method.at(), name, "every Java object has a method of that name");
        }
    }
}
