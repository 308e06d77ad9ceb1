package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.training.History;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Sgd;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingDivergedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the models of the family do in training, beyond their gradients. */
class FamilyTrainingTest {

    private static final int WIDTH = 23;

    /** One model of each kind. */
    private enum Kind {
        GAUSSIAN_DENOISER("""
                @GaussianNoise(0.2) Tensor corrupted(Tensor input);
                @Dense(units = 17, activation = RELU) Tensor codings(Tensor corrupted);
                """),
        SPARSE_L1("""
                @Dense(units = 17, activation = SIGMOID) Tensor hidden(Tensor input);
                @ActivityRegularization(l1 = 1e-2, l2 = 1e-3) Tensor codings(Tensor hidden);
                """),
        SPARSE_KL("""
                @Dense(units = 17, activation = SIGMOID) Tensor hidden(Tensor input);
                @KlSparsity(weight = 5e-2, target = 0.1) Tensor codings(Tensor hidden);
                """),
        VARIATIONAL("""
                @Dense(units = 17) Tensor mean(Tensor input);
                @Dense(units = 17) Tensor logVariance(Tensor input);
                @Sampling Tensor codings(Tensor mean, Tensor logVariance);
                """),
        MERGED("""
                @Dense(units = 23, activation = TANH) Tensor hidden(Tensor input);
                @Add Tensor skipped(Tensor hidden, Tensor input);
                @Dense(units = 9) Tensor left(Tensor skipped);
                @Dense(units = 8, activation = RELU) Tensor right(Tensor skipped);
                @Concat Tensor codings(Tensor left, Tensor right, Tensor hidden);
                """),
        TIED("@Dense(units = 17, activation = RELU) Tensor codings(Tensor input);");

        private final String encoder;

        Kind(String encoder) {
            this.encoder = encoder;
        }

        CompiledModel create() throws ReflectiveOperationException {
            return model(
                    encoder,
                    this == TIED
                            ? "@DenseTransposed(of = \"codings\") Tensor output(Tensor codings);"
                            : "@Dense(units = 23) Tensor output(Tensor codings);");
        }
    }

    private static CompiledModel model(String encoder, String decoder) throws ReflectiveOperationException {
        return ModelCompiler.compile(Declarations.model("input = " + WIDTH, encoder, decoder))
                .create(3);
    }

