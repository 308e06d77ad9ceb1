package dev.lanewise.processor.read;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Expressions;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;
import dev.lanewise.processor.read.Operand.Chosen;
import dev.lanewise.processor.read.Operand.Condition;
import dev.lanewise.processor.read.Operand.Single;
import dev.lanewise.processor.read.Operand.Truth;
import dev.lanewise.processor.read.Operand.Unknown;
import dev.lanewise.processor.read.Operand.Whole;
import dev.lanewise.processor.read.Operand.Wide;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/**
 * Java's arithmetic, type by type: whole numbers and doubles as constants, in their own arithmetic until they meet a float;
 * conditions; and floats, which become expressions.
 */
final class Arithmetic {

    /** Where faults go. */
    interface Complaints {

        /** Reports a fault at a tree. {@return an operand that nothing more is said about} */
        Operand fault(Kind kind, Tree tree, String... words);
    }

    private final Expressions pool;
    private final Complaints complaints;

    Arithmetic(Expressions pool, Complaints complaints) {
        this.pool = pool;
        this.complaints = complaints;
    }

    Operand asSingle(Operand value, Tree tree) {
        return switch (value) {
            case Single single -> single;
            case Whole whole -> new Single(pool.constant(whole.value()));
            case Chosen chosen -> new Single(chosen.expression());
            case Wide wide -> wide(wide, tree);
            case Truth unused -> new Unknown();
            case Unknown unused -> value;
        };
    }

    /** A value as what it is assigned to: a float, a double or a whole number. */
    Operand assigned(TypeKind type, Operand value, Tree tree, String name) {
        return switch (type) {
            case FLOAT -> asSingle(value, tree);
            case DOUBLE -> asWide(value, tree, name);
            case BOOLEAN -> value;
            default ->
                value instanceof Single || value instanceof Wide
                        ? complaints.fault(
                                Kind.CONSTRUCT, tree, "a cast to a whole number", "declare " + name + " as float")
                        : value;
        };
    }

    /** The type of a variable that is declared with {@code var}. */
    static TypeKind typeOf(Operand value) {
        return switch (value) {
            case Single unused -> TypeKind.FLOAT;
            case Wide unused -> TypeKind.DOUBLE;
            case Whole unused -> TypeKind.INT;
            case Chosen unused -> TypeKind.INT;
            case Truth unused -> TypeKind.BOOLEAN;
            case Unknown unused -> TypeKind.FLOAT;
        };
    }

    /** Whole numbers that depend on a condition could be divided: they are not computed with. */
    private Operand chosen(Tree tree) {
        return complaints.fault(
                Kind.CONSTRUCT, tree, "a whole number that depends on a condition", "write it as float, such as 1f");
    }

    /** A constant may be a double. */
    Operand asWide(Operand value, Tree tree, String name) {
        return switch (value) {
            case Wide wide -> wide;
            case Whole whole -> new Wide(whole.value());
            case Single unused ->
                isConstant(value)
                        ? new Wide(number(value))
                        : complaints.fault(Kind.DOUBLE, tree, name, "declare it as float");
            case Chosen unused -> complaints.fault(Kind.DOUBLE, tree, name, "declare it as float");
            case Truth unused -> new Unknown();
            case Unknown unused -> value;
        };
    }

    /** A double where a float is wanted. */
    private Operand wide(Wide wide, Tree tree) {
        Tree inner = tree;
        while (inner instanceof ParenthesizedTree parentheses) {
            inner = parentheses.getExpression();
        }
        String wayOut = inner instanceof LiteralTree
                ? "write " + literal(wide.value())
                : "write it with floats, or (float) (" + inner + ")";
        return complaints.fault(Kind.DOUBLE, tree, tree.toString(), wayOut);
    }

    private static String literal(double value) {
        String text = Double.toString(value);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "f";
    }

    static boolean isNumber(Operand operand) {
        return operand instanceof Whole || operand instanceof Wide;
    }

    /** A constant as one of two branches: a float, unless both are of a kind that can only be constant. */
    Operand promoted(Operand operand, Operand other, Tree tree) {
        boolean areWhole = isWhole(operand) && isWhole(other);
        return areWhole || (operand instanceof Wide && operand.equals(other)) ? operand : asSingle(operand, tree);
    }

    Optional<Operand> constant(Object value) {
        return value instanceof Float number
                ? Optional.of(new Single(pool.constant(number)))
                : value instanceof Double number
                        ? Optional.of(new Wide(number))
                        : value instanceof Integer || value instanceof Short || value instanceof Byte
                                ? Optional.of(new Whole(((Number) value).intValue()))
                                : Optional.empty();
    }

