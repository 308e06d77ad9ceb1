package dev.lanewise.processor.function;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Derivatives, symbolically.
 *
 * <p>Within an element the chain rule runs forward, from the variable to the result: the derivative of a choice is the choice between
 * the derivatives, so that what comes of the branch that is not taken, infinite or NaN as it may be, is dropped and never
 * multiplied by 0. From a row's number to its values it runs backward, from sum to sum.
 *
 * <p>Where a function has a kink, this is the derivative: of |x| at 0, 0; of the smaller or larger of two equals, that of the one
 * which does not depend on the variable, if there is one, and of the second otherwise; of a choice, that of the branch taken.
 */
public final class Derivatives {

    private static final float TWO_BY_ROOT_PI = (float) (2 / StrictMath.sqrt(StrictMath.PI));
    private static final float TWO_PI = (float) (2 * StrictMath.PI);

    private final Expressions pool;

    /** Derivatives in the graph of a function. */
    Derivatives(Expressions pool) {
        this.pool = pool;
    }

    /** ∂e/∂variable, every other leaf and every sum held constant. */
    Expression of(Expression e, Expression variable) {
        Map<Expression, Expression> known = new HashMap<>();
        for (Expression node : Expression.below(List.of(e))) {
            known.put(node, node == variable ? pool.constant(1) : rule(node, known));
        }
        return known.get(e);
    }

    /** The gradient of a row's number by a parameter, times the scale: Σ over the sums S of scale·∂row/∂S · ∂S/∂parameter. */
    Expression gradient(Expression row, Expression parameter) {
        TreeMap<Expression, Expression> open =
                new TreeMap<>(Comparator.comparingInt(Expression::number).reversed());
        hand(row, pool.scale(), open, false);
        Expression gradient = pool.constant(0);
        while (!open.isEmpty()) {
            // A sum has a larger number than the sums that it is computed from: their shares are complete when they are
            // met.
            Map.Entry<Expression, Expression> sum = open.pollFirstEntry();
            Expression term = sum.getKey().operand(0);
            gradient = plus(gradient, times(sum.getValue(), of(term, parameter)));
            hand(term, sum.getValue(), open, true);
        }
        return gradient;
    }

    /** Adds share·∂e/∂S to the share of each sum S in e; of an e that is summed, the sum of that. */
    private void hand(Expression e, Expression share, Map<Expression, Expression> open, boolean summed) {
        for (Expression sum : nearestSums(e)) {
            Expression slope = of(e, sum);
            Expression more = times(share, summed ? sum(slope) : slope);
            if (!more.is(0)) {
                open.merge(sum, more, this::plus);
            }
        }
    }

    /** The sums below e that are not below another one, and those as well: ∂e/∂S is 0 for them. */
    private static List<Expression> nearestSums(Expression e) {
        return Expression.below(List.of(e)).stream()
                .filter(node -> node.op() == Op.SUM)
                .toList();
    }

    private Expression sum(Expression e) {
        return e.is(0) ? e : pool.of(Op.SUM, e);
    }

    private Expression rule(Expression e, Map<Expression, Expression> known) {
        Expression a = e.operands().isEmpty() ? e : e.operand(0);
        Expression da = e.operands().isEmpty() ? pool.constant(0) : known.get(a);
        return switch (e.op()) {
            case PARAMETER, CONSTANT, COUNT, SCALE, SUM, SIGN -> pool.constant(0);
            case ADD -> plus(da, known.get(e.operand(1)));
            case SUBTRACT -> minus(da, known.get(e.operand(1)));
            case MULTIPLY -> product(a, da, e.operand(1), known.get(e.operand(1)));
            case DIVIDE -> over(minus(da, times(e, known.get(e.operand(1)))), e.operand(1));
            case NEGATE -> negated(da);
            case ABS -> times(pool.of(Op.SIGN, a), da);
            case SQRT -> over(times(pool.constant(0.5f), da), e);
            case MIN, MAX -> extreme(e, da, known.get(e.operand(1)));
            case EXP -> times(e, da);
            case LOG -> over(da, a);
            case LOG1P -> over(da, plus(pool.constant(1), a));
            case TANH -> times(minus(pool.constant(1), times(e, e)), da);
            case SIGMOID -> times(times(e, minus(pool.constant(1), e)), da);
            case SOFTPLUS -> times(pool.of(Op.SIGMOID, a), da);
            case ERFC -> times(times(pool.constant(-TWO_BY_ROOT_PI), bell(a)), da);
            case SIN_TURNS -> times(times(pool.constant(TWO_PI), pool.of(Op.COS_TURNS, a)), da);
            case COS_TURNS -> times(times(pool.constant(-TWO_PI), pool.of(Op.SIN_TURNS, a)), da);
            case IF_LESS, IF_AT_MOST, IF_EQUAL ->
                pool.of(e.op(), a, e.operand(1), known.get(e.operand(2)), known.get(e.operand(3)));
        };
    }

