package dev.lanewise.processor;

import static dev.lanewise.processor.Comparison.assertClose;
import static dev.lanewise.processor.Comparison.doubles;

import dev.lanewise.Loss;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.layer.Activation;
import dev.lanewise.processor.ModelCompiler.Compiled;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.interpreter.Interpreter;
import dev.lanewise.runtime.BatchTrainer;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.training.Sgd;
import dev.lanewise.training.Training;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code against the interpreter: the cost, every gradient, and every way of inference. */
class GradientTest {

    private static final int BATCH = 9;
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @EnumSource
    void everyActivationIsDifferentiated(Activation activation) throws ReflectiveOperationException {
        String f = activation.name();
        check("input = 7", """
                @Dense(units = 5, activation = %s) Tensor hidden(Tensor input);
                @Dense(units = 3, activation = %s) Tensor codings(Tensor hidden);
                """.formatted(f, f), """
                @Dense(units = 19, activation = %s) Tensor hidden(Tensor codings);
                @Dense(units = 7, activation = %s) Tensor output(Tensor hidden);
                """.formatted(f, f));
    }

    @ParameterizedTest
    @EnumSource
    void everyLossIsDifferentiated(Loss loss) throws ReflectiveOperationException {
        check(
                "input = {3, 11}, loss = Loss." + loss.name(),
                "@Dense(units = 4, activation = TANH) Tensor codings(Tensor input);",
                "@Dense(units = 33, activation = SIGMOID) Tensor output(Tensor codings);");
    }

    @Test
    void dropoutStandsAnywhere() throws ReflectiveOperationException {
        check("input = 6", """
                @Dropout(0.25) Tensor corrupted(Tensor input);
                @Dense(units = 5, activation = TANH) Tensor hidden(Tensor corrupted);
                @Dropout(0.5) Tensor dropped(Tensor hidden);
                @Dropout(0) Tensor whole(Tensor dropped);
                @Dense(units = 4, activation = SILU) Tensor narrow(Tensor whole);
                @Dropout(0.1) Tensor codings(Tensor narrow);
                """, """
                @Dropout(0.75) Tensor fewer(Tensor codings);
                @Dense(units = 6, activation = RELU) Tensor wide(Tensor fewer);
                @Dropout(0.2) Tensor output(Tensor wide);
                """);
    }

    @Test
    void codingsMayBeTheInputBehindDropout() throws ReflectiveOperationException {
        check("input = 6", "@Dropout(0.25) Tensor codings(Tensor input);", """
                @Dense(units = 4, activation = ELU) Tensor hidden(Tensor codings);
                @Dense(units = 6) Tensor output(Tensor hidden);
                """);
    }

    @Test
    void outputMayBeTheCodingsBehindDropout() throws ReflectiveOperationException {
        check(
                "input = 6",
                "@Dense(units = 6, activation = GELU) Tensor codings(Tensor input);",
                "@Dropout(0.5) Tensor output(Tensor codings);");
    }

    @Test
    void crossEntropyIsTakenBehindDropoutToo() throws ReflectiveOperationException {
        check("input = 6, loss = Loss.BINARY_CROSS_ENTROPY", """
                @Dropout(0.5) Tensor corrupted(Tensor input);
                @Dense(units = 4, activation = SOFTPLUS) Tensor codings(Tensor corrupted);
                """, """
                @Dropout(0.25) Tensor fewer(Tensor codings);
                @Dense(units = 6, activation = SIGMOID) Tensor output(Tensor fewer);
                """);
    }

