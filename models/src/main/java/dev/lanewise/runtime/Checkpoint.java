package dev.lanewise.runtime;

import dev.lanewise.file.ModelFileException;
import dev.lanewise.file.Safetensors;
import dev.lanewise.file.TensorEntry;
import dev.lanewise.training.History;
import dev.lanewise.training.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a run as a file: a model file that holds, besides, the optimizer's state, the position in the run, the partial sums
 * of the epoch's figures, and the figures of the epochs that have ended.
 *
 * <p>State is a list of named tensors; a feature that adds state adds names. Times are not state.
 */
final class Checkpoint {

    private static final String POSITION = "run.position";
    private static final String SUMS = "run.sums";
    private static final String HISTORY = "run.history";
    private static final String FIGURES = "lanewise.checkpoint.figures";
    private static final String VALIDATION = "lanewise.checkpoint.validation";

    private Checkpoint() {}

    /** Where a run stands. */
    record Position(int epoch, int step, int rows, long stepsTaken, double[] sums, List<History.Epoch> history) {

        static Position start(int figures) {
            return new Position(1, 0, 0, 0, new double[figures], List.of());
        }
    }

    /** Leaves the state of a run in a file. The last run of the model's provenance says which run it is. */
    static void write(Path file, CompiledModel model, Provenance provenance, String validation, Position at)
            throws IOException {
        Safetensors.Builder builder = ModelFile.builder(model, provenance).metadata(VALIDATION, validation);
        for (Parameter parameter : model.parameterList()) {
            for (int slot = 0; slot < parameter.state().length; slot++) {
                float[] state = Arrays.copyOf(parameter.state()[slot], parameter.values().length);
                builder.tensor(TensorEntry.of(name(parameter, slot), state, ModelFile.shape(parameter)));
            }
        }
        builder.tensor(TensorEntry.of(POSITION, new long[] {at.epoch(), at.step(), at.rows(), at.stepsTaken()}, 4));
        builder.tensor(TensorEntry.of(SUMS, at.sums(), at.sums().length));
        List<String> names = at.history().isEmpty()
                ? List.of()
                : List.copyOf(at.history().getFirst().figures().keySet());
        double[] figures = at.history().stream()
                .flatMap(epoch -> epoch.figures().values().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        builder.metadata(FIGURES, String.join(" ", names));
        builder.tensor(TensorEntry.of(HISTORY, figures, at.history().size(), names.size()));
        builder.build().write(file);
    }

    private static String name(Parameter parameter, int slot) {
        return "optimizer." + slot + "." + parameter.name();
    }

    /** A checkpoint that was found whole: what is in it is not yet anywhere else. */
    record Loaded(ModelFile.Contents contents, List<float[][]> state, Position position, String validation) {

        /** Fills in the parameters of the model and their state. */
        void copyTo(CompiledModel model) {
            contents.copyTo(model);
            for (int i = 0; i < state.size(); i++) {
                float[][] to = model.parameterList().get(i).state();
                for (int slot = 0; slot < to.length; slot++) {
                    float[] from = state.get(i)[slot];
                    System.arraycopy(from, 0, to[slot], 0, from.length);
                }
            }
        }
    }

    static Loaded read(Path file, CompiledModel model, int slots, int figures) throws IOException {
        ModelFile.Contents contents = ModelFile.read(file, model);
        Safetensors tensors = contents.tensors();
        List<float[][]> state = new ArrayList<>();
        for (Parameter parameter : model.parameterList()) {
            float[][] of = new float[slots][];
            for (int slot = 0; slot < slots; slot++) {
                of[slot] = tensors.floats(name(parameter, slot), ModelFile.shape(parameter));
            }
            state.add(of);
        }
        long[] at = tensors.longs(POSITION, 4);
        double[] sums = tensors.doubles(SUMS, figures);
        List<History.Epoch> history = history(file, tensors, (int) at[0] - 1);
        return new Loaded(
                contents,
                state,
                new Position((int) at[0], (int) at[1], (int) at[2], at[3], sums, history),
                tensors.metadata(VALIDATION));
    }

    private static List<History.Epoch> history(Path file, Safetensors tensors, int epochs) throws IOException {
        String text = tensors.metadata(FIGURES);
        String[] names = text.isEmpty() ? new String[0] : text.split(" ");
        if (epochs < 0) {
            throw new ModelFileException(file.toString(), "an epoch from 1", String.valueOf(epochs + 1));
        }
        double[] figures = tensors.doubles(HISTORY, epochs, names.length);
        List<History.Epoch> history = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            Map<String, Double> of = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                of.put(names[i], figures[epoch * names.length + i]);
            }
            history.add(new History.Epoch(epoch + 1, of, Double.NaN, Double.NaN));
        }
        return history;
    }
}
