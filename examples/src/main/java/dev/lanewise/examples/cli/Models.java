package dev.lanewise.examples.cli;

import dev.lanewise.Matrix;
import dev.lanewise.examples.DropoutDenoiser;
import dev.lanewise.examples.DropoutDenoiserModel;
import dev.lanewise.examples.cli.ModelEntry.Defaults;
import java.util.List;
import java.util.Optional;

/** The models of the command line. A new one is a declaration beside {@link DropoutDenoiser}, and an entry here. */
final class Models {
    /** Rows and columns of the images that all models take. */
    static final int SIDE = 28;

    private static final List<ModelEntry<?>> ALL = List.of(new ModelEntry<>(
            "dropout-denoiser",
            "Dropout denoiser",
            DropoutDenoiserModel::create,
            DropoutDenoiserModel::load,
            Defaults.nadam(32, 10),
            // Dropout doubles the pixels that it keeps; they are shown as they were.
            Optional.of((model, images, seed) ->
                    times(0.5f, model.recognition(images, seed).corrupted()))));

    private Models() {}

    static ModelEntry<?> first() {
        return ALL.getFirst();
    }

    static List<String> names() {
        return ALL.stream().map(ModelEntry::name).toList();
    }

    static Optional<ModelEntry<?>> named(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private static Matrix times(float factor, Matrix matrix) {
        float[] values = matrix.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Matrix.wrap(matrix.rows(), matrix.columns(), values);
    }
}
