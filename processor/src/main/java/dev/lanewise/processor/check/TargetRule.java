package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer.KlSparsity;

/** The mean activation that a penalty draws to is in (0, 1). */
final class TargetRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        if (method.layer().orElse(null) instanceof KlSparsity penalty) {
            double target = penalty.target();
            if (!(target > 0 && target < 1)) {
                problems.report(Mistake.TARGET, method.at("target"), target, wayOut(target));
            }
        }
    }

    private static String wayOut(double target) {
        return target >= 2 && target < 100
                ? "did you mean " + target / 100 + "?"
                : "write a mean activation, such as 0.1";
    }
}
