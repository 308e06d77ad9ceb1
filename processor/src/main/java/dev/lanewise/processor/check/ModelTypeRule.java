package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.Trait;

/** A model is declared as an interface or abstract class that the generated class can refer to. */
final class ModelTypeRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        String name = model.type().simpleName();
        if (model.traits().has(Trait.CONCRETE)) {
            problems.report(Mistake.MODEL_KIND, model.at(), name);
        } else if (model.traits().has(Trait.INNER)) {
            problems.report(Mistake.MODEL_INNER, model.at(), name);
        }
        if (model.traits().has(Trait.PRIVATE)) {
            problems.report(Mistake.MODEL_PRIVATE, model.at(), name);
        }
        if (model.traits().has(Trait.GENERIC)) {
            problems.report(Mistake.GENERIC_TYPE, model.at(), name);
        }
    }
}