    private static DataSet data(int rows) {
        Random random = new Random(rows);
        Matrix matrix = Matrix.zeros(rows, WIDTH);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextFloat();
        }
        return DataSet.of(matrix);
    }

    private static Training training(int threads) {
        return Training.with(new Nadam(0.01))
                .epochs(2)
                .batchSize(32)
                .seed(7)
                .threads(threads)
                .validation(data(45));
    }

    /** The last batch has 14 rows, of which a third worker gets none. */
    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBits(Kind kind) throws ReflectiveOperationException {
        CompiledModel model = kind.create();
        History history = model.fit(data(110), training(1));
        for (int threads = 2; threads <= 3; threads++) {
            CompiledModel other = kind.create();
            History otherHistory = other.fit(data(110), training(threads));
            model.parameters()
                    .forEach((name, values) -> assertArrayEquals(
                            values.values(), other.parameter(name).values(), name));
            for (int epoch = 0; epoch < 2; epoch++) {
                assertEquals(
                        history.epochs().get(epoch).figures(),
                        otherHistory.epochs().get(epoch).figures());
            }
        }
    }

    @Test
    void penaltiesAreColumnsOfTheHistory() throws ReflectiveOperationException {
        assertEquals(List.of("loss", "mse", "val_loss", "val_mse"), columns(Kind.GAUSSIAN_DENOISER.create()));
        assertEquals(
                List.of("loss", "mse", "activity_regularization", "val_loss", "val_mse", "val_activity_regularization"),
                columns(Kind.SPARSE_L1.create()));
        assertEquals(
                List.of("loss", "mse", "kl_sparsity", "val_loss", "val_mse", "val_kl_sparsity"),
                columns(Kind.SPARSE_KL.create()));
        assertEquals(
                List.of("loss", "mse", "latent_loss", "val_loss", "val_mse", "val_latent_loss", "val_mse_mean"),
                columns(Kind.VARIATIONAL.create()));
    }

    @Test
    void severalPenaltiesOfAKindAreToldApartByTheirLayers() throws ReflectiveOperationException {
        CompiledModel model = model("""
                @Dense(units = 9, activation = SIGMOID) Tensor hidden(Tensor input);
                @KlSparsity(weight = 1, target = 0.1) Tensor sparse(Tensor hidden);
                @ActivityRegularization(l1 = 1) Tensor codings(Tensor sparse);
                """, """
                @ActivityRegularization(l2 = 1) Tensor small(Tensor codings);
                @Dense(units = 23) Tensor output(Tensor small);
                """);
        assertEquals(
                List.of(
                        "loss",
                        "mse",
                        "kl_sparsity",
                        "activity_regularization_recognition_codings",
                        "activity_regularization_generation_small"),
                columns(model).subList(0, 5));
    }

    private static List<String> columns(CompiledModel model) {
        History history = model.fit(data(40), training(1));
        return List.copyOf(history.epochs().getFirst().figures().keySet());
    }

    /** Each batch's mean is over its own rows: rows that are all alike have the same penalty in any batch. */
    @Test
    void shorterBatchIsAveragedOverItsOwnRows() throws ReflectiveOperationException {
        CompiledModel model = Kind.SPARSE_KL.create();
        Matrix rows = Matrix.zeros(45, WIDTH);
        Arrays.fill(rows.values(), 0.5f);
        double weight = 5e-2;
        double divergence = 0;
        for (float q : Arrays.copyOf(model.encode(rows).values(), 17)) {
            divergence += 0.1 * Math.log(0.1 / q) + 0.9 * Math.log(0.9 / (1 - q));
        }
        // 32 rows whose penalty is divided by 32, and 13 whose penalty is divided by 13, averaged over 45.
        double expected = weight * 2 * divergence / 45;
        Map<String, Double> figures = model.evaluate(DataSet.of(rows), training(2));
        assertEquals(expected, figures.get("kl_sparsity"), 1e-6 * expected);
    }

    /** Sigmoids of −200 are exactly 0, those of 200 exactly 1: clipped, they cost much and give no gradient. */
    @Test
    void unitsThatAreAlwaysOffOrOnDoNotBreakTraining() throws ReflectiveOperationException {
        CompiledModel model = Kind.SPARSE_KL.create();
        Matrix bias = Matrix.zeros(1, 17);
        Arrays.fill(bias.values(), 0, 5, -200);
        Arrays.fill(bias.values(), 5, 9, 200);
        model.setParameter("recognition.hidden.bias", bias);
        model.setParameter("recognition.hidden.weight", Matrix.zeros(WIDTH, 17));
        assertEquals(0, model.encode(Matrix.zeros(1, WIDTH)).get(0, 0));
        assertEquals(1, model.encode(Matrix.zeros(1, WIDTH)).get(0, 5));
        double off = 0.1 * Math.log(0.1 / 1e-7) + 0.9 * Math.log(0.9 / (1 - 1e-7));
        double on = 0.1 * Math.log(0.1 / (1 - 1e-7)) + 0.9 * Math.log(0.9 / 1e-7);
        double half = 0.1 * Math.log(0.1 / 0.5) + 0.9 * Math.log(0.9 / 0.5);
        double expected = 5e-2 * (5 * off + 4 * on + 8 * half) / 32;
        assertEquals(expected, model.evaluate(data(32), training(1)).get("kl_sparsity"), 1e-6 * expected);
        History history = model.fit(data(64), training(1));
        for (double figure : history.epochs().getLast().figures().values()) {
            assertTrue(Double.isFinite(figure), history::toString);
        }
        model.parameters().forEach((name, values) -> {
            for (float value : values.values()) {
                assertTrue(Float.isFinite(value), name);
            }
        });
        assertEquals(-200, model.parameter("recognition.hidden.bias").get(0, 0));
    }

    /** exp(90) is beyond a float, the deviation exp(45) and the sample are not. */
    @Test
    void varianceThatOverflowsStopsTrainingAndNamesTheLayer() throws ReflectiveOperationException {
        for (float logVariance : new float[] {90, 200}) {
            CompiledModel model = Kind.VARIATIONAL.create();
            Matrix bias = Matrix.zeros(1, 17);
            bias.values()[2] = logVariance;
            model.setParameter("recognition.logVariance.bias", bias);
            if (logVariance < 100) {
                // What is drawn must not reach the output, whose squares would overflow first.
                model.setParameter("generation.output.weight", Matrix.zeros(17, WIDTH));
            }
            Map<String, Matrix> before = new TreeMap<>(model.parameters());
            TrainingDivergedException thrown =
                    assertThrows(TrainingDivergedException.class, () -> model.fit(data(64), training(2)));
            assertEquals("recognition.codings", thrown.layer());
            assertEquals(1, thrown.step());
            model.parameters()
                    .forEach(
                            (name, values) -> assertArrayEquals(before.get(name).values(), values.values(), name));
        }
    }

    @Test
    void samplesAreDecodedFromStandardNormalCodings() throws ReflectiveOperationException {
        CompiledModel model = model("""
                @Dense(units = 23) Tensor mean(Tensor input);
                @Dense(units = 23) Tensor logVariance(Tensor input);
                @Sampling Tensor drawn(Tensor mean, Tensor logVariance);
                @ActivityRegularization(l2 = 1e-3) Tensor codings(Tensor drawn);
                """, "@Dense(units = 23) Tensor output(Tensor codings);");
        Matrix identity = Matrix.zeros(23, 23);
        for (int i = 0; i < 23; i++) {
            identity.values()[24 * i] = 1;
        }
        model.setParameter("generation.output.weight", identity);
        Matrix codings = sample(model, 4000, 5);
        double sum = 0;
        double squares = 0;
        for (float value : codings.values()) {
            sum += value;
            squares += value * value;
        }
        int n = codings.values().length;
        assertEquals(0, sum / n, 4 / Math.sqrt(n));
        assertEquals(1, squares / n, 4 * Math.sqrt(2.0 / n));
        Matrix fewer = sample(model, 21, 5);
        assertArrayEquals(Arrays.copyOf(codings.values(), fewer.values().length), fewer.values());
        assertEquals(0, sample(model, 0, 5).rows());
        Matrix others = sample(model, 21, 6);
        assertTrue(!Arrays.equals(fewer.values(), others.values()));
    }

    private static Matrix sample(CompiledModel model, int count, long seed) throws ReflectiveOperationException {
        return (Matrix)
                model.getClass().getMethod("sample", int.class, long.class).invoke(model, count, seed);
    }

    @Test
    void onlyModelsThatDrawTheirCodingsCanBeSampled() throws ReflectiveOperationException {
        Class<?> type = Kind.SPARSE_KL.create().getClass();
        assertThrows(NoSuchMethodException.class, () -> type.getMethod("sample", int.class, long.class));
    }

    @Test
    void structureSaysAllThatTrainingFollowsFrom() throws ReflectiveOperationException {
        String text = model("""
                @GaussianNoise(0.2) Tensor corrupted(Tensor input);
                @Dense(units = 9, activation = SIGMOID) Tensor hidden(Tensor corrupted);
                @KlSparsity(weight = 5e-3, target = 0.1, per = Per.BATCH) Tensor sparse(Tensor hidden);
                @ActivityRegularization(l1 = 1e-4) Tensor mean(Tensor sparse);
                @Dense(units = 9) Tensor logVariance(Tensor hidden);
                @Sampling(beta = 0.5) Tensor codings(Tensor mean, Tensor logVariance);
                """, "@DenseTransposed(of = \"hidden\", activation = TANH) Tensor output(Tensor codings);")
                .structure();
        assertEquals("""
                autoencoder input=23 loss=mse
                recognition.corrupted = gaussian_noise(input) stddev=0.2
                recognition.hidden = dense(recognition.corrupted) units=9 activation=sigmoid
                recognition.sparse = kl_sparsity(recognition.hidden) weight=0.005 target=0.1 per=batch
                recognition.mean = activity_regularization(recognition.sparse) l1=1.0E-4 l2=0.0 per=sample
                recognition.logVariance = dense(recognition.hidden) units=9 activation=linear
                recognition.codings = sampling(recognition.mean, recognition.logVariance) beta=0.5
                generation.output = dense_transposed(recognition.codings) of=recognition.hidden activation=tanh
                """, text);
    }

    @Test
    void modelsOfTheFamilyLearn() throws ReflectiveOperationException {
        for (Kind kind : Kind.values()) {
            CompiledModel model = kind.create();
            DataSet data = data(64);
            double before = model.evaluate(data, training(1)).get("mse");
            model.fit(data, Training.with(new Sgd(0.5)).epochs(20).batchSize(16).seed(1));
            double after = model.evaluate(data, training(1)).get("mse");
            assertTrue(after < before, kind + ": from " + before + " to " + after);
        }
    }
}
