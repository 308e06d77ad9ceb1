package dev.lanewise.proof;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.file.Safetensors;
import dev.lanewise.file.TensorEntry;
import dev.lanewise.proof.reference.Batch;
import dev.lanewise.proof.reference.Matrices;
import dev.lanewise.proof.reference.Structure;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.training.History;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What a short training run leaves: parameters, history, and what is inferred then, with and without noise. Two epochs of four
 * steps; the last step of an epoch has 14 rows, of which a third worker gets none.
 *
 * @param tensors the results by their names
 */
record TrainingRun(Tensors tensors) {

    private static final int ROWS = 110;
    private static final int BATCH = 32;
    private static final int STEPS_BEFORE_STOP = 6;

    static TrainingRun of(CompiledModel model, int threads) {
        DataSet data = rows(model).data();
        return results(model, model.fit(data, training(data).threads(threads)));
    }

    /** Trains until the middle of the second epoch, and leaves a checkpoint. */
    static void stopped(CompiledModel model, Path checkpoint) {
        DataSet data = rows(model).data();
        model.fit(data, training(data).checkpoint(checkpoint).listener(new TrainingListener() {
            private int steps;

            @Override
            public void stepEnded(TrainingProgress progress) {
                steps++;
                if (steps == STEPS_BEFORE_STOP) {
                    progress.stop();
                }
            }
        }));
    }

    static TrainingRun resumed(CompiledModel model, Path checkpoint) throws IOException {
        DataSet data = rows(model).data();
        return results(model, model.resume(checkpoint, data, training(data)));
    }

    private static Training training(DataSet data) {
        return Training.with(new Nadam()).epochs(2).batchSize(BATCH).seed(7).validation(data.slice(0, 45));
    }

    /** Rows of numbers in [0.05, 0.95), and of conditions. */
    static Batch rows(CompiledModel model) {
        Structure structure = Structure.parse(model.structure());
        Random random = new Random(structure.width());
        Matrix images = rows(structure.width(), random);
        return new Batch(
                images,
                structure.conditionWidth() == 0
                        ? Optional.empty()
                        : Optional.of(rows(structure.conditionWidth(), random)));
    }

    private static Matrix rows(int width, Random random) {
        float[] values = new float[ROWS * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(0.05, 0.95);
        }
        return Matrix.wrap(ROWS, width, values);
    }

    private static TrainingRun results(CompiledModel model, History history) {
        Tensors tensors = Tensors.parameters(model);
        for (History.Epoch epoch : history.epochs()) {
            epoch.figures()
                    .forEach((name, value) ->
                            tensors.values().put(name + " of epoch " + epoch.epoch(), new double[][] {{value}}));
        }
        Batch batch = rows(model);
        tensors.values().putAll(Tensors.inferred(model, batch).values());
        tensors.put("encode, with noise", batch.encode(model, 5));
        tensors.put("reconstruct, with noise", batch.reconstruct(model, 5));
        return new TrainingRun(tensors);
    }

    void write(Path file) throws IOException {
        Safetensors.Builder builder = Safetensors.builder();
        tensors.values().forEach((name, rows) -> {
            double[] flat = new double[rows.length * rows[0].length];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
            }
            builder.tensor(TensorEntry.of(name, flat, rows.length, rows[0].length));
        });
        builder.build().write(file);
    }

    static TrainingRun read(Path file) throws IOException {
        Safetensors contents = Safetensors.read(file);
        Map<String, double[][]> values = new LinkedHashMap<>();
        for (TensorEntry entry : contents.tensors().values()) {
            int rows = entry.shape().get(0);
            int columns = entry.shape().get(1);
            double[] flat = contents.doubles(entry.name(), rows, columns);
            values.put(entry.name(), Matrices.each(rows, columns, (i, j) -> flat[i * columns + j]));
        }
        return new TrainingRun(new Tensors(values));
    }
}
