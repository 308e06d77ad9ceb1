package dev.lanewise.examples.reproducibility;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.file.Safetensors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed again and again, at random moments, ends with the bits of one that was left alone. {@code
 * -Dlanewise.kills=50} kills it more often than the default.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("lanewise.kills", 3);

    @TempDir
    Path folder;

    @Test
    void everyRestartFindsAWholeCheckpointAndTheLastBitsAreRight() throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed.safetensors");
        assertEquals(0, start(folder.resolve("checkpoint-1"), undisturbed).waitFor());

        Path checkpoint = folder.resolve("checkpoint-2");
        Path killed = folder.resolve("killed.safetensors");
        SplittableRandom random = new SplittableRandom(1);
        for (int kill = 0; kill < KILLS; kill++) {
            Process run = start(checkpoint, killed);
            run.waitFor(random.nextInt(300, 2500), TimeUnit.MILLISECONDS);
            run.destroyForcibly().waitFor();
            if (Files.exists(checkpoint)) {
                assertEquals(4, Safetensors.read(checkpoint).longs("run.position", 4).length);
            }
        }
        assertEquals(0, start(checkpoint, killed).waitFor());
        assertArrayEquals(Files.readAllBytes(undisturbed), Files.readAllBytes(killed));
    }

    /** In a JVM with the flags of this one. */
    private Process start(Path checkpoint, Path model) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-modules") || argument.startsWith("-XX:"))
                .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ResumableRun.class.getName()));
        command.addAll(List.of(checkpoint.toString(), model.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }
}
