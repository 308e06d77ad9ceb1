package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Stray;
import java.util.HashSet;
import java.util.Set;

/**
 * A layer annotation stands in an encoder or decoder. Of several in one type the first is reported; none of a type that is
 * probably the part that is missing, or marked on another type, or that holds the layers of both.
 */
final class StrayLayerRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        if (model.role().isPresent() || !model.parts().stream().allMatch(PartDeclaration::isClear)) {
            return;
        }
        Set<String> reported = new HashSet<>(PartsRule.forgotten(model).values());
        if (PartsRule.isFlat(model)) {
            reported.add(model.type().simpleName());
        }
        for (Stray stray : model.strays()) {
            if (reported.add(stray.typeName())) {
                problems.report(Mistake.LAYER_OUTSIDE, stray.at(), stray.annotation(), stray.typeName());
            }
        }
    }
}
