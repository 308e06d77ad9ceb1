package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.LayerDeclaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import java.util.Map;

/** A layer annotation says all that nothing else could. */
final class AttributesRule implements MethodsRule {

    private static final Map<String, String> EXAMPLES = Map.of(
            "@Dense", "@Dense(units = 100)",
            "@DenseTransposed", "@DenseTransposed(of = \"hidden1\")",
            "@Dropout", "@Dropout(0.5)",
            "@GaussianNoise", "@GaussianNoise(0.2)",
            "@KlSparsity", "@KlSparsity(weight = 1e-3, target = 0.1)",
            "@Penalty", "@Penalty(by = \"hoyer\")");

    /** What is missing, where its name says too little. */
    private static final Map<String, String> NAMES = Map.of(
            "@Dense", "how many units it has",
            "@DenseTransposed", "whose weight it takes",
            "@Dropout", "its rate",
            "@GaussianNoise", "its standard deviation",
            "@Penalty", "by which function");

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        for (LayerDeclaration layer : method.layers()) {
            if (!layer.missing().isEmpty()) {
                String annotation = layer.annotation();
                problems.report(
                        Mistake.ATTRIBUTE_MISSING,
                        layer.at(),
                        annotation,
                        NAMES.getOrDefault(annotation, "its " + String.join(" and ", layer.missing())),
                        EXAMPLES.get(annotation));
            }
        }
    }
}
