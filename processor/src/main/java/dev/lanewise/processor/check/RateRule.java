package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer.Dropout;

/** A dropout rate is in [0, 1), also once it is rounded to a {@code float}. */
final class RateRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        if (method.layer().orElse(null) instanceof Dropout dropout) {
            double rate = dropout.rate();
            if (!(rate >= 0 && (float) rate < 1)) {
                problems.report(Mistake.RATE, method.at("value"), rate, wayOut(rate));
            }
        }
    }

    private static String wayOut(double rate) {
        if (rate < 0) {
            return "the nearest is 0";
        }
        return rate >= 2 && rate < 100 ? "did you mean " + rate / 100 + "?" : "write a share, such as 0.5";
    }
}
