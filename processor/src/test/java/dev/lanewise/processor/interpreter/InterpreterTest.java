package dev.lanewise.processor.interpreter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Initializer;
import dev.lanewise.layer.Per;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Part;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Shape;
import dev.lanewise.processor.graph.Surroundings;
import dev.lanewise.processor.graph.TypeName;
import dev.lanewise.processor.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference's own reference: central differences. */
class InterpreterTest {

    private static final int BATCH = 4;
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource
    void gradientsOfEveryActivationAgreeWithFiniteDifferences(Activation activation) {
        check(model(activation, Activation.LINEAR, Loss.MSE));
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfEveryLossAgreeWithFiniteDifferences(Loss loss) {
        check(model(Activation.TANH, Activation.SIGMOID, loss));
    }

    /** Every layer that is not in the other models, most of them twice over. */
    @Test
    void gradientsOfTheRestOfTheFamilyAgreeWithFiniteDifferences() {
        Value input = new Value("", "input", 5);
        Value noisy = new Value("coder", "noisy", 5);
        Value first = new Value("coder", "first", 4);
        Value sparse = new Value("coder", "sparse", 4);
        Value small = new Value("coder", "small", 4);
        Value mean = new Value("coder", "mean", 3);
        Value logVariance = new Value("coder", "logVariance", 3);
        Value codings = new Value("coder", "codings", 3);
        Value hidden = new Value("maker", "hidden", 4);
        Value even = new Value("maker", "even", 4);
        Value output = new Value("maker", "output", 5);
        Part encoder = new Part(
                Role.ENCODER,
                "Coder",
                false,
                input,
                List.of(
                        new Node(noisy, new Layer.GaussianNoise(0.3), List.of(input)),
                        new Node(first, dense(4, Activation.SIGMOID), List.of(noisy)),
                        new Node(sparse, new Layer.KlSparsity(0.5, 0.2, Per.SAMPLE), List.of(first)),
                        new Node(small, new Layer.ActivityRegularization(0.1, 0.2, Per.SAMPLE), List.of(sparse)),
                        new Node(mean, dense(3, Activation.LINEAR), List.of(small)),
                        new Node(logVariance, dense(3, Activation.LINEAR), List.of(first)),
                        new Node(codings, new Layer.Sampling(2), List.of(mean, logVariance))));
        Part decoder = new Part(
                Role.DECODER,
                "Maker",
                false,
                codings,
                List.of(
                        new Node(hidden, tied(Activation.TANH), List.of(codings), Optional.of(mean)),
                        new Node(even, new Layer.ActivityRegularization(0.2, 0.1, Per.BATCH), List.of(hidden)),
                        new Node(output, tied(Activation.SIGMOID), List.of(even), Optional.of(first))));
        Model model = new Model(
                new TypeName("", List.of("M")),
                new Surroundings(true, true),
                new Shape(List.of(5)),
                Loss.MSE,
                encoder,
                decoder);
        Random random = new Random(9);
        check(model, Map.of("coder.noisy", matrix(BATCH, 5, random), "coder.codings", matrix(BATCH, 3, random)));
    }

    private static Layer tied(Activation activation) {
        return new Layer.DenseTransposed("named elsewhere", activation);
    }

    private static Model model(Activation hidden, Activation last, Loss loss) {
        Value input = new Value("", "input", 5);
        Value first = new Value("coder", "first", 4);
        Value dropped = new Value("coder", "dropped", 4);
        Value codings = new Value("coder", "codings", 3);
        Value output = new Value("maker", "output", 5);
        Part encoder = new Part(
                Role.ENCODER,
                "Coder",
                false,
                input,
                List.of(
                        new Node(first, dense(4, hidden), List.of(input)),
                        new Node(dropped, new Layer.Dropout(0.25), List.of(first)),
                        new Node(codings, dense(3, hidden), List.of(dropped))));
        Part decoder = new Part(
                Role.DECODER, "Maker", false, codings, List.of(new Node(output, dense(5, last), List.of(codings))));
        return new Model(
                new TypeName("", List.of("M")),
                new Surroundings(true, true),
                new Shape(List.of(5)),
                loss,
                encoder,
                decoder);
    }

    private static Layer dense(int units, Activation activation) {
        return new Layer.Dense(units, activation, Initializer.GLOROT_UNIFORM);
    }

    private static void check(Model model) {
        check(model, Map.of("coder.dropped", mask(new Random(8))));
    }

    private static void check(Model model, Map<String, double[][]> noise) {
        Random random = new Random(7);
        Interpreter interpreter = new Interpreter(model);
        Map<String, double[][]> parameters = new HashMap<>();
        interpreter.shapes().forEach((name, shape) -> parameters.put(name, matrix(shape[0], shape[1], random)));
        double[][] input = matrix(BATCH, 5, random);
        for (double[] row : input) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (row[j] + 1) / 2;
            }
        }
        Map<String, double[][]> gradients =
                interpreter.step(input, parameters, noise).gradients();
        parameters.forEach((name, values) -> {
            double difference = 0;
            double largest = 0;
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < values[i].length; j++) {
                    double value = values[i][j];
                    values[i][j] = value + STEP;
                    double above = interpreter.step(input, parameters, noise).loss();
                    values[i][j] = value - STEP;
                    double below = interpreter.step(input, parameters, noise).loss();
                    values[i][j] = value;
                    double numeric = (above - below) / (2 * STEP);
                    difference =
                            Math.max(difference, Math.abs(numeric - gradients.get(name)[i][j]));
                    largest = Math.max(largest, Math.abs(numeric));
                }
            }
            double relative = difference / largest;
            System.out.printf("  %-24s %9.2e%n", name, relative);
            assertTrue(relative <= 1e-6, () -> name + " differs by " + relative);
        });
    }

    private static double[][] matrix(int rows, int columns, Random random) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble(-1, 1);
            }
        }
        return matrix;
    }

    private static double[][] mask(Random random) {
        double[][] mask = new double[BATCH][4];
        for (double[] row : mask) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextInt(4) == 0 ? 0 : 1;
            }
        }
        return mask;
    }
}