    @Test
    void oneUnitIsEnough() throws ReflectiveOperationException {
        check(
                "input = 1",
                "@Dense(units = 1, activation = TANH) Tensor codings(Tensor input);",
                "@Dense(units = 1) Tensor output(Tensor codings);");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void modelsDrawnAtRandomAreDifferentiated(long seed) throws ReflectiveOperationException {
        Random random = new Random(seed);
        int width = random.nextInt(1, 40);
        String encoder = layers(random, "input", "codings", random.nextInt(1, 40), random.nextInt(5));
        String decoder = layers(random, "codings", "output", width, random.nextInt(5));
        Loss loss = Loss.values()[random.nextInt(3)];
        check("input = " + width + ", loss = Loss." + loss.name(), encoder, decoder);
    }

    /** A chain of layers, written down in random order: names alone say what is computed from what. */
    private static String layers(Random random, String source, String result, int width, int more) {
        List<String> lines = new ArrayList<>();
        String previous = source;
        Activation[] activations = Activation.values();
        for (int i = 0; i <= more; i++) {
            String name = i == more ? result : "v" + i;
            if (i < more && random.nextInt(3) == 0) {
                lines.add("@Dropout(%s) Tensor %s(Tensor %s);".formatted(random.nextInt(7) / 10.0, name, previous));
            } else {
                Activation activation = activations[random.nextInt(activations.length)];
                int units = i == more ? width : random.nextInt(1, 40);
                lines.add("@Dense(units = %d, activation = %s) Tensor %s(Tensor %s);"
                        .formatted(units, activation, name, previous));
            }
            previous = name;
        }
        Collections.shuffle(lines, random);
        return String.join("\n", lines);
    }

    private static void check(String autoencoder, String encoder, String decoder) throws ReflectiveOperationException {
        Compiled compiled = ModelCompiler.compile(Declarations.model(autoencoder, encoder, decoder));
        Interpreter interpreter = new Interpreter(compiled.model());
        CompiledModel model = compiled.create(3);
        Random random = new Random(5);
        Map<String, double[][]> parameters = new HashMap<>();
        model.parameters().forEach((name, values) -> {
            double bound = Math.sqrt(3.0 / values.rows());
            Matrix drawn = matrix(values.rows(), values.columns(), -bound, bound, random);
            model.setParameter(name, drawn);
            parameters.put(name, doubles(drawn));
        });
        Matrix batch = matrix(BATCH, compiled.model().input().width(), 0.05, 0.95, random);
        checkTraining(compiled, interpreter, model, parameters, batch, random);
        checkInference(compiled, interpreter, model, batch);
    }

    private static void checkTraining(
            Compiled compiled,
            Interpreter interpreter,
            CompiledModel model,
            Map<String, double[][]> parameters,
            Matrix batch,
            Random random) {
        List<double[][]> noise = new ArrayList<>();
        Map<String, double[][]> masks = new HashMap<>();
        for (Node node : compiled.model().nodes()) {
            if (node.layer() instanceof Layer.Dropout dropout) {
                noise.add(mask(node.value().width(), dropout.rate(), random));
                masks.put(node.value().qualifiedName(), noise.getLast());
            }
        }
        Interpreter.Step expected = interpreter.step(doubles(batch), parameters, masks);
        try (BatchTrainer trainer = new BatchTrainer(model, new Sgd(1e-30), BATCH, new FixedNoise(noise))) {
            Map<String, Double> costs = trainer.step(batch);
            assertClose("loss", expected.loss(), costs.get("loss"), TOLERANCE);
            expected.gradients()
                    .forEach((name, gradient) -> assertClose(name, gradient, trainer.gradient(name), TOLERANCE));
        }
    }

    private static void checkInference(Compiled compiled, Interpreter interpreter, CompiledModel model, Matrix batch) {
        Map<String, double[][]> parameters = new HashMap<>();
        model.parameters().forEach((name, values) -> parameters.put(name, doubles(values)));
        Interpreter.Step expected = interpreter.step(doubles(batch), parameters, Map.of());
        Map<String, double[][]> values = expected.values();
        double[][] codings = values.get(compiled.model().encoder().result().qualifiedName());
        double[][] output = values.get(compiled.model().decoder().result().qualifiedName());
        assertClose("encode", codings, model.encode(batch), TOLERANCE);
        assertClose("decode", output, model.decode(model.encode(batch)), TOLERANCE);
        assertClose("reconstruct", output, model.reconstruct(batch), TOLERANCE);
        Map<String, Double> figures =
                model.evaluate(DataSet.of(batch), Training.with(new Sgd()).batchSize(BATCH));
        assertClose("validation", expected.loss(), figures.get("loss"), TOLERANCE);
    }

    private static Matrix matrix(int rows, int columns, double from, double to, Random random) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = (float) random.nextDouble(from, to);
        }
        return matrix;
    }

    private static double[][] mask(int width, double rate, Random random) {
        double[][] mask = new double[BATCH][width];
        for (double[] row : mask) {
            for (int j = 0; j < width; j++) {
                row[j] = random.nextDouble() < rate ? 0 : 1;
            }
        }
        return mask;
    }
}