    private Expression product(Expression a, Expression da, Expression b, Expression db) {
        return a == b ? times(times(pool.constant(2), a), da) : plus(times(da, b), times(a, db));
    }

    private Expression extreme(Expression e, Expression da, Expression db) {
        Expression a = e.operand(0);
        Expression b = e.operand(1);
        if (da.is(0) && !db.is(0)) {
            return e.op() == Op.MAX ? pool.of(Op.IF_LESS, a, b, db, da) : pool.of(Op.IF_LESS, b, a, db, da);
        }
        return e.op() == Op.MAX ? pool.of(Op.IF_LESS, b, a, da, db) : pool.of(Op.IF_LESS, a, b, da, db);
    }

    /** exp(−a²). */
    private Expression bell(Expression a) {
        return pool.of(Op.EXP, negated(times(a, a)));
    }

    private Expression plus(Expression a, Expression b) {
        if (b.op() == Op.NEGATE) {
            return minus(a, b.operand(0));
        }
        if (a == b) {
            return times(pool.constant(2), a);
        }
        return a.is(0) ? b : b.is(0) ? a : pool.of(Op.ADD, a, b);
    }

    private Expression minus(Expression a, Expression b) {
        if (a.op() == Op.NEGATE && !b.is(0)) {
            return negated(plus(a.operand(0), b));
        }
        return b.is(0) ? a : a.is(0) ? negated(b) : pool.of(Op.SUBTRACT, a, b);
    }

    private Expression negated(Expression a) {
        return times(pool.constant(-1), a);
    }

    /**
     * A product in three parts.
     *
     * @param number its constant
     * @param row what else is the same for all values of the row
     * @param element what is not
     */
    private record Product(float number, Expression row, Expression element) {}

    /** Constants gather in front, then what is the same for all values of a row: both are computed once. */
    private Expression times(Expression a, Expression b) {
        if (a.is(0) || b.is(0)) {
            return pool.constant(0);
        }
        Product p = split(a);
        Product q = split(b);
        float number = p.number() * q.number();
        Expression row = pool.of(Op.MULTIPLY, p.row(), q.row());
        Expression element = pool.of(Op.MULTIPLY, p.element(), q.element());
        if (number == -1) {
            Expression product = pool.of(Op.MULTIPLY, row, element);
            return product.op() == Op.CONSTANT ? pool.constant(-product.value()) : pool.of(Op.NEGATE, product);
        }
        return pool.of(Op.MULTIPLY, pool.of(Op.MULTIPLY, pool.constant(number), row), element);
    }

    private Product split(Expression e) {
        Expression one = pool.constant(1);
        if (e.op() == Op.CONSTANT) {
            return new Product(e.value(), one, one);
        }
        if (e.op() == Op.NEGATE) {
            Product inner = split(e.operand(0));
            return new Product(-inner.number(), inner.row(), inner.element());
        }
        if (e.op() == Op.MULTIPLY && !e.operand(0).isPerElement()) {
            Product inner = split(e.operand(0));
            boolean isRow = !e.operand(1).isPerElement();
            return isRow
                    ? new Product(inner.number(), pool.of(Op.MULTIPLY, inner.row(), e.operand(1)), one)
                    : new Product(inner.number(), inner.row(), e.operand(1));
        }
        return e.isPerElement() ? new Product(1, one, e) : new Product(1, e, one);
    }

    private Expression over(Expression a, Expression b) {
        return a.is(0) ? a : pool.of(Op.DIVIDE, a, b);
    }
}
