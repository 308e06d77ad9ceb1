package dev.lanewise.processor;

import static dev.lanewise.processor.Comparison.assertClose;
import static dev.lanewise.processor.Comparison.doubles;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.kernels.CounterRandom;
import dev.lanewise.processor.ModelCompiler.Compiled;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Part;
import dev.lanewise.processor.graph.Value;
import dev.lanewise.processor.interpreter.Interpreter;
import dev.lanewise.runtime.BatchTrainer;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.training.Sgd;
import dev.lanewise.training.Training;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A compiled model against the interpreter: the cost and its terms, every gradient, and every way of inference. */
final class ModelCheck {

    private static final int BATCH = 9;
    private static final double TOLERANCE = 1e-5;
    private static final long SEED = 11;

    private final Compiled compiled;
    private final Interpreter interpreter;
    private final CompiledModel model;
    private final Map<String, double[][]> parameters = new HashMap<>();
    private final Random random = new Random(5);

    private ModelCheck(String source) throws ReflectiveOperationException {
        compiled = ModelCompiler.compile(source);
        interpreter = new Interpreter(compiled.model());
        model = compiled.create(3);
        model.parameters().forEach((name, values) -> {
            double bound = Math.min(1, Math.sqrt(3.0 / values.rows()));
            Matrix drawn = matrix(values.rows(), values.columns(), -bound, bound);
            model.setParameter(name, drawn);
            parameters.put(name, doubles(drawn));
        });
    }

    static void check(String autoencoder, String encoder, String decoder) throws ReflectiveOperationException {
        ModelCheck check = new ModelCheck(Declarations.model(autoencoder, encoder, decoder));
        Matrix batch = check.matrix(BATCH, check.compiled.model().input().width(), 0.05, 0.95);
        // The second batch is shorter than the buffers, and lies in what the first one left there.
        Matrix shorter = check.matrix(BATCH - 4, batch.columns(), 0.05, 0.95);
        check.checkTraining(batch, shorter);
        check.checkInference(batch);
        check.checkInferenceWithNoise(batch);
        check.checkValidation(batch);
    }

    private void checkTraining(Matrix... batches) {
        List<double[][]> noise = new ArrayList<>();
        Map<String, double[][]> named = new HashMap<>();
        for (Node node : interpreter.noiseLayers()) {
            noise.add(noise(node));
            named.put(node.value().qualifiedName(), noise.getLast());
        }
        try (BatchTrainer trainer = new BatchTrainer(model, new Sgd(1e-30), BATCH, new FixedNoise(noise))) {
            for (Matrix batch : batches) {
                Interpreter.Step expected = interpreter.step(doubles(batch), parameters, named);
                checkFigures("", expected, trainer.step(batch));
                expected.gradients()
                        .forEach((name, gradient) -> assertClose(name, gradient, trainer.gradient(name), TOLERANCE));
            }
        }
    }

    private double[][] noise(Node node) {
        double[][] noise = new double[BATCH][node.value().width()];
        for (double[] row : noise) {
            for (int j = 0; j < row.length; j++) {
                row[j] = node.layer() instanceof Layer.Dropout dropout
                        ? random.nextDouble() < dropout.rate() ? 0 : 1
                        : (float) random.nextGaussian();
            }
        }
        return noise;
    }

    private static void checkFigures(String prefix, Interpreter.Step expected, Map<String, Double> figures) {
        List<Double> terms = figures.entrySet().stream()
                .filter(figure -> !figure.getKey().endsWith("_mean"))
                .map(Map.Entry::getValue)
                .toList();
        assertClose(prefix + "loss", expected.loss(), terms.getFirst(), TOLERANCE);
        assertClose(prefix + "reconstruction", expected.reconstruction(), terms.get(1), TOLERANCE);
        List<String> layers = List.copyOf(expected.penalties().keySet()).reversed();
        for (int i = 0; i < layers.size(); i++) {
            String layer = layers.get(i);
            assertClose(prefix + "penalty of " + layer, expected.penalties().get(layer), terms.get(2 + i), TOLERANCE);
        }
    }

    private void checkInference(Matrix batch) {
        Interpreter.Step expected = interpreter.step(doubles(batch), parameters, Map.of());
        Map<String, double[][]> values = expected.values();
        double[][] codings = values.get(compiled.model().encoder().result().qualifiedName());
        double[][] output = values.get(compiled.model().decoder().result().qualifiedName());
        assertClose("encode", codings, model.encode(batch), TOLERANCE);
        assertClose("decode", output, model.decode(model.encode(batch)), TOLERANCE);
        assertClose("reconstruct", output, model.reconstruct(batch), TOLERANCE);
    }

    /** Of models that draw samples and nothing else: how other noise is made of random numbers is the kernels' business. */
    private void checkInferenceWithNoise(Matrix batch) throws ReflectiveOperationException {
        if (interpreter.noiseLayers().stream().anyMatch(node -> node.layer() instanceof Layer.Noise)) {
            return;
        }
        Interpreter.Step expected =
                interpreter.step(doubles(batch), parameters, seededNoise(interpreter.noiseLayers(), batch.rows()));
        Part encoder = compiled.model().encoder();
        Object values = model.getClass()
                .getMethod(encoder.name(), Matrix.class, long.class)
                .invoke(model, batch, SEED);
        for (Node node : encoder.nodes()) {
            Value value = node.value();
            Matrix actual = (Matrix) values.getClass().getMethod(value.name()).invoke(values);
            assertClose("with noise, " + value.name(), expected.values().get(value.qualifiedName()), actual, TOLERANCE);
        }
        assertClose(
                "with noise, encode",
                expected.values().get(encoder.result().qualifiedName()),
                model.encode(batch, SEED),
                TOLERANCE);
        assertClose(
                "with noise, reconstruct",
                expected.values().get(compiled.model().decoder().result().qualifiedName()),
                model.reconstruct(batch, SEED),
                TOLERANCE);
    }

    /** Samples are drawn, other noise is not; beside it stands the reconstruction from the means. */
    private void checkValidation(Matrix batch) {
        List<Node> sampling = interpreter.noiseLayers().stream()
                .filter(node -> node.layer() instanceof Layer.Sampling)
                .toList();
        Map<String, Double> figures = model.evaluate(
                DataSet.of(batch), Training.with(new Sgd()).batchSize(BATCH).seed(SEED));
        checkFigures(
                "validation, ",
                interpreter.step(doubles(batch), parameters, seededNoise(sampling, batch.rows())),
                figures);
        Stream<String> atMean = figures.keySet().stream().filter(name -> name.endsWith("_mean"));
        assertClose("figures from the mean", sampling.isEmpty() ? 0 : 1, atMean.count(), 0);
        if (!sampling.isEmpty()) {
            assertClose(
                    "validation from the mean",
                    interpreter.step(doubles(batch), parameters, Map.of()).reconstruction(),
                    List.copyOf(figures.values()).getLast(),
                    TOLERANCE);
        }
    }

    private Map<String, double[][]> seededNoise(List<Node> of, int rows) {
        Map<String, double[][]> noise = new HashMap<>();
        for (Node node : of) {
            int number = 1 + interpreter.noiseLayers().indexOf(node);
            Matrix drawn = Matrix.zeros(rows, node.value().width());
            CounterRandom.normal(0, rows, drawn.columns(), SEED, 0, 0, number, drawn.values(), 0, drawn.columns());
            noise.put(node.value().qualifiedName(), doubles(drawn));
        }
        return noise;
    }

    private Matrix matrix(int rows, int columns, double from, double to) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = (float) random.nextDouble(from, to);
        }
        return matrix;
    }
}
