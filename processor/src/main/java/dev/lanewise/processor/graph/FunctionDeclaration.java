package dev.lanewise.processor.graph;

import dev.lanewise.processor.function.Function;
import java.util.List;
import java.util.Optional;

/**
 * A function of the user's own as it is written.
 *
 * @param name its name
 * @param at where
 * @param isRowwise whether it is marked {@code @Rowwise}, in contrast to {@code @Elementwise}
 * @param parameters the names of its parameters
 * @param function what it computes; empty where it has faults, or javac itself finds fault with it
 * @param faults what is wrong with it
 */
public record FunctionDeclaration(
        String name,
        Position at,
        boolean isRowwise,
        List<String> parameters,
        Optional<Function> function,
        List<Fault> faults) {

    /**
     * Something in a function that has no place there.
     *
     * @param kind what
     * @param at the statement or expression
     * @param words for the message
     */
    public record Fault(Kind kind, Position at, List<String> words) {}

    /** What can be wrong with a function. */
    public enum Kind {
        /** Not a static method from float values to a float. Words: its name, what is wrong, its parameters. */
        SIGNATURE,
        /** A statement or expression of another kind. Words: what it is, the way out. */
        CONSTRUCT,
        /** A call of something else. Words: what is called, the way out. */
        CALL,
        /** A call of a function in another source file. Words: its name, the type around it, the model's outermost type. */
        ELSEWHERE,
        /** A call of itself. Words: its name, the path. */
        RECURSION,
        /** A double. Words: the expression, the way out. */
        DOUBLE,
        /** A name of something else. Words: the name, the way out. */
        NAME,
        /** An assignment to something that is not a local variable. Words: what is assigned to, the function. */
        ASSIGNMENT,
        /** A value for each of the row where one number is wanted. Words: the function. */
        ROW,
        /** A sum over a row in a function of one value. Words: what is called, the function. */
        SUM,
        /** Too many operations. Words: the function, how many there may be. */
        LARGE,
        /** No access to source. Words: the function, why. */
        SOURCE
    }
}
