package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;

/** What adds to the cost depends on parameters. */
final class ConstantPenaltyRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Untrained untrained = Untrained.of(model);
        for (PartDeclaration part : model.parts()) {
            for (MethodDeclaration method : part.methods()) {
                if (method.layer().filter(ConstantPenaltyRule::costs).isPresent()) {
                    method.parameters().stream()
                            .filter(parameter -> untrained.contains(part.role(), parameter.name()))
                            .findFirst()
                            .ifPresent(parameter -> problems.report(
                                    Mistake.PENALTY_CONSTANT,
                                    parameter.at(),
                                    method.layers().getFirst().annotation(),
                                    parameter.name()));
                }
            }
        }
    }

    private static boolean costs(Layer layer) {
        return switch (layer) {
            case Layer.Penalty unused -> true;
            case Layer.Sampling unused -> true;
            case Layer.FullyConnected unused -> false;
            case Layer.Noise unused -> false;
            case Layer.Merge unused -> false;
        };
    }
}
