package dev.lanewise.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.util.ElementFilter;

/**
 * Attributes that an annotation does not have. javac complains of them, and leaves them out of what it shows to processors; only
 * its trees have them. So this is looked for where there are mistakes, which may follow from one: models without mistakes are never read
 * through trees for it.
 */
interface Misspellings {

    /** Where nobody looks, none are found. */
    Misspellings UNSEEN = (element, mirror) -> false;

    /** Whether an annotation on an element is written with an attribute that it does not have. */
    boolean isIn(Element element, AnnotationMirror mirror);

    /** Looks at trees, where the compiler has some. */
    static Misspellings inTrees(ProcessingEnvironment environment) {
        return (element, mirror) -> {
            try {
                return Wrapped.trees(environment).getTree(element, mirror) instanceof AnnotationTree tree
                        && tree.getArguments().stream().anyMatch(argument -> isUnknown(argument, mirror));
            } catch (IllegalArgumentException | LinkageError e) {
                return false;
            }
        };
    }

    private static boolean isUnknown(ExpressionTree argument, AnnotationMirror mirror) {
        Set<String> known =
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements()).stream()
                        .map(attribute -> attribute.getSimpleName().toString())
                        .collect(Collectors.toSet());
        return argument instanceof AssignmentTree assignment
                && !known.contains(assignment.getVariable().toString());
    }
}
