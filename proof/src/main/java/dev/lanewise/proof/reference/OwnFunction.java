package dev.lanewise.proof.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function of the user's own in double precision, read from its line in a structure's text, such as {@code elementwise mish(x) = x *
 * tanh(softplus(x))}. Its derivative comes by dual numbers: each number carries what it grows by when one argument grows.
 */
public final class OwnFunction {

    private static final Pattern LINE = Pattern.compile("(elementwise|rowwise) ([^ (]+)\\(([^)]*)\\) = (.*)");
    private static final Pattern WORD = Pattern.compile(
            "[\\p{javaJavaIdentifierPart}.]+(?<=[0-9.]E)-?[0-9]+f|[\\p{javaJavaIdentifierPart}.]+|<=|==|[-+*/(),;?:=<]");

    private final String name;
    private final boolean rowwise;
    private final List<String> parameters;
    private final List<String> words = new ArrayList<>();

    private OwnFunction(String name, boolean rowwise, List<String> parameters, String body) {
        this.name = name;
        this.rowwise = rowwise;
        this.parameters = parameters;
        Matcher word = WORD.matcher(body);
        while (word.find()) {
            words.add(word.group());
        }
    }

    /**
     * A number and its derivative.
     *
     * @param value the number
     * @param slope what it grows by
     */
    public record Dual(double value, double slope) {}

