package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.LayerDeclaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import java.util.stream.Collectors;

/** An abstract method of a part has one layer annotation. */
final class OneLayerRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        if (method.layers().isEmpty()) {
            boolean isOutOfSight =
                    !method.typeName().equals(part.typeName()) && method.at().equals(part.at());
            problems.report(
                    Mistake.LAYER_MISSING,
                    method.at(),
                    isOutOfSight ? method.typeName() + "." + method.name() : method.name(),
                    isOutOfSight
                            ? "give it a body here, or do not inherit from " + method.typeName()
                            : "add one, such as @Dense(units = 100)");
        } else if (method.layers().size() > 1) {
            String annotations =
                    method.layers().stream().map(LayerDeclaration::annotation).collect(Collectors.joining(" and "));
            problems.report(Mistake.LAYER_TWICE, method.layers().get(1).at(), method.name(), annotations);
        }
    }
}