    interface Combination {
        Condition of(Condition a, Condition b);
    }

    static Operand combine(Operand a, Operand b, Combination combination) {
        return a instanceof Truth first && b instanceof Truth second
                ? new Truth(combination.of(first.condition(), second.condition()))
                : new Unknown();
    }

    static Operand negated(Operand operand) {
        return operand instanceof Truth truth ? new Truth(new Operand.Not(truth.condition())) : operand;
    }

    Operand compare(Op op, Operand a, Operand b, Tree first, Tree second) {
        if (a instanceof Truth || b instanceof Truth) {
            return a instanceof Truth
                    ? complaints.fault(Kind.CONSTRUCT, first, "a comparison of conditions", "use && and ||")
                    : a;
        }
        if (a instanceof Whole m && b instanceof Whole n) {
            return new Truth(new Operand.Known(
                    switch (op) {
                        case IF_LESS -> m.value() < n.value();
                        case IF_AT_MOST -> m.value() <= n.value();
                        default -> m.value() == n.value();
                    }));
        }
        return asSingle(a, first) instanceof Single x && asSingle(b, second) instanceof Single y
                ? new Truth(new Operand.Test(op, x.expression(), y.expression()))
                : new Unknown();
    }

    Operand compute(Op op, Operand a, Operand b, Tree first, Tree second) {
        if (a instanceof Truth || b instanceof Truth || a instanceof Unknown || b instanceof Unknown) {
            return new Unknown();
        }
        if (isWhole(a) && isWhole(b) && !(isNumber(a) && isNumber(b))) {
            return chosen(a instanceof Chosen ? first : second);
        }
        if (a instanceof Whole m && b instanceof Whole n) {
            return whole(op, m.value(), n.value(), second);
        }
        if ((a instanceof Wide || b instanceof Wide) && isConstant(a) && isConstant(b)) {
            return new Wide(wide(op, number(a), number(b)));
        }
        return asSingle(a, first) instanceof Single x && asSingle(b, second) instanceof Single y
                ? new Single(pool.of(op, x.expression(), y.expression()))
                : new Unknown();
    }

    static boolean isConstant(Operand operand) {
        return isNumber(operand)
                || (operand instanceof Single single && single.expression().op() == Op.CONSTANT);
    }

    static double number(Operand constant) {
        return switch (constant) {
            case Whole whole -> whole.value();
            case Wide wide -> wide.value();
            case Single single -> single.expression().value();
            case Chosen unused -> Double.NaN;
            case Truth unused -> Double.NaN;
            case Unknown unused -> Double.NaN;
        };
    }

    private Operand whole(Op op, int m, int n, Tree divisor) {
        return switch (op) {
            case ADD -> new Whole(m + n);
            case SUBTRACT -> new Whole(m - n);
            case MULTIPLY -> new Whole(m * n);
            default ->
                n == 0
                        ? complaints.fault(Kind.CONSTRUCT, divisor, "a division of whole numbers by zero", "write 0f")
                        : new Whole(m / n);
        };
    }

    private static double wide(Op op, double a, double b) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            default -> a / b;
        };
    }

    private static boolean isWhole(Operand operand) {
        return operand instanceof Whole || operand instanceof Chosen;
    }

    private Expression expression(Operand whole) {
        return whole instanceof Chosen chosen ? chosen.expression() : pool.constant((float) number(whole));
    }

    /** The negative of a number. */
    Operand negative(Operand operand, Tree tree) {
        return switch (operand) {
            case Single single -> new Single(pool.of(Op.NEGATE, single.expression()));
            case Whole whole -> new Whole(-whole.value());
            case Chosen unused -> chosen(tree);
            case Wide wide -> new Wide(-wide.value());
            case Truth unused -> new Unknown();
            case Unknown unused -> operand;
        };
    }

    Operand choose(Operand test, Operand yes, Operand no) {
        if (!(test instanceof Truth truth)) {
            return new Unknown();
        }
        if (yes instanceof Truth p && no instanceof Truth q) {
            return new Truth(new Operand.Either(
                    new Operand.Both(truth.condition(), p.condition()),
                    new Operand.Both(new Operand.Not(truth.condition()), q.condition())));
        }
        if (truth.condition() instanceof Operand.Known known) {
            return known.value() ? yes : no;
        }
        if (yes.equals(no)) {
            return yes;
        }
        if (isWhole(yes) && isWhole(no)) {
            return new Chosen(truth.condition().choose(pool, expression(yes), expression(no)));
        }
        return yes instanceof Single p && no instanceof Single q
                ? new Single(truth.condition().choose(pool, p.expression(), q.expression()))
                : new Unknown();
    }
}
