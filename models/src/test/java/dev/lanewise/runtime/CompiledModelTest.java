package dev.lanewise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.file.ModelFileException;
import dev.lanewise.training.Adam;
import dev.lanewise.training.History;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Sgd;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingDivergedException;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledModelTest {

    private static final Matrix IMAGES = images(103);
    private static final DataSet DATA = DataSet.of(IMAGES);

    private static Matrix images(int rows) {
        SplittableRandom random = new SplittableRandom(7);
        Matrix images = Matrix.zeros(rows, TinyModel.INPUTS);
        for (int i = 0; i < images.values().length; i++) {
            images.values()[i] = (float) random.nextDouble();
        }
        return images;
    }

    private static Training training() {
        return Training.with(new Nadam(0.01)).epochs(3).batchSize(16).seed(5).validation(DATA.slice(0, 30));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void theNumberOfThreadsChangesNoBit(int threads) {
        TinyModel one = TinyModel.create(1);
        TinyModel several = TinyModel.create(1);
        History historyOfOne = one.fit(DATA, training());
        History historyOfSeveral = several.fit(DATA, training().threads(threads));
        assertEquals(one.parameters(), several.parameters());
        for (int epoch = 0; epoch < 3; epoch++) {
            assertEquals(
                    historyOfOne.epochs().get(epoch).figures(),
                    historyOfSeveral.epochs().get(epoch).figures());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void trainingAsksForTheMemoryOfEveryRowBeforeItReadsIt(int threads) {
        Set<Integer> asked = ConcurrentHashMap.newKeySet();
        List<Integer> inSteps = new ArrayList<>();
        List<Integer> unasked = Collections.synchronizedList(new ArrayList<>());
        DataSet watched = new DataSet() {
            @Override
            public int rows() {
                return DATA.rows();
            }

            @Override
            public int columns() {
                return DATA.columns();
            }

            @Override
            public void prefetch(int row) {
                asked.add(row);
            }

            @Override
            public void read(int row, float[] destination, int offset) {
                if (!asked.contains(row)) {
                    unasked.add(row);
                }
                DATA.read(row, destination, offset);
            }
        };
        TinyModel.create(1)
                .fit(
                        watched,
                        Training.with(new Nadam())
                                .epochs(1)
                                .batchSize(16)
                                .threads(threads)
                                .listener(new TrainingListener() {
                                    @Override
                                    public void stepEnded(TrainingProgress progress) {
                                        inSteps.addAll(unasked);
                                    }
                                }));
        assertEquals(List.of(), inSteps);
        assertEquals(DATA.rows(), asked.size());
    }

    @Test
    void trainingLowersTheLossAndReportsItInOrder() {
        History history = TinyModel.create(1).fit(DATA, training().epochs(20));
        assertEquals(20, history.epochs().size());
        assertEquals(
                List.of("loss", "mse", "val_loss", "val_mse"),
                List.copyOf(history.last().figures().keySet()));
        assertTrue(history.last().figure("val_loss")
                < 0.5 * history.epochs().getFirst().figure("val_loss"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 103, 256, 257, 1000})
    void aResultIsWrittenIntoTheCallersMatrixRowByRowTheSame(int rows) {
        TinyModel model = TinyModel.create(1);
        Matrix images = images(rows);
        Matrix codings = Matrix.zeros(rows, TinyModel.CODINGS);
        Matrix decoded = Matrix.zeros(rows, TinyModel.INPUTS);
        Matrix reconstructed = Matrix.zeros(rows, TinyModel.INPUTS);
        model.encodeInto(images, codings);
        model.decodeInto(codings, decoded);
        model.reconstructInto(images, reconstructed);
        assertEquals(decoded, reconstructed);
        for (int row = 0; row < rows; row++) {
            assertEquals(model.encode(images.slice(row, row + 1)), codings.slice(row, row + 1));
            assertEquals(model.reconstruct(images.slice(row, row + 1)), decoded.slice(row, row + 1));
        }
    }

    @Test
    void aMatrixThatCannotHoldTheResultIsRefused() {
        TinyModel model = TinyModel.create(1);
        Matrix fewer = Matrix.zeros(102, TinyModel.CODINGS);
        Matrix wider = Matrix.zeros(103, TinyModel.CODINGS + 1);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> model.encodeInto(IMAGES, fewer))
                .getMessage()
                .startsWith("codings must be 103 × " + TinyModel.CODINGS));
        assertThrows(IllegalArgumentException.class, () -> model.encodeInto(IMAGES, wider));
        assertThrows(IllegalArgumentException.class, () -> model.reconstructInto(IMAGES, IMAGES));
    }

    @Test
    void evaluationAgreesWithTheMeanSquaredErrorOfReconstructions() {
        TinyModel model = TinyModel.create(3);
        Matrix again = model.reconstruct(IMAGES);
        double sum = IntStream.range(0, IMAGES.values().length)
                .mapToDouble(i -> Math.pow((double) again.values()[i] - IMAGES.values()[i], 2))
                .sum();
        Map<String, Double> figures = model.evaluate(DATA, training());
        assertEquals(sum / IMAGES.values().length, figures.get("mse"), 1e-7);
        assertEquals(figures.get("mse"), figures.get("loss"));
    }

    @Test
    void aRowIsEncodedTheSameAloneAndAmongOthers() {
        TinyModel model = TinyModel.create(3);
        Matrix many = images(600);
        Matrix codings = model.encode(many);
        for (int row = 0; row < many.rows(); row += 37) {
            assertEquals(codings.slice(row, row + 1), model.encode(many.slice(row, row + 1)));
        }
        assertEquals(model.reconstruct(many), model.decode(codings));
    }

    @Test
    void noiseFollowsFromItsSeed() {
        TinyModel model = TinyModel.create(3);
        assertEquals(model.encode(IMAGES, 9), model.encode(IMAGES, 9));
        assertNotEquals(model.encode(IMAGES, 9), model.encode(IMAGES, 10));
        assertNotEquals(model.encode(IMAGES, 9), model.encode(IMAGES));
        List<Matrix> values = model.encoderValues(IMAGES, 9);
        assertEquals(model.encode(IMAGES, 9), values.get(1));
        assertEquals(IMAGES, model.encoderValues(IMAGES).get(0));
        long dropped = IntStream.range(0, IMAGES.values().length)
                .filter(i -> values.get(0).values()[i] == 0)
                .count();
        assertEquals(0.25, dropped / (double) IMAGES.values().length, 0.05);
    }

    @Test
    void inferenceIsRefusedWhileTheModelTrainsAndASnapshotServes() {
        TinyModel model = TinyModel.create(1);
        List<Matrix> snapshots = new ArrayList<>();
        model.fit(DATA, training().listener(new TrainingListener() {
            @Override
            public void stepEnded(TrainingProgress progress) {
                CompletionException refused = assertThrows(
                        CompletionException.class,
                        () -> CompletableFuture.supplyAsync(() -> model.encode(IMAGES))
                                .join());
                assertEquals(IllegalStateException.class, refused.getCause().getClass());
                AutoencoderModel snapshot = progress.snapshot();
                snapshots.add(snapshot.encode(IMAGES));
            }
        }));
        assertEquals(3 * 7, snapshots.size());
        assertEquals(model.encode(IMAGES), snapshots.getLast());
    }

    @Test
    void aListenerMayStopTheRun() {
        TinyModel model = TinyModel.create(1);
        History history = model.fit(DATA, training().epochs(50).threads(2).listener(new TrainingListener() {
            @Override
            public void epochEnded(TrainingProgress progress, History.Epoch epoch) {
                if (epoch.epoch() == 4) {
                    progress.stop();
                }
            }
        }));
        TinyModel straight = TinyModel.create(1);
        straight.fit(DATA, training().epochs(4));
        assertEquals(4, history.epochs().size());
        assertEquals(straight.parameters(), model.parameters());
    }

    @Test
    void aDivergingRunEndsWithTheStepAndLayerAndFiniteParameters() {
        TinyModel model = TinyModel.create(1);
        TrainingDivergedException diverged = assertThrows(
                TrainingDivergedException.class,
                () -> model.fit(
                        DATA,
                        Training.with(new Sgd(1e18)).epochs(50).batchSize(16).threads(2)));
        assertTrue(diverged.getMessage().contains("step " + diverged.step()), diverged.getMessage());
        assertTrue(diverged.layer().startsWith("decoder")
                || diverged.layer().startsWith("coder")
                || diverged.layer().equals("the loss itself"));
        assertEquals(TinyModel.CODINGS, model.encode(IMAGES).columns());
    }

    @Test
    void aSavedModelComesBackBitForBit(@TempDir Path folder) throws IOException {
        TinyModel model = TinyModel.create(4);
        Path file = folder.resolve("tiny.safetensors");
        model.save(file);
        assertEquals(model.parameters(), TinyModel.load(file).parameters());
        byte[] first = Files.readAllBytes(file);
        model.save(file);
        assertEquals(-1, java.util.Arrays.mismatch(first, Files.readAllBytes(file)));
        Files.write(file, java.util.Arrays.copyOf(first, first.length - 1));
        assertThrows(ModelFileException.class, () -> TinyModel.load(file));
    }

    @Test
    void mistakesAreNamedAtTheCall() {
        TinyModel model = TinyModel.create(1);
        assertMessage(
                "batchSize must be at most the data's 103 rows, was 104",
                () -> model.fit(DATA, training().batchSize(104)));
        assertMessage("images must have rows of 12 values for Tiny, has 5", () -> model.encode(Matrix.zeros(2, 5)));
        Matrix bad = Matrix.zeros(2, 12);
        bad.values()[17] = Float.NaN;
        assertMessage("images must be finite, is NaN at row 1, column 5", () -> model.encode(bad));
        Matrix large = Matrix.zeros(1000, 12);
        large.values()[12 * 900 + 3] = Float.NEGATIVE_INFINITY;
        large.values()[12 * 700 + 11] = Float.NaN;
        large.values()[12 * 700 + 10] = Float.POSITIVE_INFINITY;
        assertMessage("images must be finite, is Infinity at row 700, column 10", () -> model.encode(large));
        assertMessage("epochs must be at least 1, was 0", () -> training().epochs(0));
        assertMessage("learningRate must be a positive number, was -1.0", () -> new Adam(-1));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
