package dev.lanewise.processor.function;

import dev.lanewise.function.Functions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the nodes of one function. What is computed from constants is a constant, by the operations that would have computed it;
 * beyond that, only what changes no bit of a result is simplified: x·1, x/1, x − 0, −(−x), a choice between equals.
 */
public final class Expressions {

    private record Key(Op op, List<Integer> operands, int bits) {}

    private final Map<Key, Expression> nodes = new HashMap<>();

    /** Starts without any. */
    public Expressions() {}

    /** {@return how many nodes there are} */
    public int size() {
        return nodes.size();
    }

    /**
     * A value that the function is given.
     *
     * @param number which
     * @return the node
     */
    public Expression parameter(int number) {
        return node(Op.PARAMETER, List.of(), number);
    }

    /**
     * A number.
     *
     * @param value the number
     * @return the node
     */
    public Expression constant(float value) {
        return node(Op.CONSTANT, List.of(), value);
    }

    Expression scale() {
        return node(Op.SCALE, List.of(), 0);
    }

    /** {@return how many values a row has} */
    public Expression count() {
        return node(Op.COUNT, List.of(), 0);
    }

    /**
     * What an operation makes of its operands.
     *
     * @param op the operation, not a leaf
     * @param operands as many as it takes
     * @return the node, or a simpler one of the same value
     */
    public Expression of(Op op, Expression... operands) {
        return simpler(op, operands).orElseGet(() -> node(op, List.of(operands), 0));
    }

    private Expression node(Op op, List<Expression> operands, float value) {
        Key key = new Key(op, operands.stream().map(Expression::number).toList(), Float.floatToIntBits(value));
        Expression known = nodes.get(key);
        if (known == null) {
            known = new Expression(nodes.size(), op, operands, value);
            nodes.put(key, known);
        }
        return known;
    }

    private Optional<Expression> simpler(Op op, Expression... operands) {
        if (op == Op.SUM) {
            Expression x = operands[0];
            return x.isPerElement() ? Optional.empty() : Optional.of(of(Op.MULTIPLY, x, count()));
        }
        if (List.of(operands).stream().allMatch(operand -> operand.op() == Op.CONSTANT)) {
            float[] values = new float[operands.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = operands[i].value();
            }
            return Optional.of(constant(compute(op, values)));
        }
        Expression a = operands[0];
        return switch (op) {
            case MULTIPLY -> operands[1].is(1) ? Optional.of(a) : a.is(1) ? Optional.of(operands[1]) : Optional.empty();
            case DIVIDE -> operands[1].is(1) ? Optional.of(a) : Optional.empty();
            case SUBTRACT -> isPlusZero(operands[1]) ? Optional.of(a) : Optional.empty();
            case NEGATE -> a.op() == Op.NEGATE ? Optional.of(a.operand(0)) : Optional.empty();
            case IF_LESS, IF_AT_MOST, IF_EQUAL ->
                operands[2] == operands[3] ? Optional.of(operands[2]) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isPlusZero(Expression x) {
        return x.op() == Op.CONSTANT && Float.floatToIntBits(x.value()) == 0;
    }

    private static float compute(Op op, float... x) {
        return switch (op) {
            case ADD -> x[0] + x[1];
            case SUBTRACT -> x[0] - x[1];
            case MULTIPLY -> x[0] * x[1];
            case DIVIDE -> x[0] / x[1];
            case NEGATE -> -x[0];
            case ABS -> Functions.abs(x[0]);
            case SIGN -> Functions.sign(x[0]);
            case SQRT -> Functions.sqrt(x[0]);
            case MIN -> Functions.min(x[0], x[1]);
            case MAX -> Functions.max(x[0], x[1]);
            case EXP -> Functions.exp(x[0]);
            case LOG -> Functions.log(x[0]);
            case LOG1P -> Functions.log1p(x[0]);
            case TANH -> Functions.tanh(x[0]);
            case SIGMOID -> Functions.sigmoid(x[0]);
            case SOFTPLUS -> Functions.softplus(x[0]);
            case ERFC -> Functions.erfc(x[0]);
            case SIN_TURNS -> Functions.sinTurns(x[0]);
            case COS_TURNS -> Functions.cosTurns(x[0]);
            case IF_LESS -> x[0] < x[1] ? x[2] : x[3];
            case IF_AT_MOST -> x[0] <= x[1] ? x[2] : x[3];
            case IF_EQUAL -> x[0] == x[1] ? x[2] : x[3];
            case PARAMETER, CONSTANT, COUNT, SCALE, SUM -> throw new AssertionError(op);
        };
    }
}
