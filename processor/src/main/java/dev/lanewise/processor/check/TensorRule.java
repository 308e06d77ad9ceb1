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
        if (isOfOneOtherType(method)) {
            problems.report(Mistake.TENSOR_TYPE, method.at(), method.name(), method.typeText());
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

    /** Whether it is written with something else throughout, such as {@code float[]}. */
    private static boolean isOfOneOtherType(MethodDeclaration method) {
        return method.type() == Type.OTHER
                && !method.parameters().isEmpty()
                && method.parameters().stream()
                        .allMatch(parameter -> parameter.typeText().equals(method.typeText()));
    }
}
