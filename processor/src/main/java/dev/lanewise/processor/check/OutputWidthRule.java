package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Shape;
import dev.lanewise.processor.graph.Widths;
import dev.lanewise.processor.graph.Wiring;
import java.util.Optional;

/** The output is as wide as the input. */
final class OutputWidthRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Widths widths = Widths.of(model);
        Optional<Integer> output = widths.of(Role.DECODER, Role.DECODER.result());
        Optional<Shape> input = model.shape();
        Optional<PartDeclaration> decoder = model.part(Role.DECODER);
        if (output.isPresent()
                && input.isPresent()
                && decoder.isPresent()
                && output.get() != input.get().size()) {
            MethodDeclaration last =
                    Wiring.of(decoder.get()).find(Role.DECODER.result()).orElseThrow();
            problems.report(
                    Mistake.OUTPUT_WIDTH,
                    last.at("units"),
                    output.get(),
                    extent(input.get()),
                    WidthPath.to(model, widths, Role.DECODER, last.name()),
                    wayOut(last.layer().orElseThrow(), input.get()));
        }
    }

    private static String extent(Shape shape) {
        return shape.dimensions().size() == 1 ? "" + shape.size() : shape.size() + " (" + shape.joined(" × ") + ")";
    }

    private static String wayOut(Layer layer, Shape input) {
        return switch (layer) {
            case Layer.Dense unused -> "set units = " + input.size();
            case Layer.DenseTransposed unused -> "tie it to a layer that takes " + input.size() + " values";
            case Layer.Noise unused -> elements(input);
            case Layer.Penalty unused -> elements(input);
            case Layer.Sampling unused -> elements(input);
            case Layer.Add unused -> "add values of " + input.size() + " elements";
            case Layer.Concat unused -> "join values that have " + input.size() + " elements in all";
        };
    }

    private static String elements(Shape input) {
        return "give it a value of " + input.size() + " elements";
    }
}
