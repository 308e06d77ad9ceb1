package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.Stray;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A layer annotation stands in an encoder or decoder. Of several in one type the first is reported. */
final class StrayLayerRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Collection<String> forgotten = PartsRule.forgotten(model).values();
        Set<String> reported = new HashSet<>(forgotten);
        for (Stray stray : model.strays()) {
            if (reported.add(stray.typeName())) {
                problems.report(Mistake.LAYER_OUTSIDE, stray.at(), stray.annotation(), stray.typeName());
            }
        }
    }
}
