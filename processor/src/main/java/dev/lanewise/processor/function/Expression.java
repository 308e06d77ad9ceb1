package dev.lanewise.processor.function;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A node of a function's graph. {@link Expressions} makes one node of equal ones, so that identity is equality, and common
 * subexpressions are common from the start.
 */
public final class Expression {

    private final int number;
    private final Op op;
    private final List<Expression> operands;
    private final float value;
    private final boolean perElement;

    /** Made by {@link Expressions} alone. */
    Expression(int number, Op op, List<Expression> operands, float value) {
        this.number = number;
        this.op = op;
        this.operands = operands;
        this.value = value;
        this.perElement =
                op == Op.PARAMETER || (op != Op.SUM && operands.stream().anyMatch(Expression::isPerElement));
    }

    /** Larger than those of its operands. */
    int number() {
        return number;
    }

    /** {@return what is computed} */
    public Op op() {
        return op;
    }

    /** {@return from what} */
    public List<Expression> operands() {
        return operands;
    }

    /**
     * An operand.
     *
     * @param i which, from 0
     * @return the operand
     */
    public Expression operand(int i) {
        return operands.get(i);
    }

    /** {@return the number that a constant is} */
    public float value() {
        return value;
    }

    /** {@return which parameter it is} */
    public int parameter() {
        return (int) value;
    }

    /** {@return whether it differs from value to value of a row, in contrast to a constant or a sum} */
    public boolean isPerElement() {
        return perElement;
    }

    /**
     * Whether it is a constant of a value.
     *
     * @param number the value
     * @return whether, ±0 being one
     */
    boolean is(float number) {
        return op == Op.CONSTANT && value == number;
    }

    /**
     * The nodes that some expressions consist of, each after its operands.
     *
     * @param roots the expressions
     * @return they and everything below
     */
    public static List<Expression> below(List<Expression> roots) {
        Set<Expression> seen = new LinkedHashSet<>();
        roots.forEach(root -> root.collect(seen));
        return new ArrayList<>(seen);
    }

    private void collect(Set<Expression> seen) {
        if (!seen.contains(this)) {
            operands.forEach(operand -> operand.collect(seen));
            seen.add(this);
        }
    }
}
