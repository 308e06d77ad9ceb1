package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Trait;

/**
 * A layer's method is abstract, without type parameters, and has a fixed number of parameters. Of a part that is no interface or
 * abstract class, so that its methods need bodies, another rule says that.
 */
final class MethodRule implements MethodsRule {

    @Override
    public void check(PartDeclaration part, MethodDeclaration method, Problems problems) {
        method.traits().stream().sorted().findFirst().ifPresent(trait -> {
            switch (trait) {
                case CONCRETE -> {
                    if (!part.traits().has(Trait.CONCRETE)) {
                        body(method, "it has a body", problems);
                    }
                }
                case DEFAULT -> body(method, "it is a default method", problems);
                case STATIC -> body(method, "it is static", problems);
                case PRIVATE -> body(method, "it is private", problems);
                case GENERIC -> problems.report(Mistake.LAYER_GENERIC, method.at(), method.name());
                case VARARGS -> problems.report(Mistake.LAYER_VARARGS, method.at(), method.name());
            }
        });
    }

    private static void body(MethodDeclaration method, String how, Problems problems) {
        problems.report(Mistake.LAYER_BODY, method.at(), method.name(), how);
    }
}
