package dev.lanewise.processor.function;

import java.util.List;
import java.util.Map;

/**
 * A function of a user's own.
 *
 * @param name its name
 * @param isRowwise whether it makes one number of the values of a row, in contrast to one value of one value
 * @param parameters the names of its parameters
 * @param expressions where its nodes come from
 * @param value what it computes
 * @param names what the user called some of the nodes
 */
public record Function(
        String name,
        boolean isRowwise,
        List<String> parameters,
        Expressions expressions,
        Expression value,
        Map<Expression, String> names) {

    /** {@return the derivative of an elementwise function by its first parameter} */
    public Expression derivative() {
        return new Derivatives(expressions).of(value, expressions.parameter(0));
    }

    /** {@return what a row comes to: the value of a rowwise function, the sum of an elementwise one} */
    public Expression rowValue() {
        return isRowwise ? value : expressions.of(Op.SUM, value);
    }

    /** {@return the gradient of {@link #rowValue} by the first parameter, for each value of the row, times the scale} */
    public Expression rowGradient() {
        return new Derivatives(expressions).gradient(rowValue(), expressions.parameter(0));
    }

    /** {@return whether nothing could be learned through it} */
    public boolean isFlat() {
        return isRowwise ? rowGradient().is(0) : derivative().is(0);
    }
}
