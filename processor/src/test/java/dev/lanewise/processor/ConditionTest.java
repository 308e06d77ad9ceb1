package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.ConditionalAutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.training.History;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models with a second input: against the interpreter, and in training. */
class ConditionTest {

    private static final int WIDTH = 12;
    private static final int CLASSES = 3;

    private static final String DECLARATION = Declarations.model("input = 12, condition = 3", """
            @Dense(units = 5) Tensor mean(Tensor input);
            @Dense(units = 5) Tensor logVariance(Tensor input);
            @Sampling(beta = 0.1) Tensor codings(Tensor mean, Tensor logVariance);
            """, """
            @Concat Tensor given(Tensor codings, Tensor condition);
            @Dense(units = 16, activation = TANH) Tensor hidden(Tensor given);
            @Dense(units = 12) Tensor output(Tensor hidden);
            """);

    private static CompiledModel create() throws ReflectiveOperationException {
        return ModelCompiler.compile(DECLARATION).create(3);
    }

    /** Each class is bright in a third of its own. */
    private static DataSet data(int rows) {
        Random random = new Random(rows);
        Matrix images = Matrix.zeros(rows, WIDTH);
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(CLASSES);
            for (int column = 0; column < WIDTH; column++) {
                float base = column / 4 == labels[row] ? 0.8f : 0;
                images.values()[row * WIDTH + column] = base + 0.2f * random.nextFloat();
            }
        }
        return DataSet.of(images).labelled(labels).conditionedOnLabels(CLASSES);
    }

    private static Training training(int threads) {
        return Training.with(new Nadam(0.01))
                .epochs(3)
                .batchSize(32)
                .seed(7)
                .threads(threads)
                .validation(data(45));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws ReflectiveOperationException {
        CompiledModel model = create();
        History history = model.fit(data(110), training(1));
        for (int threads = 2; threads <= 3; threads++) {
            CompiledModel other = create();
            assertEquals(
                    history.last().figures(),
                    other.fit(data(110), training(threads)).last().figures());
            model.parameters()
                    .forEach((name, values) -> assertArrayEquals(
                            values.values(), other.parameter(name).values(), name));
        }
    }

    @Test
    void modelDrawsWhatItIsAskedFor() throws ReflectiveOperationException {
        CompiledModel model = create();
        model.fit(data(600), training(1).epochs(60));
        for (int wanted = 0; wanted < CLASSES; wanted++) {
            Matrix drawn = sample(model, 50, Matrix.oneHot(CLASSES, wanted));
            double[] thirds = new double[CLASSES];
            for (int i = 0; i < drawn.values().length; i++) {
                thirds[i % WIDTH / 4] += drawn.values()[i] / (50 * 4);
            }
            int brightest = thirds[0] > thirds[1] ? thirds[0] > thirds[2] ? 0 : 2 : thirds[1] > thirds[2] ? 1 : 2;
            assertEquals(wanted, brightest, () -> Arrays.toString(thirds));
        }
    }

    private static Matrix sample(CompiledModel model, int count, Matrix condition) throws ReflectiveOperationException {
        return (Matrix) model.getClass()
                .getMethod("sample", int.class, long.class, Matrix.class)
                .invoke(model, count, 5, condition);
    }

    @Test
    void oneRowOfConditionHoldsForAll() throws ReflectiveOperationException {
        CompiledModel model = create();
        ConditionalAutoencoderModel conditional = (ConditionalAutoencoderModel) model;
        Matrix images = data(300).matrix();
        int[] labels = new int[300];
        Arrays.fill(labels, 2);
        assertEquals(
                conditional.reconstruct(images, Matrix.oneHot(CLASSES, labels)),
                conditional.reconstruct(images, Matrix.oneHot(CLASSES, 2)));
        assertEquals(sample(model, 300, Matrix.oneHot(CLASSES, labels)), sample(model, 300, Matrix.oneHot(CLASSES, 2)));
        assertEquals(0, sample(model, 0, Matrix.oneHot(CLASSES, 1)).rows());
        assertNotEquals(sample(model, 9, Matrix.oneHot(CLASSES, 1)), sample(model, 9, Matrix.oneHot(CLASSES, 2)));
    }

    @Test
    void eachRowHasItsOwnCondition() throws ReflectiveOperationException {
        ConditionalAutoencoderModel model = (ConditionalAutoencoderModel) create();
        DataSet data = data(700);
        Matrix images = data.matrix();
        Matrix all = model.reconstruct(images, data.conditions(0, 700));
        for (int row : new int[] {0, 1, 255, 256, 257, 511, 512, 699}) {
            Matrix alone = model.reconstruct(images.slice(row, row + 1), data.conditions(row, row + 1));
            assertEquals(alone, all.slice(row, row + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 103, 256, 257, 700})
    void resultIsWrittenIntoTheCallersMatrix(int rows) throws ReflectiveOperationException {
        ConditionalAutoencoderModel model = (ConditionalAutoencoderModel) create();
        Matrix images = rows == 0 ? Matrix.zeros(0, WIDTH) : data(rows).matrix();
        int[] labels = new int[rows];
        Arrays.setAll(labels, row -> row % CLASSES);
        Matrix codings = Matrix.zeros(rows, 5);
        Matrix decoded = Matrix.zeros(rows, WIDTH);
        Matrix reconstructed = Matrix.zeros(rows, WIDTH);
        for (Matrix condition : List.of(Matrix.oneHot(CLASSES, labels), Matrix.oneHot(CLASSES, 2))) {
            model.encodeInto(images, condition, codings);
            model.decodeInto(codings, condition, decoded);
            model.reconstructInto(images, condition, reconstructed);
            assertEquals(decoded, reconstructed);
            for (int row = 0; row < rows; row++) {
                Matrix own = condition.rows() == 1 ? condition : condition.slice(row, row + 1);
                assertEquals(model.encode(images.slice(row, row + 1), own), codings.slice(row, row + 1));
                assertEquals(model.reconstruct(images.slice(row, row + 1), own), decoded.slice(row, row + 1));
            }
        }
    }

    @Test
    void resultIsNotWrittenOverTheCondition() throws ReflectiveOperationException {
        ConditionalAutoencoderModel model = (ConditionalAutoencoderModel)
                ModelCompiler.compile(DECLARATION.replace("condition = 3", "condition = 12"))
                        .create(3);
        Matrix images = Matrix.zeros(4, WIDTH);
        Matrix condition = Matrix.zeros(4, WIDTH);
        refused(
                "the result must not be written over what it is computed from",
                () -> model.reconstructInto(images, condition, condition));
        refused(
                "reconstructions must be 4 × 12 to hold the result of Sample, was 4 × 5",
                () -> model.reconstructInto(images, condition, Matrix.zeros(4, 5)));
    }

    @Test
    void encoderThatDoesNotTakeTheConditionNeedsNone() throws ReflectiveOperationException {
        CompiledModel model = create();
        Matrix images = data(5).matrix();
        assertEquals(
                model.encode(images), ((ConditionalAutoencoderModel) model).encode(images, Matrix.oneHot(CLASSES, 0)));
    }

    @Test
    void conditionsThatAreMissingOrMisshapenAreRefused() throws ReflectiveOperationException {
        CompiledModel model = create();
        ConditionalAutoencoderModel conditional = (ConditionalAutoencoderModel) model;
        Matrix codings = Matrix.zeros(4, 5);
        Matrix images = Matrix.zeros(4, WIDTH);
        refused(
                "condition must be given, 3 values for each row of codings: Sample takes one",
                () -> model.decode(codings));
        refused(
                "condition must be given, 3 values for each row of images: Sample takes one",
                () -> model.reconstruct(images));
        refused(
                "condition must have rows of 3 values for Sample, has 2",
                () -> conditional.decode(codings, Matrix.zeros(4, 2)));
        refused(
                "condition must have 4 rows, one for each other row, or a single one, has 3",
                () -> conditional.reconstruct(images, Matrix.zeros(3, 3)));
        refused(
                "condition must be finite, is NaN at row 1, column 2",
                () -> conditional.encode(images.slice(0, 2), Matrix.of(2, 3, 0, 0, 0, 0, 0, Float.NaN)));
        String needed = " values, the condition of Sample (see DataSet.conditionedOn), has ";
        refused(
                "data must carry conditions of 3" + needed + "none",
                () -> model.fit(DataSet.of(data(40).matrix()), training(1)));
        refused(
                "validation data must carry conditions of 3" + needed + "4",
                () -> model.fit(data(40), training(1).validation(data(9).conditionedOnLabels(4))));
        refused(
                "data must carry conditions of 3" + needed + "none",
                () -> model.evaluate(DataSet.of(data(40).matrix()), training(1)));
    }

    private static void refused(String text, Executable call) {
        assertEquals(text, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void resumedRunEndsWithTheSameBits(@TempDir Path folder) throws ReflectiveOperationException, IOException {
        CompiledModel whole = create();
        whole.fit(data(110), training(1));
        CompiledModel stopped = create();
        Path checkpoint = folder.resolve("checkpoint");
        stopped.fit(data(110), training(1).epochs(2).checkpoint(checkpoint));
        CompiledModel resumed = create();
        resumed.resume(checkpoint, data(110), training(2));
        assertEquals(whole.parameters(), resumed.parameters());
        assertEquals(whole.provenance(), resumed.provenance());
        DataSet others = data(110).conditionedOn(Matrix.zeros(110, CLASSES));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> create().resume(checkpoint, others, training(1)))
                .getMessage();
        assertTrue(message.startsWith("the fingerprint of the data must be that of the checkpoint"), message);
    }

    @Test
    void savedModelIsOfItsCondition(@TempDir Path folder) throws ReflectiveOperationException, IOException {
        ModelCompiler.Compiled compiled = ModelCompiler.compile(DECLARATION);
        CompiledModel model = compiled.create(3);
        model.fit(data(110), training(1));
        Path file = folder.resolve("model");
        model.save(file);
        CompiledModel loaded =
                (CompiledModel) model.getClass().getMethod("load", Path.class).invoke(null, file);
        assertEquals(model.parameters(), loaded.parameters());
        assertEquals(model.provenance(), loaded.provenance());
        assertTrue(model.structure().startsWith("autoencoder input=12 condition=3 loss=mse\n"), model.structure());
        assertTrue(
                model.structure().contains("generation.given = concat(recognition.codings, condition)\n"),
                model.structure());
    }

    @Test
    void bothPartsMayTakeTheCondition() throws ReflectiveOperationException {
        ModelCheck.check("input = 7, condition = 3", """
                @Concat Tensor given(Tensor input, Tensor condition);
                @Dense(units = 6, activation = TANH) Tensor hidden(Tensor given);
                @Dense(units = 4) Tensor mean(Tensor hidden);
                @Dense(units = 4) Tensor logVariance(Tensor hidden);
                @Sampling Tensor codings(Tensor mean, Tensor logVariance);
                """, """
                @Concat Tensor given(Tensor codings, Tensor condition);
                @Dense(units = 8, activation = RELU) Tensor hidden(Tensor given);
                @Dense(units = 7) Tensor output(Tensor hidden);
                """);
    }

    @Test
    void decoderAloneMayTakeTheCondition() throws ReflectiveOperationException {
        ModelCheck.check(
                "input = 7, condition = {2, 2}, loss = Loss.BINARY_CROSS_ENTROPY",
                "@Dense(units = 5, activation = SILU) Tensor codings(Tensor input);",
                """
                @Dense(units = 5, activation = GELU) Tensor embedded(Tensor condition);
                @Add Tensor given(Tensor codings, Tensor embedded);
                @Dropout(0.5) Tensor thin(Tensor condition);
                @Concat Tensor more(Tensor thin, Tensor given);
                @Dense(units = 7, activation = SIGMOID) Tensor output(Tensor more);
                """);
    }

    @Test
    void encoderAloneMayTakeTheCondition() throws ReflectiveOperationException {
        ModelCheck.check("condition = 1, input = 6", """
                @Dense(units = 6, activation = ELU) Tensor shift(Tensor condition);
                @GaussianNoise(0.3) Tensor noisy(Tensor condition);
                @Add Tensor shifted(Tensor input, Tensor shift);
                @Concat Tensor given(Tensor noisy, Tensor shifted);
                @Dense(units = 3, activation = TANH) Tensor hidden(Tensor given);
                @Add Tensor codings(Tensor hidden, Tensor twin);
                @Dense(units = 3) Tensor twin(Tensor given);
                """, "@Dense(units = 6) Tensor output(Tensor codings);");
    }

    @Test
    void conditionMayBeAsWideAsAnythingElse() throws ReflectiveOperationException {
        ModelCheck.check("input = 5, condition = 5", """
                @Dense(units = 5) Tensor first(Tensor input);
                @Add Tensor codings(Tensor condition, Tensor first, Tensor input);
                """, """
                @Dense(units = 5) Tensor hidden(Tensor codings);
                @Add Tensor output(Tensor condition, Tensor hidden);
                """);
    }
}
