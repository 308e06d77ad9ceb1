package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import java.util.Map;

/** The factors of penalties are at least 0, and finite also as a {@code float}. */
final class FactorRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        method.layer()
                .ifPresent(layer -> factors(layer).forEach((name, factor) -> {
                    if (!(factor >= 0 && Float.isFinite(factor.floatValue()))) {
                        String wayOut = factor < 0 ? "the nearest is 0" : "write a number, such as 1e-4";
                        problems.report(Mistake.FACTOR, method.at(name), name, factor, wayOut);
                    }
                }));
    }

    private static Map<String, Double> factors(Layer layer) {
        return switch (layer) {
            case Layer.ActivityRegularization penalty -> Map.of("l1", penalty.l1(), "l2", penalty.l2());
            case Layer.KlSparsity penalty -> Map.of("weight", penalty.weight());
            case Layer.OwnPenalty penalty -> Map.of("weight", penalty.weight());
            case Layer.Sampling sampling -> Map.of("beta", sampling.beta());
            case Layer.FullyConnected unused -> Map.of();
            case Layer.Noise unused -> Map.of();
            case Layer.Merge unused -> Map.of();
        };
    }
}
