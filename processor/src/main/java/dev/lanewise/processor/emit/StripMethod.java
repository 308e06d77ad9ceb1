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

/**
 * A method of a function's class that takes values by the strip: the same for plain loops, which are written as source, and for vectors,
 * which are written as a class file.
 *
 * @param name its name
 * @param javadoc what it says of itself
 * @param isScaled whether it is told what the row counts in the cost
 * @param arrays its arrays, in order
 * @param given what is in which array
 * @param results what has to get into which array, by the array's name
 * @param inPlace the result that may be in the place of what is given; of no other is that allowed
 * @param returned what it returns, if it does
 */
record StripMethod(
        String name,
        String javadoc,
        boolean isScaled,
        List<String> arrays,
        Map<Expression, String> given,
        Map<String, Expression> results,
        Optional<String> inPlace,
        Optional<Expression> returned) {

    /** What has to be computed. */
    List<Expression> wanted() {
        List<Expression> wanted = new ArrayList<>();
        returned.ifPresent(wanted::add);
        wanted.addAll(results.values());
        return wanted;
    }

    /** The array that a node has to get into. */
    Optional<String> destination(Expression node) {
        return results.entrySet().stream()
                .filter(result -> result.getValue() == node)
                .map(Map.Entry::getKey)
                .findFirst();
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
                Map.of("y", function.value()),
                Optional.of("y"),
                Optional.empty());
    }

    private static StripMethod slopes(Function function, String x) {
        Map<String, Expression> results = new LinkedHashMap<>();
        results.put("y", function.value());
        results.put("slope", function.derivative());
        return new StripMethod(
                "slopes",
                "y = %1$s(%2$s), slope = %1$s′(%2$s).".formatted(function.name(), x),
                false,
                List.of(x, "y", "slope"),
                Map.of(function.expressions().parameter(0), x),
                results,
                Optional.of("slope"),
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
                Optional.empty(),
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
                Map.of(arrays.getLast(), gradient),
                own.use() == OwnFunction.Use.PENALTY ? Optional.of("da") : Optional.empty(),
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
