package dev.lanewise.proof.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.layer.Activation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference's own reference: central differences. */
class InterpreterTest {

    private static final int BATCH = 4;
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource
    void gradientsOfEveryActivationAgreeWithFiniteDifferences(Activation activation) {
        check(chain(activation.name().toLowerCase(Locale.ROOT), "linear", "mse"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mse", "mae", "huber", "bce"})
    void gradientsOfEveryLossAgreeWithFiniteDifferences(String loss) {
        check(chain("tanh", "sigmoid", loss));
    }

    /** Every layer that is not in the other models, most of them twice over. */
    @Test
    void gradientsOfTheRestOfTheFamilyAgreeWithFiniteDifferences() {
        check("""
                autoencoder input=5 loss=mse
                coder.noisy = gaussian_noise(input) stddev=0.3
                coder.first = dense(coder.noisy) units=4 activation=sigmoid
                coder.sparse = kl_sparsity(coder.first) weight=0.5 target=0.2 per=sample
                coder.small = activity_regularization(coder.sparse) l1=0.1 l2=0.2 per=sample
                coder.mean = dense(coder.small) units=3 activation=linear
                coder.logVariance = dense(coder.first) units=3 activation=linear
                coder.codings = sampling(coder.mean, coder.logVariance) beta=2.0
                maker.hidden = dense_transposed(coder.codings) of=coder.mean activation=tanh
                maker.even = activity_regularization(maker.hidden) l1=0.2 l2=0.1 per=batch
                maker.output = dense_transposed(maker.even) of=coder.first activation=sigmoid
                """);
    }

    /** Values with several uses, sums, values side by side, and a condition in both parts. */
    @Test
    void gradientsOfGraphsAgreeWithFiniteDifferences() {
        check("""
                autoencoder input=5 condition=2 loss=mse
                coder.given = concat(input, condition)
                coder.first = dense(coder.given) units=4 activation=sigmoid
                coder.second = dense(coder.first) units=4 activation=tanh
                coder.sum = add(coder.first, coder.second, coder.first)
                coder.codings = concat(coder.sum, coder.second)
                maker.shift = dense(condition) units=8 activation=tanh
                maker.given = add(maker.shift, coder.codings)
                maker.left = dense(maker.given) units=2 activation=linear
                maker.right = dense(maker.given) units=3 activation=tanh
                maker.output = concat(maker.right, maker.left)
                """);
    }

    private static String chain(String hidden, String last, String loss) {
        return """
                autoencoder input=5 loss=%3$s
                coder.first = dense(input) units=4 activation=%1$s
                coder.dropped = dropout(coder.first) rate=0.25
                coder.codings = dense(coder.dropped) units=3 activation=%1$s
                maker.output = dense(coder.codings) units=5 activation=%2$s
                """.formatted(hidden, last, loss);
    }

    private static void check(String text) {
        Random random = new Random(7);
        Structure structure = Structure.parse(text);
        Interpreter interpreter = new Interpreter(structure);
        Map<String, double[][]> parameters = new HashMap<>();
        interpreter.shapes().forEach((name, shape) -> parameters.put(name, matrix(shape[0], shape[1], -1, random)));
        double[][] input = matrix(BATCH, 5, 0, random);
        double[][] condition = matrix(BATCH, structure.conditionWidth(), 0, random);
        Map<String, double[][]> noise = new HashMap<>();
        for (Layer layer : structure.randomLayers()) {
            int width = structure.width(layer.name());
            noise.put(
                    layer.name(),
                    layer.operation() instanceof Operation.Dropout
                            ? Matrices.each(BATCH, width, (i, j) -> random.nextInt(4) == 0 ? 0 : 1)
                            : matrix(BATCH, width, -1, random));
        }
        Map<String, double[][]> gradients =
                interpreter.step(input, condition, parameters, noise).gradients();
        parameters.forEach((name, values) -> {
            double difference = 0;
            double largest = 0;
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < values[i].length; j++) {
                    double value = values[i][j];
                    values[i][j] = value + STEP;
                    double above = interpreter.cost(input, condition, parameters, noise);
                    values[i][j] = value - STEP;
                    double below = interpreter.cost(input, condition, parameters, noise);
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

    private static double[][] matrix(int rows, int columns, double from, Random random) {
        return Matrices.each(rows, columns, (i, j) -> random.nextDouble(from, 1));
    }
}
