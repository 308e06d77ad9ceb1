package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.MethodTrait;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Type;
import dev.lanewise.processor.graph.Layer;
import java.util.stream.Collectors;

/** A layer takes as many values as it computes from. Overloads, whose names are a mistake already, cannot all do so. */
final class ParameterCountRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        method.layer()
                .filter(layer -> !takes(layer, method.parameters().size()))
                .filter(layer -> !method.traits().contains(MethodTrait.VARARGS) && !part.isRepeated(method.name()))
                .filter(layer -> method.parameters().stream().noneMatch(parameter -> parameter.type() == Type.OTHER))
                .ifPresent(layer -> report(method, layer, problems));
    }

    private static boolean takes(Layer layer, int count) {
        return count == layer.inputs() || count > layer.inputs() && layer.takesMore();
    }

    private static void report(MethodDeclaration method, Layer layer, Problems problems) {
        String signature = method.parameters().stream()
                .map(ParameterDeclaration::name)
                .collect(Collectors.joining(", ", method.name() + "(", ")"));
        String annotation = method.layers().getFirst().annotation();
        String expected = layer.inputs() == 1 ? "one value" : layer.inputs() + " values";
        String orMore = layer.takesMore() ? " or more" : "";
        int found = method.parameters().size();
        problems.report(
                Mistake.PARAMETER_COUNT,
                method.at(),
                annotation,
                expected + orMore,
                found == 0 ? "none" : found,
                signature);
    }
}
