package dev.lanewise.processor.emit;

import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.function.Op;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expressions as Java, with no more parentheses than it takes to be computed in the order of the graph. What has a name is
 * referred to by it. A place where a line may be broken is a {@link #BREAK}.
 */
final class ExpressionText {

    /** A blank where a line may be broken. */
    static final char BREAK = '\u0001';

    /** The types that expressions name: no variable may be called so. */
    static final Set<String> TYPES = Set.of("Functions", "Strip", "Math", "Float");

    private static final int CHOICE = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGNED = 3;
    private static final int PRIMARY = 4;

    private final Function function;
    private final Set<String> taken;
    private final Map<Expression, String> references = new HashMap<>();

    ExpressionText(Function function, Collection<String> taken) {
        this.function = function;
        this.taken = new HashSet<>(taken);
        this.taken.addAll(TYPES);
    }

    /**
     * A function in one line, whatever its local variables are called and whatever its calls are: the text by which it is told
     * whether a model file fits.
     */
    static String canonical(Function function) {
        ExpressionText text = new ExpressionText(function, function.parameters());
        StringBuilder line = new StringBuilder(function.isRowwise() ? "rowwise " : "elementwise ")
                .append(function.name())
                .append(function.parameters().stream().collect(Collectors.joining(", ", "(", ") = ")));
        List<Expression> nodes = Expression.below(List.of(function.value()));
        for (Expression node : nodes) {
            if (isShared(node, nodes)) {
                String computed = text.computed(node);
                String name = text.free("t");
                text.refer(node, name);
                line.append(name).append(" = ").append(computed).append("; ");
            }
        }
        return line.append(text.of(function.value()))
                .toString()
                .replace(BREAK, ' ')
                .replace("Functions.", "")
                .replace("(float) Math.", "")
                .replace("Math.signum", "sign")
                .replace("Math.", "")
                .replace("(float) n", "count()")
                .replace("Float.", "");
    }

    /** Whether it deserves a name: several of the nodes need it. */
    static boolean isShared(Expression node, List<Expression> nodes) {
        long uses = nodes.stream()
                .flatMap(other -> other.operands().stream())
                .filter(node::equals)
                .count();
        return uses > 1 && !node.operands().isEmpty();
    }

    /** A name for a node: what the user called it, or what it is. */
    String newName(Expression node) {
        return free(function.names().getOrDefault(node, describe(node.op())));
    }

    String free(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    private static String describe(Op op) {
        return switch (op) {
            case PARAMETER, CONSTANT, COUNT, SCALE -> "value";
            case ADD -> "sum";
            case SUBTRACT -> "difference";
            case MULTIPLY -> "product";
            case DIVIDE -> "quotient";
            case NEGATE -> "negated";
            case ABS -> "magnitude";
            case SIGN -> "sign";
            case SQRT -> "root";
            case MIN -> "smaller";
            case MAX -> "larger";
            case IF_LESS, IF_AT_MOST, IF_EQUAL -> "chosen";
            case SUM -> "total";
            case EXP, LOG, LOG1P, TANH, SIGMOID, SOFTPLUS, ERFC, SIN_TURNS, COS_TURNS -> nameOf(op);
        };
    }

    /** The method of {@code Functions} and {@code Strip}. */
    static String nameOf(Op op) {
        return switch (op) {
            case SIN_TURNS -> "sinTurns";
            case COS_TURNS -> "cosTurns";
            default -> op.name().toLowerCase(Locale.ROOT);
        };
    }

    /** From here on a node is referred to like this. */
    void refer(Expression node, String text) {
        references.put(node, text);
    }

    /** How a node is referred to, or the node as it is computed. */
    String of(Expression node) {
        return of(node, CHOICE);
    }

    private String of(Expression node, int least) {
        String reference = references.get(node);
        return reference == null ? computed(node, least) : reference;
    }

    /** A node as it is computed, whether it has a name or not. */
    String computed(Expression node) {
        return computed(node, CHOICE);
    }

    private String computed(Expression node, int least) {
        int strength = strength(node.op());
        String text = text(node);
        return strength < least ? "(" + text + ")" : text;
    }

    private static int strength(Op op) {
        return switch (op) {
            case IF_LESS, IF_AT_MOST, IF_EQUAL -> CHOICE;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case NEGATE, SQRT, COUNT -> SIGNED;
            default -> PRIMARY;
        };
    }

    private String text(Expression e) {
        return switch (e.op()) {
            case PARAMETER -> function.parameters().get(e.parameter());
            case CONSTANT -> literal(e.value());
            case COUNT -> "(float) n";
            case SCALE -> "scale";
            case ADD -> binary(e, "+", SUM);
            case SUBTRACT -> binary(e, "-", SUM);
            case MULTIPLY -> binary(e, "*", PRODUCT);
            case DIVIDE -> binary(e, "/", PRODUCT);
            case NEGATE -> "-" + of(e.operand(0), PRIMARY);
            case ABS -> "Math.abs(" + of(e.operand(0)) + ")";
            case SIGN -> "Math.signum(" + of(e.operand(0)) + ")";
            case SQRT -> "(float) Math.sqrt(" + of(e.operand(0)) + ")";
            case MIN -> "Math.min(" + of(e.operand(0)) + "," + BREAK + of(e.operand(1)) + ")";
            case MAX -> "Math.max(" + of(e.operand(0)) + "," + BREAK + of(e.operand(1)) + ")";
            case IF_LESS -> choice(e, "<");
            case IF_AT_MOST -> choice(e, "<=");
            case IF_EQUAL -> choice(e, "==");
            case EXP, LOG, LOG1P, TANH, SIGMOID, SOFTPLUS, ERFC, SIN_TURNS, COS_TURNS, SUM ->
                "Functions." + nameOf(e.op()) + "(" + of(e.operand(0)) + ")";
        };
    }

    private String binary(Expression e, String operator, int strength) {
        return of(e.operand(0), strength) + BREAK + operator + " " + of(e.operand(1), strength + 1);
    }

    private String choice(Expression e, String operator) {
        return of(e.operand(0), SUM) + " " + operator + " " + of(e.operand(1), SUM) + BREAK + "? "
                + of(e.operand(2), SUM) + BREAK + ": " + of(e.operand(3), CHOICE);
    }

    static String literal(float value) {
        if (Float.isNaN(value)) {
            return "Float.NaN";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
        }
        String text = Float.toString(value);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "f";
    }
}
