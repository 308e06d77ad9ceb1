package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer.Dense;
import dev.lanewise.processor.graph.Limits;

/** A dense layer has at least one unit, and not too many. */
final class UnitsRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        if (method.layer().orElse(null) instanceof Dense dense) {
            if (dense.units() < 1) {
                problems.report(Mistake.UNITS, method.at("units"), dense.units());
            } else if (dense.units() > Limits.WIDTH) {
                problems.report(Mistake.UNITS_TOO_LARGE, method.at("units"), dense.units(), Limits.WIDTH);
            }
        }
    }
}
