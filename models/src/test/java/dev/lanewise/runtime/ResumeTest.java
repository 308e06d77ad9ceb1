package dev.lanewise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.file.ModelFileException;
import dev.lanewise.training.Adam;
import dev.lanewise.training.CosineDecay;
import dev.lanewise.training.History;
import dev.lanewise.training.LatentWarmUp;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Optimizer;
import dev.lanewise.training.Provenance;
import dev.lanewise.training.RmsProp;
import dev.lanewise.training.Sgd;
import dev.lanewise.training.Training;
import dev.lanewise.training.TrainingListener;
import dev.lanewise.training.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is stopped and resumed ends with the bits of one that was never stopped. */
class ResumeTest {

    /** 100 rows in batches of 16: six full steps and one of four rows. */
    private static final int STEPS = 7;

    private static final int EPOCHS = 4;
    private static final DataSet DATA = data(100);

    @TempDir
    Path folder;

    private static DataSet data(int rows) {
        SplittableRandom random = new SplittableRandom(11);
        Matrix images = Matrix.zeros(rows, TinyModel.INPUTS);
        for (int i = 0; i < images.values().length; i++) {
            images.values()[i] = (float) random.nextDouble();
        }
        return DataSet.of(images);
    }

    private static Training training(Optimizer optimizer) {
        return Training.with(optimizer).epochs(EPOCHS).batchSize(16).seed(3).validation(DATA.slice(0, 40));
    }

    private static TrainingListener stopAfter(long steps) {
        return new TrainingListener() {
            private long taken;

            @Override
            public void stepEnded(TrainingProgress progress) {
                if (++taken == steps) {
                    progress.stop();
                }
            }
        };
    }

    private byte[] bytes(TinyModel model) throws IOException {
        Path file = folder.resolve("model.safetensors");
        model.save(file);
        return Files.readAllBytes(file);
    }

