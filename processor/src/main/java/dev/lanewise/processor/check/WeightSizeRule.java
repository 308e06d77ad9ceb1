package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer.Dense;
import dev.lanewise.processor.graph.Limits;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Widths;

/** A dense layer's weight fits into a Java array. */
final class WeightSizeRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Widths widths = Widths.of(model);
        for (PartDeclaration part : model.parts()) {
            for (MethodDeclaration method : part.methods()) {
                check(widths, part.role(), method, problems);
            }
        }
    }

    private static void check(Widths widths, Role role, MethodDeclaration method, Problems problems) {
        boolean dense = method.layer().filter(Dense.class::isInstance).isPresent();
        if (!dense || method.parameters().isEmpty()) {
            return;
        }
        long in = widths.of(role, method.parameters().getFirst().name()).orElse(0);
        long out = widths.of(role, method.name()).orElse(0);
        if (in * out > Limits.ARRAY) {
            problems.report(
                    Mistake.WEIGHT_TOO_LARGE, method.at("units"), method.name(), in, out, in * out, Limits.ARRAY);
        }
    }
}
