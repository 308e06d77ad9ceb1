package dev.lanewise.examples.cli;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.examples.ConditionalModel;
import dev.lanewise.examples.DropoutDenoiser;
import dev.lanewise.examples.DropoutDenoiserModel;
import dev.lanewise.examples.GaussianDenoiserModel;
import dev.lanewise.examples.HashingModel;
import dev.lanewise.examples.SparseKlModel;
import dev.lanewise.examples.SparseL1Model;
import dev.lanewise.examples.StackedAutoencoderModel;
import dev.lanewise.examples.TiedModel;
import dev.lanewise.examples.VariationalModel;
import dev.lanewise.examples.cli.ModelEntry.Defaults;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The models of the command line. A new one is a declaration beside {@link DropoutDenoiser}, and an entry here. */
final class Models {
    /** Rows and columns of the images that all models take. */
    static final int SIDE = 28;

    /** How many classes of images there are, for the models that are told of them. */
    static final int CLASSES = 10;

    private static final List<ModelEntry<?>> ALL = List.of(
            new ModelEntry<>(
                    "stacked",
                    "Stacked autoencoder",
                    StackedAutoencoderModel::create,
                    StackedAutoencoderModel::load,
                    Defaults.nadam(32, 20).decayFrom(0.5),
                    new Kind.Plain<>()),
            new ModelEntry<>(
                    "dropout-denoiser",
                    "Dropout denoiser",
                    DropoutDenoiserModel::create,
                    DropoutDenoiserModel::load,
                    Defaults.nadam(32, 10),
                    // Dropout doubles the pixels that it keeps; they are shown as they were.
                    new Kind.Denoiser<>((model, images, seed) ->
                            times(0.5f, model.recognition(images, seed).corrupted()))),
            new ModelEntry<>(
                    "gaussian-denoiser",
                    "Gaussian denoiser",
                    GaussianDenoiserModel::create,
                    GaussianDenoiserModel::load,
                    Defaults.nadam(32, 10),
                    new Kind.Denoiser<>((model, images, seed) ->
                            model.recognition(images, seed).corrupted())),
            new ModelEntry<>(
                    "sparse-l1",
                    "Sparse autoencoder (L1)",
                    SparseL1Model::create,
                    SparseL1Model::load,
                    Defaults.nadam(32, 10),
                    new Kind.Sparse<>(0)),
            new ModelEntry<>(
                    "sparse-kl",
                    "Sparse autoencoder (KL divergence)",
                    SparseKlModel::create,
                    SparseKlModel::load,
                    Defaults.nadam(32, 10),
                    new Kind.Sparse<>(0.1)),
            new ModelEntry<>(
                    "variational",
                    "Variational autoencoder",
                    VariationalModel::create,
                    VariationalModel::load,
                    Defaults.nadam(128, 25).decayFrom(0.4).latentWarmUp(0.18, 24),
                    new Kind.Variational<>(Models::gaussian, VariationalModel::sample)),
            new ModelEntry<>(
                    "conditional",
                    "Conditional variational autoencoder",
                    ConditionalModel::create,
                    ConditionalModel::load,
                    Defaults.nadam(128, 25),
                    new Kind.Conditional<>(Models::gaussian, ConditionalModel::sample)),
            new ModelEntry<>(
                    "tied",
                    "Tied autoencoder",
                    TiedModel::create,
                    TiedModel::load,
                    Defaults.nadam(32, 10),
                    new Kind.Plain<>()),
            new ModelEntry<>(
                    "hashing",
                    "Hashing autoencoder",
                    HashingModel::create,
                    HashingModel::load,
                    Defaults.nadam(32, 10).learningRate(5e-4),
                    new Kind.Hashing<>()));

    private Models() {}

    static ModelEntry<?> first() {
        return ALL.getFirst();
    }

    static List<ModelEntry<?>> all() {
        return ALL;
    }

    /** The names of those that make images up. */
    static List<String> sampled() {
        return ALL.stream()
                .filter(entry -> entry.kind().samples().isPresent())
                .map(ModelEntry::name)
                .toList();
    }

    static List<String> names() {
        return ALL.stream().map(ModelEntry::name).toList();
    }

    static Optional<ModelEntry<?>> named(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** One-hot rows: the first class, the second …, and from the start again. */
    static Matrix classesInTurn(int count) {
        return Matrix.oneHot(
                CLASSES, IntStream.range(0, count).map(i -> i % CLASSES).toArray());
    }

    private static Kind.Gaussian gaussian(ConditionalModel model, DataSet images) {
        ConditionalModel.Recognition values = model.recognition(images.matrix(), images.conditions(0, images.rows()));
        return new Kind.Gaussian(values.mean(), values.logVariance());
    }

    private static Kind.Gaussian gaussian(VariationalModel model, DataSet images) {
        VariationalModel.Recognition values = model.recognition(images.matrix());
        return new Kind.Gaussian(values.mean(), values.logVariance());
    }

    private static Matrix times(float factor, Matrix matrix) {
        float[] values = matrix.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Matrix.wrap(matrix.rows(), matrix.columns(), values);
    }
}
