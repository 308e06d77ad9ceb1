package dev.lanewise.proof.reference;

import static dev.lanewise.proof.reference.Matrices.doubles;

import dev.lanewise.Matrix;
import dev.lanewise.kernels.CounterRandom;
import dev.lanewise.runtime.BatchTrainer;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.training.Sgd;
import dev.lanewise.training.Training;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A compiled model against its interpreter: the cost and its terms, every gradient, every way of inference, and validation. Its
 * parameters are drawn anew, so that no activation is far out.
 */
public final class ModelComparison {

    /** Rows of the batches that {@link #batch()} draws. */
    public static final int BATCH = 9;

    private static final long SEED = 11;

    private final CompiledModel model;
    private final Interpreter interpreter;
    private final Structure structure;
    private final Map<String, double[][]> parameters = new HashMap<>();
    private final PartValues values;
    private final Random random;

    /**
     * Prepares a model.
     *
     * @param model whose parameters will be drawn anew
     * @param seed of parameters, batches and noise
     */
    public ModelComparison(CompiledModel model, long seed) {
        this.model = model;
        structure = Structure.parse(model.structure());
        interpreter = new Interpreter(structure);
        values = new PartValues(model, structure);
        random = new Random(seed);
        model.parameters().forEach((name, values) -> {
            double bound = Math.min(1, Math.sqrt(3.0 / values.rows()));
            Matrix drawn = matrix(values.rows(), values.columns(), -bound, bound);
            model.setParameter(name, drawn);
            parameters.put(name, doubles(drawn));
        });
    }

    /** {@return rows of numbers in [0.05, 0.95), and conditions in [−1, 1)} */
    public Batch batch() {
        return batch(BATCH);
    }

    /**
     * Some rows.
     *
     * @param rows how many
     * @return numbers in [0.05, 0.95), and conditions in [−1, 1)
     */
    public Batch batch(int rows) {
        Matrix images = matrix(rows, structure.width(), 0.05, 0.95);
        return new Batch(
                images,
                structure.conditionWidth() == 0
                        ? Optional.empty()
                        : Optional.of(matrix(rows, structure.conditionWidth(), -1, 1)));
    }

    private Interpreter.Step step(Batch batch, Map<String, double[][]> noise) {
        return interpreter.step(batch.input(), batch.conditions(), parameters, noise);
    }

    /** {@return what the model is compared with} */
    public Interpreter interpreter() {
        return interpreter;
    }

    /** {@return the parameters that were drawn} */
    public Map<String, double[][]> parameters() {
        return parameters;
    }

    /**
     * Trains on batches, none of which moves the parameters by as much as a bit.
     *
     * @param batches of at most {@link #BATCH} rows each
     * @return the cost and its terms, and the gradient by each parameter, batch by batch
     */
    public List<Difference> training(Batch... batches) {
        Map<String, double[][]> noise = noise();
        List<double[][]> perLayer = structure.randomLayers().stream()
                .map(layer -> noise.get(layer.name()))
                .toList();
        List<Difference> differences = new ArrayList<>();
        try (BatchTrainer trainer = new BatchTrainer(model, new Sgd(1e-30), BATCH, new FixedNoise(perLayer))) {
            for (Batch batch : batches) {
                Interpreter.Step expected = step(batch, noise);
                differences.addAll(figures("", expected, batch.train(trainer)));
                expected.gradients()
                        .forEach((name, gradient) ->
                                differences.add(Difference.between(name, gradient, trainer.gradient(name))));
            }
        }
        return differences;
    }

    /** {@return masks and variates for every layer that takes some, {@link #BATCH} rows of them} */
    public Map<String, double[][]> noise() {
        Map<String, double[][]> noise = new HashMap<>();
        for (Layer layer : structure.randomLayers()) {
            noise.put(
                    layer.name(),
                    Matrices.each(
                            BATCH,
                            structure.width(layer.name()),
                            (i, j) -> layer.operation() instanceof Operation.Dropout dropout
                                    ? random.nextDouble() < dropout.rate() ? 0 : 1
                                    : (float) random.nextGaussian()));
        }
        return noise;
    }

