package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Trait;

/** A part is declared as an interface or abstract class, without type parameters. */
final class PartTypeRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        for (PartDeclaration part : model.parts()) {
            if (part.traits().has(Trait.CONCRETE)) {
                problems.report(Mistake.PART_KIND, part.at(), part.typeName());
            }
            if (part.traits().has(Trait.GENERIC)) {
                problems.report(Mistake.GENERIC_TYPE, part.at(), part.typeName());
            }
        }
    }
}
