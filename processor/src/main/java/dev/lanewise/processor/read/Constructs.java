package dev.lanewise.processor.read;

import com.sun.source.tree.Tree;
import dev.lanewise.processor.function.Op;
import java.util.Locale;
import java.util.Optional;

/** The constructs of Java, in words: which is an operation, what the others are called, and what to write instead. */
final class Constructs {

    private Constructs() {}

    static Optional<Op> operation(Tree.Kind kind) {
        return switch (kind) {
            case PLUS, PLUS_ASSIGNMENT -> Optional.of(Op.ADD);
            case MINUS, MINUS_ASSIGNMENT -> Optional.of(Op.SUBTRACT);
            case MULTIPLY, MULTIPLY_ASSIGNMENT -> Optional.of(Op.MULTIPLY);
            case DIVIDE, DIVIDE_ASSIGNMENT -> Optional.of(Op.DIVIDE);
            default -> Optional.empty();
        };
    }

    static String describe(Tree.Kind kind) {
        return switch (kind) {
            case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> "a loop";
            case SWITCH, SWITCH_EXPRESSION -> "a switch";
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> "++";
            case PREFIX_DECREMENT, POSTFIX_DECREMENT -> "--";
            case REMAINDER, REMAINDER_ASSIGNMENT -> "a remainder";
            case NEW_CLASS, NEW_ARRAY -> "an object";
            case ARRAY_ACCESS -> "an array's element";
            case ASSIGNMENT -> "an assignment within an expression";
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> "a lambda";
            case STRING_LITERAL, CHAR_LITERAL, NULL_LITERAL, LONG_LITERAL -> "a literal of another type";
            case AND -> "&";
            case OR -> "|";
            case XOR -> "^";
            case INSTANCE_OF -> "instanceof";
            case CLASS, RECORD, ENUM, INTERFACE, ANNOTATION_TYPE -> "a local type";
            case SYNCHRONIZED -> "synchronized";
            case THROW -> "throw";
            case TRY -> "try";
            case ASSERT -> "assert";
            default -> "a " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    static String wayOut(Tree.Kind kind) {
        return switch (kind) {
            case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> "write its steps out";
            case SWITCH, SWITCH_EXPRESSION -> "write if, or ? and :";
            case PREFIX_INCREMENT, POSTFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_DECREMENT -> "write x = x + 1f";
            case AND -> "write &&";
            case OR -> "write ||";
            case XOR -> "write !=";
            case ASSIGNMENT -> "assign in a statement of its own";
            default -> "write it with arithmetic, conditions, local variables and dev.lanewise.function.Functions";
        };
    }
}