    private static List<Map<String, Double>> figures(History history) {
        return history.epochs().stream().map(History.Epoch::figures).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7, 8, 13, 14, 21, 27})
    void aRunStoppedAfterAnyStepAndResumedEndsWithTheSameBits(int stop) throws IOException {
        for (Optimizer optimizer : new Optimizer[] {
            new Nadam(0.01), new RmsProp(0.01), new CosineDecay(new Sgd(0.1, 0.9, true), 4, 20, 0.1)
        }) {
            TinyModel straight = TinyModel.create(1);
            History whole = straight.fit(DATA, training(optimizer));

            Path checkpoint = folder.resolve("checkpoint");
            TinyModel stopped = TinyModel.create(1);
            stopped.fit(DATA, training(optimizer).checkpoint(checkpoint).listener(stopAfter(stop)));
            TinyModel resumed = TinyModel.create(99);
            History rest = resumed.resume(
                    checkpoint, DATA, training(optimizer).threads(3).checkpoint(checkpoint));

            assertEquals(straight.parameters(), resumed.parameters());
            assertEquals(figures(whole), figures(rest));
            assertArrayEquals(bytes(straight), bytes(resumed));
        }
    }

    @Test
    void everyCheckpointWithinARunLeadsToTheSameEnd() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        TinyModel straight = TinyModel.create(1);
        straight.fit(
                DATA, training(new Adam()).threads(2).checkpoint(checkpoint, 3).listener(new TrainingListener() {
                    @Override
                    public void stepEnded(TrainingProgress progress) {
                        if (progress.step() % 3 == 0 && progress.step() < STEPS) {
                            copy(progress);
                        }
                    }

                    private void copy(TrainingProgress progress) {
                        try {
                            Files.copy(checkpoint, folder.resolve("at-" + progress.epoch() + "-" + progress.step()));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }
                }));
        try (var files = Files.list(folder)) {
            List<Path> copies = files.filter(
                            file -> file.getFileName().toString().startsWith("at-"))
                    .toList();
            assertEquals(2 * EPOCHS, copies.size());
            for (Path copy : copies) {
                TinyModel resumed = TinyModel.create(5);
                resumed.resume(copy, DATA, training(new Adam()));
                assertArrayEquals(bytes(straight), bytes(resumed));
            }
        }
    }

    @Test
    void anEndedRunMayGoOnForMoreEpochs() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        TinyModel.create(1).fit(DATA, training(new Adam()).epochs(2).checkpoint(checkpoint));
        TinyModel resumed = TinyModel.create(1);
        resumed.resume(checkpoint, DATA, training(new Adam()));
        TinyModel straight = TinyModel.create(1);
        straight.fit(DATA, training(new Adam()));
        assertArrayEquals(bytes(straight), bytes(resumed));
    }

    @Test
    void aCheckpointOfAnotherRunIsRefusedAndTheModelLeftAlone() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        TinyModel.create(1).fit(DATA, training(new Adam()).epochs(2).checkpoint(checkpoint));
        TinyModel model = TinyModel.create(2);
        Map<String, Matrix> before = model.parameters();
        assertRefused("the optimizer must be that of", model, checkpoint, DATA, training(new Adam(0.1)));
        assertRefused(
                "the seed must be that of",
                model,
                checkpoint,
                DATA,
                training(new Adam()).seed(4));
        assertRefused(
                "the warm-up of the latent loss must be that of",
                model,
                checkpoint,
                DATA,
                training(new Adam()).latentWarmUp(new LatentWarmUp(0, 2)));
        assertRefused(
                "the batch size must be that of",
                model,
                checkpoint,
                DATA,
                training(new Adam()).batchSize(8));
        assertRefused("the fingerprint of the data must be that of", model, checkpoint, data(99), training(new Adam()));
        assertRefused(
                "the fingerprint of the validation data must be",
                model,
                checkpoint,
                DATA,
                training(new Adam()).validation(DATA.slice(1, 41)));
        byte[] whole = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, Arrays.copyOf(whole, whole.length / 2));
        assertThrows(ModelFileException.class, () -> model.resume(checkpoint, DATA, training(new Adam())));
        model.save(checkpoint);
        assertThrows(ModelFileException.class, () -> model.resume(checkpoint, DATA, training(new Adam())));
        assertEquals(before, model.parameters());
    }

    private static void assertRefused(String message, TinyModel model, Path file, DataSet data, Training training) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> model.resume(file, data, training));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    @Test
    void aSavedModelSaysHowItCameToBe() throws IOException {
        TinyModel model = TinyModel.create(42);
        model.fit(DATA, training(new Nadam(0.01)));
        Optimizer falling = new CosineDecay(new Sgd(0.5), 2, 5, 0);
        LatentWarmUp warmUp = new LatentWarmUp(0.5, 3);
        model.fit(DATA, training(falling).epochs(1).seed(8).latentWarmUp(warmUp));
        Path file = folder.resolve("model.safetensors");
        model.save(file);
        Provenance provenance = TinyModel.load(file).provenance();
        assertEquals(model.provenance(), provenance);
        assertEquals(42, provenance.seed().getAsLong());
        assertEquals(2, provenance.runs().size());
        Provenance.Run run = provenance.runs().getFirst();
        assertEquals(new Nadam(0.01), run.optimizer());
        assertEquals(EPOCHS, run.epochs());
        assertEquals(EPOCHS, run.digests().size());
        assertEquals(DATA.fingerprint(), run.data());
        assertEquals(LatentWarmUp.NONE, run.latentWarmUp());
        assertEquals(falling, provenance.runs().getLast().optimizer());
        assertEquals(warmUp, provenance.runs().getLast().latentWarmUp());

        TinyModel again = TinyModel.create(provenance.seed().getAsLong());
        again.fit(DATA, training(run.optimizer()));
        assertEquals(run.digests(), again.provenance().runs().getFirst().digests());
    }

    @Test
    void parametersSetByHandHaveNoProvenance() {
        TinyModel model = TinyModel.create(1);
        model.setParameter("coder.codings.bias", Matrix.zeros(1, TinyModel.CODINGS));
        assertEquals(Provenance.UNKNOWN, model.provenance());
    }
}