    static OwnFunction parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a function");
        }
        return new OwnFunction(
                matcher.group(2),
                matcher.group(1).equals("rowwise"),
                List.of(matcher.group(3).split(", ")),
                matcher.group(4));
    }

    String name() {
        return name;
    }

    /** Whether it makes one number of the values of a row. */
    boolean isRowwise() {
        return rowwise;
    }

    /** The function at a point, and its derivative by the first argument. */
    Dual at(double... arguments) {
        double[][] rows = new double[arguments.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {arguments[i]};
        }
        return new Evaluation(0, rows).run()[0];
    }

    /** The function of a row, summed over it if it is of one value, and its derivative by the j-th of the first argument's values. */
    Dual ofRow(int j, double[]... rows) {
        Dual[] values = new Evaluation(j, rows).run();
        return rowwise ? values[0] : sum(values);
    }

    private static Dual sum(Dual[] values) {
        double sum = 0;
        double slope = 0;
        for (Dual value : values) {
            sum += value.value();
            slope += value.slope();
        }
        return new Dual(sum, slope);
    }

    /** A recursive descent through the words, with the values of a whole row in hand. */
    private final class Evaluation {

        private final int n;
        private final Map<String, Dual[]> known = new HashMap<>();
        private int next;

        Evaluation(int j, double[][] rows) {
            this.n = rows[0].length;
            for (int p = 0; p < rows.length; p++) {
                Dual[] values = new Dual[n];
                for (int i = 0; i < n; i++) {
                    values[i] = new Dual(rows[p][i], p == 0 && i == j ? 1 : 0);
                }
                known.put(parameters.get(p), values);
            }
        }

        /** {@code t = …; t2 = …; …}. */
        Dual[] run() {
            while (next + 1 < words.size() && words.get(next + 1).equals("=")) {
                String local = words.get(next);
                next += 2;
                known.put(local, choice());
                take(";");
            }
            return choice();
        }

        private Dual[] choice() {
            Dual[] a = sum();
            if (!isNext("<") && !isNext("<=") && !isNext("==")) {
                return a;
            }
            String test = words.get(next++);
            Dual[] b = sum();
            take("?");
            Dual[] p = choice();
            take(":");
            Dual[] q = choice();
            Dual[] chosen = new Dual[n];
            for (int i = 0; i < n; i++) {
                boolean holds = switch (test) {
                    case "<" -> a[i].value() < b[i].value();
                    case "<=" -> a[i].value() <= b[i].value();
                    default -> a[i].value() == b[i].value();
                };
                chosen[i] = holds ? p[i] : q[i];
            }
            return chosen;
        }

        private Dual[] sum() {
            Dual[] result = product();
            while (isNext("+") || isNext("-")) {
                double sign = words.get(next++).equals("+") ? 1 : -1;
                Dual[] more = product();
                result = each(
                        result, more, (a, b) -> new Dual(a.value() + sign * b.value(), a.slope() + sign * b.slope()));
            }
            return result;
        }

        private Dual[] product() {
            Dual[] result = signed();
            while (isNext("*") || isNext("/")) {
                boolean times = words.get(next++).equals("*");
                Dual[] more = signed();
                result = each(result, more, times ? Evaluation::multiply : Evaluation::divide);
            }
            return result;
        }

        private static Dual multiply(Dual a, Dual b) {
            return new Dual(a.value() * b.value(), a.slope() * b.value() + a.value() * b.slope());
        }

        private static Dual divide(Dual a, Dual b) {
            return new Dual(
                    a.value() / b.value(), (a.slope() * b.value() - a.value() * b.slope()) / (b.value() * b.value()));
        }

        private Dual[] signed() {
            if (isNext("-")) {
                next++;
                Dual[] operand = signed();
                return each(operand, operand, (a, b) -> new Dual(-a.value(), -a.slope()));
            }
            return primary();
        }

        private Dual[] primary() {
            if (isNext("(")) {
                next++;
                Dual[] inner = choice();
                take(")");
                return inner;
            }
            String word = words.get(next++);
            if (isNext("(")) {
                next++;
                return call(word);
            }
            return Optional.ofNullable(known.get(word)).orElseGet(() -> all(new Dual(number(word), 0)));
        }

        private static double number(String word) {
            return switch (word) {
                case "NaN" -> Double.NaN;
                case "POSITIVE_INFINITY" -> Double.POSITIVE_INFINITY;
                case "NEGATIVE_INFINITY" -> Double.NEGATIVE_INFINITY;
                default -> Float.parseFloat(word);
            };
        }

        private Dual[] call(String function) {
            if (function.equals("count")) {
                take(")");
                return all(new Dual(n, 0));
            }
            Dual[] a = choice();
            Dual[] b = a;
            if (isNext(",")) {
                next++;
                b = choice();
            }
            take(")");
            return function.equals("sum") ? all(OwnFunction.sum(a)) : each(a, b, (x, y) -> apply(function, x, y));
        }

        private boolean isNext(String word) {
            return next < words.size() && words.get(next).equals(word);
        }

        private void take(String word) {
            if (!isNext(word)) {
                throw new IllegalArgumentException("\"" + word + "\" expected");
            }
            next++;
        }

        private Dual[] all(Dual value) {
            Dual[] values = new Dual[n];
            Arrays.fill(values, value);
            return values;
        }

        private Dual[] each(Dual[] a, Dual[] b, Operator operator) {
            Dual[] result = new Dual[n];
            for (int i = 0; i < n; i++) {
                result[i] = operator.of(a[i], b[i]);
            }
            return result;
        }
    }

    private interface Operator {
        Dual of(Dual a, Dual b);
    }

    private static Dual apply(String function, Dual a, Dual b) {
        double x = a.value();
        double dx = a.slope();
        return switch (function) {
            case "abs" -> new Dual(Math.abs(x), Math.signum(x) * dx);
            case "sign" -> new Dual(Math.signum(x), 0);
            case "sqrt" -> new Dual(Math.sqrt(x), dx == 0 ? 0 : dx / (2 * Math.sqrt(x)));
            case "min" -> x < b.value() || (x == b.value() && dx == 0) ? a : b;
            case "max" -> x > b.value() || (x == b.value() && dx == 0) ? a : b;
            case "exp" -> new Dual(StrictMath.exp(x), StrictMath.exp(x) * dx);
            case "log" -> new Dual(StrictMath.log(x), dx / x);
            case "log1p" -> new Dual(StrictMath.log1p(x), dx / (1 + x));
            case "tanh" -> new Dual(StrictMath.tanh(x), dx / (StrictMath.cosh(x) * StrictMath.cosh(x)));
            case "sigmoid" -> new Dual(Functions.sigmoid(x), dx * Functions.sigmoid(x) * Functions.sigmoid(-x));
            case "softplus" ->
                new Dual(Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))), dx * Functions.sigmoid(x));
            case "erfc" -> new Dual(Functions.erfc(x), -2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * dx);
            case "sinTurns" -> new Dual(sinTurns(x), 2 * Math.PI * sinTurns(x + 0.25) * dx);
            case "cosTurns" -> new Dual(sinTurns(x + 0.25), -2 * Math.PI * sinTurns(x) * dx);
            default -> throw new IllegalArgumentException("unknown function " + function);
        };
    }

    private static double sinTurns(double x) {
        return StrictMath.sin(2 * Math.PI * x);
    }
}
