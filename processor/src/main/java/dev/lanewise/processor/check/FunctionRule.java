package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.FunctionDeclaration;
import dev.lanewise.processor.graph.FunctionDeclaration.Fault;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;

/** The body of a function is one that can be differentiated. Where bodies cannot be read at all, that is said of the first. */
final class FunctionRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        boolean isHidden = false;
        for (FunctionDeclaration function : model.functions()) {
            for (Fault fault : function.faults()) {
                if (fault.kind() != Kind.SOURCE || !isHidden) {
                    problems.report(
                            mistake(fault.kind()), fault.at(), fault.words().toArray());
                }
                isHidden |= fault.kind() == Kind.SOURCE;
            }
        }
    }

    private static Mistake mistake(Kind kind) {
        return switch (kind) {
            case SIGNATURE -> Mistake.FUNCTION_SIGNATURE;
            case CONSTRUCT -> Mistake.FUNCTION_CONSTRUCT;
            case CALL -> Mistake.FUNCTION_CALL;
            case ELSEWHERE -> Mistake.FUNCTION_ELSEWHERE;
            case RECURSION -> Mistake.FUNCTION_RECURSION;
            case DOUBLE -> Mistake.FUNCTION_DOUBLE;
            case NAME -> Mistake.FUNCTION_NAME;
            case ASSIGNMENT -> Mistake.FUNCTION_ASSIGNMENT;
            case ROW -> Mistake.FUNCTION_ROW;
            case SUM -> Mistake.FUNCTION_SUM;
            case LARGE -> Mistake.FUNCTION_LARGE;
            case SOURCE -> Mistake.FUNCTION_SOURCE;
        };
    }
}
