package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.LayerDeclaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer.ActivityRegularization;

/** Activity regularization says what it penalizes: a factor of 0 that is written is meant. */
final class EmptyPenaltyRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        if (method.layer().orElse(null) instanceof ActivityRegularization penalty
                && penalty.l1() == 0
                && penalty.l2() == 0) {
            LayerDeclaration layer = method.layers().getFirst();
            if (!layer.values().containsKey("l1") && !layer.values().containsKey("l2")) {
                problems.report(Mistake.PENALTY_EMPTY, layer.at(), layer.annotation());
            }
        }
    }
}
