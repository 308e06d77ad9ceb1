package dev.lanewise.processor;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Per;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Graphs drawn at random: every layer of any value that it can take, values with many uses, sums and values side by side,
 * weights shared across the parts, conditions. Lines stand in random order: names alone say what is computed from what.
 */
final class RandomGraphs {

    private static final List<Integer> WIDTHS = List.of(1, 2, 3, 5, 5, 5, 8, 8, 13, 17);
    private static final int WIDEST = 60;
    /** Sigmoids twice, for the sake of sparsity. */
    private static final List<Activation> ACTIVATIONS = Stream.concat(
                    Stream.of(Activation.values()), Stream.of(Activation.SIGMOID))
            .toList();

    /**
     * A value that can be taken.
     *
     * @param isTrained whether it depends on a parameter
     * @param isSigmoid whether it lies in [0, 1]
     */
    private record Value(String name, int width, boolean isTrained, boolean isSigmoid) {}

    /** A dense layer whose weight can be shared. */
    private record Weight(String name, int in, int units) {}

    private final Random random;
    private final int input;
    private final int condition;
    private final Loss loss;
    private final List<Weight> weights = new ArrayList<>();

    private RandomGraphs(Random random) {
        this.random = random;
        this.input = WIDTHS.get(random.nextInt(WIDTHS.size()));
        this.condition = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 0;
        this.loss = Loss.values()[random.nextInt(Loss.values().length)];
    }

    /** The declaration of a model; the same for the same seed. */
    static String declaration(String name, long seed) {
        return new RandomGraphs(new Random(seed)).declaration().replace("interface Sample", "interface " + name);
    }

    private String declaration() {
        // At least one part takes the condition.
        int takers = 1 + random.nextInt(3);
        Graph encoder = new Graph("input", input, true, (takers & 1) != 0);
        Value codings = encoder.end("codings", WIDTHS.get(random.nextInt(WIDTHS.size())), false);
        List<Weight> own = List.copyOf(weights);
        weights.removeIf(weight -> weight.name().equals("codings") && random.nextBoolean());
        Graph decoder = new Graph("codings", codings.width(), codings.isTrained(), (takers & 2) != 0);
        decoder.end("output", input, loss == Loss.BINARY_CROSS_ENTROPY);
        weights.retainAll(own);
        return Declarations.model(
                "input = " + input + (condition > 0 ? ", condition = " + condition : "") + ", loss = Loss." + loss,
                encoder.text(),
                decoder.text());
    }

    /** A part in the making. */
    private final class Graph {

        private final List<String> lines = new ArrayList<>();
        private final List<Value> values = new ArrayList<>();
        private final Set<Value> unused = new LinkedHashSet<>();

        Graph(String source, int width, boolean isTrained, boolean takesCondition) {
            add(new Value(source, width, isTrained && !source.equals("input"), false));
            if (condition > 0 && takesCondition) {
                add(new Value("condition", condition, false, false));
            }
            int layers = 1 + random.nextInt(8);
            while (lines.size() < layers) {
                draw("v" + lines.size());
            }
        }

        String text() {
            Collections.shuffle(lines, random);
            return String.join("\n", lines);
        }

        private void add(Value value) {
            values.add(value);
            unused.add(value);
        }

        private Value layer(String annotation, Value value, Value... inputs) {
            List<String> names = new ArrayList<>();
            for (Value taken : inputs) {
                names.add("Tensor " + taken.name());
                unused.remove(taken);
            }
            lines.add("%s Tensor %s(%s);".formatted(annotation, value.name(), String.join(", ", names)));
            add(value);
            return value;
        }

        /** One more layer, if chance picks one that some values fit. */
        private void draw(String name) {
            Value x = any(values);
            switch (random.nextInt(10)) {
                case 0, 1 -> {
                    Value value = dense(name, x, likelyWidth());
                    if (value.isSigmoid()) {
                        penalty(name + "Penalized", value);
                    }
                }
                case 2 -> layer("@Dropout(0.%d)".formatted(random.nextInt(8)), like(name, x, false), x);
                case 3 -> layer("@GaussianNoise(0.%d)".formatted(random.nextInt(8)), like(name, x, false), x);
                case 4 ->
                    penalty(
                            name,
                            values.stream().filter(Value::isSigmoid).findFirst().orElse(x));
                case 5, 6 -> concat(name);
                case 7, 8 -> sum(name, x);
                default -> {
                    if (random.nextBoolean()) {
                        tied(name, x);
                    } else {
                        sampling(name, x);
                    }
                }
            }
        }

        private Value like(String name, Value x, boolean isSigmoid) {
            return new Value(name, x.width(), x.isTrained(), isSigmoid);
        }

        /** Often that of another value, so that there is something to add. */
        private int likelyWidth() {
            return random.nextBoolean() ? any(values).width() : any(WIDTHS);
        }

