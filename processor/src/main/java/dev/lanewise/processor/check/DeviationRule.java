package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer.GaussianNoise;

/** The standard deviation of noise is at least 0, and finite also as a {@code float}. */
final class DeviationRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        if (method.layer().orElse(null) instanceof GaussianNoise noise) {
            double stddev = noise.stddev();
            if (!(stddev >= 0 && Float.isFinite((float) stddev))) {
                problems.report(Mistake.DEVIATION, method.at("value"), stddev, wayOut(stddev));
            }
        }
    }

    private static String wayOut(double stddev) {
        return stddev < 0 && Float.isFinite((float) stddev)
                ? "did you mean " + -stddev + "?"
                : "write a deviation, such as 0.2";
    }
}
