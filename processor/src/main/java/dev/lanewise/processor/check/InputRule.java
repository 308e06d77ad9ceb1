package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.Dimension;
import dev.lanewise.processor.graph.Limits;
import dev.lanewise.processor.graph.Position;
import dev.lanewise.processor.graph.Shape;
import java.util.List;

/** The input's shape, and that of the condition if there is one, has dimensions at least 1, and not too many elements. */
final class InputRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        model.input()
                .ifPresent(dimensions ->
                        check(dimensions, model.inputAt(), Mistake.INPUT_DIMENSION, Mistake.INPUT_TOO_LARGE, problems));
        model.input().filter(List::isEmpty).ifPresent(none -> problems.report(Mistake.INPUT_EMPTY, model.inputAt()));
        model.condition()
                .ifPresent(dimensions -> check(
                        dimensions,
                        model.conditionAt(),
                        Mistake.CONDITION_DIMENSION,
                        Mistake.CONDITION_TOO_LARGE,
                        problems));
    }

    private static void check(
            List<Dimension> dimensions, Position at, Mistake dimensionBelowOne, Mistake tooLarge, Problems problems) {
        List<Dimension> bad =
                dimensions.stream().filter(dimension -> dimension.value() < 1).toList();
        bad.forEach(dimension -> problems.report(dimensionBelowOne, dimension.at(), dimension.value()));
        Shape shape = new Shape(dimensions.stream().map(Dimension::value).toList());
        if (bad.isEmpty() && shape.size() > Limits.WIDTH) {
            String size = shape.size() == Long.MAX_VALUE ? "2⁶³ or more" : String.valueOf(shape.size());
            problems.report(tooLarge, at, shape.joined(" × "), size, Limits.WIDTH);
        }
    }
}
