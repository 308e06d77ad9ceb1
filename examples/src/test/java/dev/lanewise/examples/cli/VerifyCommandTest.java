package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;
import dev.lanewise.examples.TiedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains a model, and makes it again from what its file says. */
class VerifyCommandTest {
    @TempDir
    private static Path folder;

    private static Path model = Path.of("");

    @BeforeAll
    static void train() {
        model = train("straight", "2", "1").resolve("model.safetensors");
    }

    private static Path train(String out, String epochs, String threads, String... more) {
        Path files = folder.resolve(out);
        Console run = Console.run(Stream.concat(
                        Stream.of("train", "tied", "--epochs", epochs, "--threads", threads, "--out", files.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.err().toString());
        return files;
    }

    @Test
    void aModelThatIsMadeAgainAgrees() {
        Console run = Console.run("verify", model.toString(), "--threads", "2");
        assertEquals(0, run.exitCode(), run.err().toString());
        assertEquals("model=tied agrees=true", run.out().getLast());
    }

    @Test
    void aWarmUpAndAFallingLearningRateAreMadeAgain() {
        Path files = folder.resolve("variational");
        Console trained = Console.run("train", "variational", "--epochs", "3", "--out", files.toString());
        assertEquals(0, trained.exitCode(), trained.err().toString());
        Console run = Console.run("verify", files.resolve("model.safetensors").toString());
        assertEquals(0, run.exitCode(), run.err().toString());
        assertEquals("model=variational agrees=true", run.out().getLast());
        assertTrue(
                run.out().stream().anyMatch(line -> line.contains("decayFrom=") && line.contains("warm-up")),
                run.out().toString());
    }

    @Test
    void aChangedWeightIsFound() throws IOException {
        // The digests say how the run went; a file whose weights are not theirs is found by its weights.
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length - 3] ^= 1;
        Path changed = Files.write(folder.resolve("changed.safetensors"), bytes);
        Console run = Console.run("verify", changed.toString());
        assertEquals(1, run.exitCode());
        assertEquals("model=tied agrees=false", run.out().getLast());
        assertTrue(
                run.out().contains("the bits differ after epoch 2"), run.out().toString());
    }

    @Test
    void aModelWhoseWeightsWereSetByHandCannotBeMadeAgain() throws IOException {
        TiedModel byHand = TiedModel.create(1);
        byHand.setParameter("recognition.hidden1.bias", Matrix.zeros(1, 100));
        Path file = folder.resolve("by-hand.safetensors");
        byHand.save(file);
        Console run = Console.run("verify", file.toString());
        assertEquals(1, run.exitCode());
        assertEquals(1, run.err().size());
        assertTrue(
                run.err().getFirst().endsWith("does not say how the model came to be"),
                run.err().toString());
    }

    @Test
    void aRunThatIsStoppedAndGoneOnWithLeavesTheSameFile() throws IOException {
        String checkpoint = folder.resolve("checkpoint").toString();
        train("stopped", "1", "2", "--checkpoint", checkpoint, "--checkpoint-steps", "50");
        Path resumed = train("resumed", "2", "3", "--checkpoint", checkpoint);
        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(resumed.resolve("model.safetensors")));
    }

    @Test
    void aCheckpointOfAnotherRunIsRefusedInOneLine() {
        String checkpoint = folder.resolve("other").toString();
        train("one", "1", "1", "--checkpoint", checkpoint);
        Console run = Console.run(
                "train",
                "tied",
                "--epochs",
                "2",
                "--seed",
                "7",
                "--checkpoint",
                checkpoint,
                "--out",
                folder.toString());
        assertEquals(1, run.exitCode());
        assertEquals(1, run.err().size());
        assertTrue(
                run.err().getFirst().contains("the seed must be that of the checkpoint"),
                run.err().toString());
    }
}
