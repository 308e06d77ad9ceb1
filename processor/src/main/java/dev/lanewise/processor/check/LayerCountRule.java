package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Limits;

/** The layers are few enough for the generated methods. */
final class LayerCountRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        int layers =
                model.parts().stream().mapToInt(part -> part.methods().size()).sum();
        if (layers > Limits.LAYERS) {
            problems.report(Mistake.TOO_MANY_LAYERS, model.at(), model.type().simpleName(), layers, Limits.LAYERS);
        }
    }
}
