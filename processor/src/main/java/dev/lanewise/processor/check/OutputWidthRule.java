package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Shape;
import dev.lanewise.processor.graph.Widths;
import dev.lanewise.processor.graph.Wiring;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
            Deque<MethodDeclaration> path = path(Wiring.of(decoder.get()));
            MethodDeclaration last = path.getLast();
            problems.report(
                    Mistake.OUTPUT_WIDTH,
                    last.at("units"),
                    output.get(),
                    extent(input.get()),
                    chain(widths, path),
                    wayOut(last.layer().orElseThrow(), input.get()));
        }
    }

    private static String extent(Shape shape) {
        return shape.dimensions().size() == 1 ? "" + shape.size() : shape.size() + " (" + shape.joined(" × ") + ")";
    }

    /** From the decoder's source, or from where that is lost, to its output. */
    private static Deque<MethodDeclaration> path(Wiring wiring) {
        Deque<MethodDeclaration> path = new ArrayDeque<>();
        Set<MethodDeclaration> seen = new HashSet<>();
        Optional<MethodDeclaration> next = wiring.find(Role.DECODER.result());
        while (next.isPresent() && seen.add(next.get())) {
            path.addFirst(next.get());
            next = next.get().parameters().stream().findFirst().flatMap(parameter -> wiring.find(parameter.name()));
        }
        return path;
    }

    private static String chain(Widths widths, Deque<MethodDeclaration> path) {
        String codings = widths.of(Role.DECODER, Role.DECODER.source())
                .map(width -> Role.DECODER.source() + " " + width + " → ")
                .orElse("");
        return path.stream()
                .map(method -> method.name()
                        + widths.of(Role.DECODER, method.name())
                                .map(width -> " " + width)
                                .orElse(""))
                .collect(Collectors.joining(" → ", codings, ""));
    }

    private static String wayOut(Layer layer, Shape input) {
        return switch (layer) {
            case Layer.Dense unused -> "set units = " + input.size();
            case Layer.DenseTransposed unused -> "tie it to a layer that takes " + input.size() + " values";
            case Layer.Noise unused -> elements(input);
            case Layer.Penalty unused -> elements(input);
            case Layer.Sampling unused -> elements(input);
        };
    }

    private static String elements(Shape input) {
        return "give it a value of " + input.size() + " elements";
    }
}
