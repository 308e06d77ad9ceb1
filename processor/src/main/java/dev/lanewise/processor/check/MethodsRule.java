package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;

/** A rule that looks at one method after another. */
interface MethodsRule extends Rule {

    /**
     * Reports what is wrong with a method.
     *
     * @param part the part around it
     * @param method the method
     * @param problems where to
     */
    void check(PartDeclaration part, MethodDeclaration method, Problems problems);

    @Override
    default void check(Declaration model, Problems problems) {
        model.parts().forEach(part -> part.methods().forEach(method -> check(part, method, problems)));
    }
}
