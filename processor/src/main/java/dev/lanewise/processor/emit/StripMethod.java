package dev.lanewise.processor.emit;

import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Expressions;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.plan.OwnFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method of a function's class that takes values by the strip: the same for plain loops, which are written as source, and for vectors,
 * which are written as a class file.
 *
 * @param name its name
 * @param javadoc what it says of itself
 * @param isScaled whether it is told what the row counts in the cost
 * @param arrays its arrays, in order
 * @param given what is in which array
 * @param results what has to get into which array
 * @param known what need not be computed for being in an array
 * @param returned what it returns, if it does
 */
record StripMethod(
        String name,
        String javadoc,
        boolean isScaled,
        List<String> arrays,
        Map<Expression, String> given,
        Map<Expression, String> results,
        Set<Expression> known,
        Optional<Expression> returned) {

    /** What has to be computed. */
    List<Expression> wanted() {
        List<Expression> wanted = new ArrayList<>();
        returned.ifPresent(wanted::add);
        wanted.addAll(results.keySet());
        return wanted;
    }

    /** The methods of a function in its place, its parameters by these names. */
    static List<StripMethod> of(OwnFunction own, List<String> parameters) {
        return switch (own.use()) {
            case ACTIVATION ->
                List.of(values(own.function(), parameters.getFirst()), slopes(own.function(), parameters.getFirst()));
            case PENALTY, LOSS -> List.of(row(own.function(), parameters), rowGradients(own, parameters));
        };
    }

    private static StripMethod values(Function function, String x) {
        return new StripMethod(
                "values",
                "y = %s(%s).".formatted(function.name(), x),
                false,
                List.of(x, "y"),
                Map.of(function.expressions().parameter(0), x),
                Map.of(function.value(), "y"),
                Set.of(),
                Optional.empty());
    }

    private static StripMethod slopes(Function function, String x) {
        Expressions pool = function.expressions();
        Expression dy = pool.parameter(1);
        Map<Expression, String> given = new LinkedHashMap<>();
        given.put(pool.parameter(0), x);
        given.put(dy, "dy");
        Set<Expression> known = function.value().operands().isEmpty() ? Set.of() : Set.of(function.value());
        known.forEach(value -> given.put(value, "y"));
        return new StripMethod(
                "gradients",
                "dx = dy·%s′(%s).".formatted(function.name(), x),
                false,
                List.of(x, "y", "dy", "dx"),
                given,
                Map.of(pool.of(Op.MULTIPLY, dy, function.derivative()), "dx"),
                known,
                Optional.empty());
    }

    private static StripMethod row(Function function, List<String> parameters) {
        return new StripMethod(
                "value",
                described(function) + " of a row.",
                false,
                parameters,
                arguments(function, parameters),
                Map.of(),
                Set.of(),
                Optional.of(function.rowValue()));
    }

    private static StripMethod rowGradients(OwnFunction own, List<String> parameters) {
        Function function = own.function();
        Expressions pool = function.expressions();
        Expression gradient = function.rowGradient();
        Map<Expression, String> given = arguments(function, parameters);
        List<String> arrays = new ArrayList<>(parameters);
        String javadoc;
        if (own.use() == OwnFunction.Use.PENALTY) {
            Expression before = pool.parameter(parameters.size());
            given.put(before, "da");
            gradient = pool.of(Op.ADD, before, gradient);
            arrays.add("da");
            javadoc = " of a row; da += its gradient times scale.";
        } else {
            arrays.add("gradient");
            javadoc = " of a row, and its gradient times scale.";
        }
        return new StripMethod(
                "gradients",
                described(function) + javadoc,
                true,
                arrays,
                given,
                Map.of(gradient, arrays.getLast()),
                Set.of(),
                Optional.of(function.rowValue()));
    }

    private static String described(Function function) {
        return function.isRowwise() ? function.name() : "Σ " + function.name();
    }

    private static Map<Expression, String> arguments(Function function, List<String> parameters) {
        Map<Expression, String> given = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            given.put(function.expressions().parameter(i), parameters.get(i));
        }
        return given;
    }
}
