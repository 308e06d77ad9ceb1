package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Limits;
import dev.lanewise.processor.graph.Widths;

/** Values side by side are not too many elements. */
final class ConcatWidthRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Widths widths = Widths.of(model);
        for (PartDeclaration part : model.parts()) {
            for (MethodDeclaration method : part.methods()) {
                long width = method.parameters().stream()
                        .mapToLong(parameter ->
                                widths.of(part.role(), parameter.name()).orElse(0))
                        .sum();
                if (method.layer().filter(Layer.Concat.class::isInstance).isPresent() && width > Limits.WIDTH) {
                    problems.report(Mistake.CONCAT_TOO_WIDE, method.at(), method.name(), width, Limits.WIDTH);
                }
            }
        }
    }
}
