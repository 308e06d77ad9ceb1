package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.Dimension;
import dev.lanewise.processor.graph.Limits;
import dev.lanewise.processor.graph.Shape;
import java.util.List;

/** The input's shape has dimensions, each at least 1, and not too many elements. */
final class InputRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        model.input().ifPresent(dimensions -> check(model, dimensions, problems));
    }

    private static void check(Declaration model, List<Dimension> dimensions, Problems problems) {
        if (dimensions.isEmpty()) {
            problems.report(Mistake.INPUT_EMPTY, model.inputAt());
            return;
        }
        List<Dimension> bad =
                dimensions.stream().filter(dimension -> dimension.value() < 1).toList();
        bad.forEach(dimension -> problems.report(Mistake.INPUT_DIMENSION, dimension.at(), dimension.value()));
        Shape shape = new Shape(dimensions.stream().map(Dimension::value).toList());
        if (bad.isEmpty() && shape.size() > Limits.WIDTH) {
            String size = shape.size() == Long.MAX_VALUE ? "2⁶³ or more" : String.valueOf(shape.size());
            problems.report(Mistake.INPUT_TOO_LARGE, model.inputAt(), shape.joined(" × "), size, Limits.WIDTH);
        }
    }
}
