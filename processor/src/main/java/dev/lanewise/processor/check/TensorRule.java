package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.MethodTrait;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Type;

/** A layer takes and returns {@code Tensor}. What another rule has said of a method is not said again in other words. */
final class TensorRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        boolean said = method.layers().isEmpty()
                || part.isRepeated(method.name())
                || method.traits().contains(MethodTrait.GENERIC)
                || method.traits().contains(MethodTrait.VARARGS);
        if (said) {
            return;
        }
        if (method.type() == Type.OTHER) {
            problems.report(Mistake.RETURN_TYPE, method.at(), method.name(), method.typeText());
        }
        for (ParameterDeclaration parameter : method.parameters()) {
            if (parameter.type() == Type.OTHER) {
                problems.report(
                        Mistake.PARAMETER_TYPE, parameter.at(), method.name(), parameter.name(), parameter.typeText());
            }
        }
    }
}