    private static List<Difference> figures(String prefix, Interpreter.Step expected, Map<String, Double> figures) {
        List<Double> terms = figures.entrySet().stream()
                .filter(figure -> !figure.getKey().endsWith("_mean"))
                .map(Map.Entry::getValue)
                .toList();
        List<Difference> differences = new ArrayList<>();
        differences.add(Difference.between(prefix + "loss", expected.loss(), terms.getFirst()));
        differences.add(Difference.between(prefix + "reconstruction", expected.reconstruction(), terms.get(1)));
        expected.penalties()
                .forEach((layer, penalty) -> differences.add(
                        Difference.between(prefix + "penalty of " + layer, penalty, terms.get(differences.size()))));
        return differences;
    }

    /**
     * Infers without noise.
     *
     * @param batch what is encoded
     * @return codings, the reconstruction by two ways, and every value of encoder and decoder
     */
    public List<Difference> inference(Batch batch) {
        Map<String, double[][]> expected = step(batch, Map.of()).values();
        Matrix codings = batch.encode(model);
        double[][] output = expected.get(structure.output());
        List<Difference> differences = new ArrayList<>(List.of(
                Difference.between("encode", expected.get(structure.codings()), codings),
                Difference.between("decode", output, batch.decode(model, codings)),
                Difference.between("reconstruct", output, batch.reconstruct(model))));
        differences.addAll(values("", expected, values.of(structure.encoder(), batch.images(), batch)));
        differences.addAll(values("", expected, values.of(structure.decoder(), codings, batch)));
        return differences;
    }

    /**
     * Infers with samples drawn from a seed. Of models that draw nothing else: how other noise is made of random numbers is
     * the kernels' business.
     *
     * @param batch what is encoded
     * @return codings, reconstruction and every value of the encoder; nothing for a model with other noise
     */
    public List<Difference> inferenceWithNoise(Batch batch) {
        if (structure.randomLayers().stream().anyMatch(layer -> layer.operation() instanceof Operation.Noise)) {
            return List.of();
        }
        Map<String, double[][]> expected = step(batch, samples(batch.rows())).values();
        List<Difference> differences = new ArrayList<>(List.of(
                Difference.between("with noise, encode", expected.get(structure.codings()), batch.encode(model, SEED)),
                Difference.between(
                        "with noise, reconstruct", expected.get(structure.output()), batch.reconstruct(model, SEED))));
        differences.addAll(
                values("with noise, ", expected, values.of(structure.encoder(), batch.images(), batch, SEED)));
        return differences;
    }

    private static List<Difference> values(
            String prefix, Map<String, double[][]> expected, Map<String, Matrix> actual) {
        return actual.entrySet().stream()
                .map(value ->
                        Difference.between(prefix + value.getKey(), expected.get(value.getKey()), value.getValue()))
                .toList();
    }

    /**
     * Validates: samples are drawn, other noise is not; beside it stands the reconstruction from the means.
     *
     * @param batch what is encoded and decoded
     * @return the cost and its terms
     */
    public List<Difference> validation(Batch batch) {
        Map<String, Double> figures = model.evaluate(
                batch.data(), Training.with(new Sgd()).batchSize(batch.rows()).seed(SEED));
        Map<String, double[][]> samples = samples(batch.rows());
        List<Difference> differences = new ArrayList<>(figures("validation, ", step(batch, samples), figures));
        long fromMean =
                figures.keySet().stream().filter(name -> name.endsWith("_mean")).count();
        differences.add(Difference.between("figures from the mean", samples.isEmpty() ? 0 : 1, fromMean));
        if (!samples.isEmpty()) {
            differences.add(Difference.between(
                    "validation from the mean",
                    step(batch, Map.of()).reconstruction(),
                    List.copyOf(figures.values()).getLast()));
        }
        return differences;
    }

    /**
     * The variates of sampling layers, as the model draws them.
     *
     * @param rows how many rows
     * @return rows × the layer's width, by the layer's name
     */
    public Map<String, double[][]> samples(int rows) {
        Map<String, double[][]> noise = new HashMap<>();
        List<Layer> random = structure.randomLayers();
        for (int i = 0; i < random.size(); i++) {
            if (random.get(i).operation() instanceof Operation.Sampling) {
                String name = random.get(i).name();
                Matrix drawn = Matrix.zeros(rows, structure.width(name));
                CounterRandom.normal(0, rows, drawn.columns(), SEED, 0, 0, 1 + i, drawn.values(), 0, drawn.columns());
                noise.put(name, doubles(drawn));
            }
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
