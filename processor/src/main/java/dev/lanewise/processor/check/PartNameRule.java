package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Part;
import java.util.HashSet;
import java.util.Set;

/** A part's name can become a record and a method of the generated class, and a name in model files. */
final class PartNameRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Set<String> taken = new HashSet<>();
        for (PartDeclaration part : model.parts()) {
            String method = Part.nameOf(part.typeName());
            if (ReservedNames.MODEL_METHODS.contains(method)) {
                problems.report(Mistake.PART_NAME, part.at(), part.typeName(), method, "which every model has already");
            } else if (ReservedNames.KEYWORDS.contains(method)) {
                problems.report(Mistake.PART_NAME, part.at(), part.typeName(), method, "which is a word of Java");
            } else if (part.typeName().equals(model.type().modelName())) {
                problems.report(
                        Mistake.PART_NAME,
                        part.at(),
                        part.typeName(),
                        method,
                        "and a type in it that has its own name");
            } else if (!taken.add(method)) {
                problems.report(Mistake.PART_NAME, part.at(), part.typeName(), method, "as the other part does");
            }
        }
    }
}
