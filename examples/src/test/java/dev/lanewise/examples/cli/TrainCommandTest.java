package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.examples.DropoutDenoiserModel;
import dev.lanewise.examples.pictures.Lettering;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains the dropout denoiser on the embedded data for two epochs, and looks at all that it leaves. */
class TrainCommandTest {
    @TempDir
    private static Path folder;

    private static Console console = new Console(0, List.of(), List.of());

    @BeforeAll
    static void train() {
        console = train("first", "1");
    }

    private static Console train(String out, String threads) {
        Path files = folder.resolve(out);
        Console run = Console.run(
                "train", "dropout-denoiser", "--epochs", "2", "--threads", threads, "--out", files.toString());
        assertEquals(0, run.exitCode(), run.err().toString());
        return run;
    }

    @Test
    void theLastLineIsForPrograms() {
        Map<String, String> result = result();
        assertEquals(
                List.of(
                        "model",
                        "epochs",
                        "seed",
                        "loss",
                        "mse",
                        "val_loss",
                        "val_mse",
                        "val_mse_clean_input",
                        "val_mse_corrupted_input",
                        "val_mse_of_corruption",
                        "seconds",
                        "images_per_second"),
                List.copyOf(result.keySet()));
        assertEquals("dropout-denoiser", result.get("model"));
        assertEquals("2", result.get("epochs"));
        assertEquals("1", result.get("seed"));
        double error = Double.parseDouble(result.get("val_mse"));
        assertTrue(error > 0 && error < 0.05, "val_mse " + error);
    }

    @Test
    void whatAReaderWantsToKnowIsPrinted() {
        double clean = Double.parseDouble(result().get("val_mse_clean_input"));
        assertEquals(Double.parseDouble(result().get("val_mse")), clean, 1e-8);
        assertTrue(Double.parseDouble(result().get("val_mse_corrupted_input")) > clean);
        assertTrue(
                console.out().stream().anyMatch(line -> line.startsWith("mean squared error, corrupted input: 0.0")));
    }

    @Test
    void aLogHasOneLineAnEpochAndNoCarriageReturn() {
        assertEquals(
                2,
                console.out().stream().filter(line -> line.startsWith("epoch ")).count());
        assertTrue(console.out().stream().noneMatch(line -> line.contains("\r")));
    }

    @Test
    void exactlyTheFilesItNamesAreThere() throws Exception {
        List<Path> expected = new ArrayList<>();
        for (String name : List.of("history.csv", "loss.png", "model.safetensors", "reconstructions.png")) {
            if (Lettering.hasFonts() || !name.equals("loss.png")) {
                expected.add(folder.resolve("first").resolve(name));
            }
        }
        try (Stream<Path> files = Files.list(folder.resolve("first"))) {
            assertEquals(expected, files.sorted().toList());
        }
        expected.forEach(file -> assertTrue(console.out().contains("wrote " + file), file.toString()));
    }

    @Test
    void historyHasOneLineAnEpoch() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("first/history.csv"));
        assertEquals("epoch,loss,mse,val_loss,val_mse,seconds,images_per_second", lines.getFirst());
        assertEquals(3, lines.size());
        String[] last = lines.getLast().split(",");
        assertEquals("2", last[0]);
        assertEquals(Double.parseDouble(result().get("val_mse")), Double.parseDouble(last[4]), 1e-8);
    }

    @Test
    void weightsAreReadBack() throws Exception {
        DropoutDenoiserModel model = DropoutDenoiserModel.load(folder.resolve("first/model.safetensors"));
        assertEquals(784, model.parameter("recognition.hidden1.weight").rows());
    }

    @Test
    void pictureHasThreeRowsOfTenImages() throws Exception {
        BufferedImage picture =
                ImageIO.read(folder.resolve("first/reconstructions.png").toFile());
        assertTrue(picture.getWidth() > 10 * 112 && picture.getWidth() < 14 * 112, "width " + picture.getWidth());
        assertTrue(picture.getHeight() > 3 * 112 && picture.getHeight() < 5 * 112, "height " + picture.getHeight());
    }

    @Test
    void aSecondThreadChangesNoBit() throws Exception {
        train("second", "2");
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("first/model.safetensors")),
                Files.readAllBytes(folder.resolve("second/model.safetensors")));
    }

    private static Map<String, String> result() {
        Map<String, String> result = new LinkedHashMap<>();
        for (String pair : console.out().getLast().split(" ")) {
            String[] parts = pair.split("=", 2);
            result.put(parts[0], parts[1]);
        }
        return result;
    }
}