        private Value dense(String name, Value x, int units) {
            Activation f = any(ACTIVATIONS);
            return dense(name, x, units, f);
        }

        private Value dense(String name, Value x, int units, Activation f) {
            weights.add(new Weight(name, x.width(), units));
            return layer(
                    "@Dense(units = %d, activation = %s)".formatted(units, f),
                    new Value(name, units, true, f == Activation.SIGMOID),
                    x);
        }

        private void tied(String name, Value x) {
            weights.stream()
                    .filter(weight -> weight.units() == x.width())
                    .filter(weight -> isFirstOfItsName(weight))
                    .findFirst()
                    .ifPresent(weight -> {
                        Activation f = any(ACTIVATIONS);
                        layer(
                                "@DenseTransposed(of = \"%s\", activation = %s)".formatted(weight.name(), f),
                                new Value(name, weight.in(), true, f == Activation.SIGMOID),
                                x);
                    });
        }

        /** A name that stands in both parts means the encoder's. */
        private boolean isFirstOfItsName(Weight weight) {
            return weights.stream()
                    .filter(other -> other.name().equals(weight.name()))
                    .findFirst()
                    .filter(first -> first == weight)
                    .isPresent();
        }

        private void penalty(String name, Value x) {
            Per per = any(List.of(Per.values()));
            if (x.isSigmoid() && random.nextInt(4) > 0) {
                layer(
                        "@KlSparsity(weight = 0.0%d, target = 0.%d, per = Per.%s)"
                                .formatted(1 + random.nextInt(9), 1 + random.nextInt(9), per),
                        like(name, x, true),
                        x);
            } else if (x.isTrained()) {
                layer(
                        "@ActivityRegularization(l1 = 0.00%d, l2 = 0.0%d, per = Per.%s)"
                                .formatted(random.nextInt(10), random.nextInt(10), per),
                        like(name, x, x.isSigmoid()),
                        x);
            }
        }

        private void concat(String name) {
            List<Value> parts = some(values);
            int width = parts.stream().mapToInt(Value::width).sum();
            if (parts.size() > 1 && width <= WIDEST) {
                layer("@Concat", joined(name, parts), parts.toArray(Value[]::new));
            }
        }

        private Value joined(String name, List<Value> parts) {
            return new Value(
                    name,
                    parts.stream().mapToInt(Value::width).sum(),
                    parts.stream().anyMatch(Value::isTrained),
                    parts.stream().allMatch(Value::isSigmoid));
        }

        private void sum(String name, Value x) {
            List<Value> terms = some(
                    values.stream().filter(value -> value.width() == x.width()).toList());
            if (terms.size() > 1) {
                boolean isTrained = terms.stream().anyMatch(Value::isTrained);
                layer("@Add", new Value(name, x.width(), isTrained, false), terms.toArray(Value[]::new));
            }
        }

        private void sampling(String name, Value x) {
            if (x.isTrained()) {
                Value logVariance = dense(name + "Variance", any(values), x.width(), Activation.TANH);
                layer(
                        "@Sampling(beta = 0.%d)".formatted(random.nextInt(10)),
                        new Value(name, x.width(), true, false),
                        x,
                        logVariance);
            }
        }

        /** The result, to which everything that was drawn leads. */
        Value end(String name, int width, boolean isSigmoid) {
            Value last = unused.iterator().next();
            if (unused.size() > 1) {
                List<Value> loose = new ArrayList<>(unused);
                Collections.shuffle(loose, random);
                boolean isOver = !isSigmoid && name.equals("codings") && random.nextInt(3) == 0;
                last = layer("@Concat", joined(isOver ? name : name + "Inputs", loose), loose.toArray(Value[]::new));
                if (isOver) {
                    return last;
                }
            }
            if (isSigmoid) {
                return dense(name, last, width, Activation.SIGMOID);
            }
            return switch (random.nextInt(width > 1 ? 4 : 3)) {
                case 0 -> {
                    Value left = dense(name + "Left", last, width);
                    yield layer("@Add", new Value(name, width, true, false), left, dense(name + "Right", last, width));
                }
                case 1 ->
                    layer(
                            "@GaussianNoise(0.1)",
                            new Value(name, width, true, false),
                            dense(name + "Bare", last, width));
                case 3 -> {
                    int some = 1 + random.nextInt(width - 1);
                    Value left = dense(name + "Left", last, some);
                    Value right = dense(name + "Right", last, width - some);
                    yield layer("@Concat", new Value(name, width, true, false), right, left);
                }
                default -> dense(name, last, width);
            };
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Two or three different ones, or as many as there are. */
    private List<Value> some(List<Value> of) {
        List<Value> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(shuffled.size(), 2 + random.nextInt(2)));
    }
}
