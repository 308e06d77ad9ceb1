package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    train                                      | Missing required parameter: 'MODEL'
                    trian dropout-denoiser                     | did you mean "train"?
                    train dropot-denoiser                      | unknown model "dropot-denoiser": did you mean "dropout-denoiser"?
                    train x                                    | unknown model "x": known are stacked, dropout-denoiser, gaussian-denoiser, sparse-l1,
                    train dropout-denoiser --epochs 0          | '--epochs': expected a whole number from 1, found "0"
                    train dropout-denoiser --epochs many       | '--epochs': expected a whole number from 1, found "many"
                    train dropout-denoiser --batch-size -3     | '--batch-size': expected a whole number from 1, found "-3"
                    train dropout-denoiser --threads 1.5       | '--threads': expected a whole number from 1, found "1.5"
                    train dropout-denoiser --seed x            | '--seed': expected a whole number, found "x"
                    train dropout-denoiser --learning-rate 0   | '--learning-rate': expected a number above 0, found "0"
                    train dropout-denoiser --learning-rate NaN | '--learning-rate': expected a number above 0, found "NaN"
                    train dropout-denoiser --optimizer namad   | unknown optimizer "namad": did you mean "nadam"?
                    train dropout-denoiser --epoch 3           | did you mean "--epochs"?
                    evaluate                                   | Missing required parameter: 'MODEL'
                    evaluate sparse-kll                        | unknown model "sparse-kll": did you mean "sparse-kl"?
                    encode stacked --set valid                 | unknown set "valid": known are train, validation, test
                    encode stacked --set tets                  | unknown set "tets": did you mean "test"?
                    reconstruct tied --values png              | '--values': expected csv or idx, found "png"
                    generate tied                              | expected a model whose codings have a distribution (variational, conditional), found tied
                    generate variational --count 0             | '--count': expected a whole number from 1, found "0"
                    generate variational --class 1             | --class goes with a model that is told of classes, found variational
                    interpolate conditional --axis 1           | expected a model that decodes codings alone, found conditional
                    generate variational --columns x           | '--columns': expected a whole number from 1, found "x"
                    interpolate variational                    | expected either --axis or --between, found neither
                    interpolate tied --axis 1 --between 1,2    | expected either --axis or --between, found both
                    interpolate tied --axis -1                 | '--axis': expected a whole number from 0, found "-1"
                    interpolate tied --axis 1 --from low       | '--from': expected a number, found "low"
                    interpolate tied --axis 1 --to Infinity    | '--to': expected a number, found "Infinity"
                    interpolate tied --axis 1 --steps 1        | '--steps': expected a whole number from 2, found "1"
                    interpolate tied --axis 1 --spherical      | --spherical goes with --between, found --axis
                    interpolate tied --between 1               | '--between': expected two whole numbers from 0 such as 3,8, found "1"
                    interpolate tied --between 1,-2            | '--between': expected two whole numbers from 0 such as 3,8, found "1,-2"
                    interpolate tied --between 1,2 --to 3      | --from and --to go with --axis, found --between
                    figures --models tied,stackd               | unknown model "stackd": did you mean "stacked"?
                    train dropout-denoiser --batch-size 10001  | --batch-size: expected at most the 10000 training images, found 10001
                    train dropout-denoiser --latent-warm-up 3  | --latent-warm-up: expected a model whose codings are sampled, found dropout-denoiser
                    """)
    void aWrongCommandLineIsOneLineAndExitCodeTwo(String arguments, String expected) {
        Console console = Console.run(arguments.split(" +"));
        assertEquals(2, console.exitCode());
        assertEquals(List.of(), console.out());
        assertEquals(1, console.err().size(), console.err().toString());
        assertTrue(console.err().getFirst().contains(expected), console.err().getFirst());
    }

    @Test
    void helpNamesEveryModelAndOptimizer() {
        Console console = Console.run("train", "--help");
        assertEquals(0, console.exitCode());
        String help = String.join("\n", console.out());
        for (String name : Models.names()) {
            assertTrue(help.contains(name), name);
        }
        for (String name : OptimizerChoice.labels()) {
            assertTrue(help.contains(name), name);
        }
    }

    @Test
    void aMissingDataFolderIsOneLineAndExitCodeOne(@TempDir Path folder) {
        Path out = folder.resolve("out");
        assertFailed(
                Console.run("train", "dropout-denoiser", "--data", "fashion-mnst", "--out", out.toString()),
                "found no folder \"fashion-mnst\"; did you mean \"fashion-mnist\"?");
        assertFalse(Files.exists(out), "nothing is created");
    }

    @Test
    void aFolderWithoutImagesIsOneLineAndExitCodeOne(@TempDir Path folder) {
        assertFailed(
                Console.run("train", "dropout-denoiser", "--data", folder.toString()),
                "found no train-images-idx3-ubyte(.gz)");
    }

    @Test
    void anOutputFolderThatCannotBeIsFoundOutBeforeTraining(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertFailed(
                Console.run("train", "dropout-denoiser", "--out", file.toString()), "--out: cannot write to " + file);
    }

    @Test
    void aFolderInPlaceOfAnOutputFileIsFoundOutBeforeTraining(@TempDir Path folder) throws IOException {
        Path weights = Files.createDirectory(folder.resolve("model.safetensors"));
        assertFailed(
                Console.run("train", "dropout-denoiser", "--out", folder.toString()),
                "--out: expected a file, found a folder: " + weights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "encode", "reconstruct", "generate", "interpolate --axis 0"})
    void withoutWeightsACommandSaysWhatToRunFirst(String command, @TempDir Path folder) {
        Path weights = Path.of("out", "variational", "model.safetensors");
        assumeTrue(Files.notExists(weights), "skipped: this folder has a trained model");
        assertFailed(
                Console.run((command + " variational").split(" ")),
                "found no " + weights + ": run \"train variational\" first, or name the file with --weights");
        Path named = folder.resolve("none");
        assertFailed(
                Console.run((command + " variational --weights " + named).split(" ")),
                "--weights: found no file " + named);
    }

    @Test
    void stacktraceIsShownOnRequest(@TempDir Path folder) {
        Console console = Console.run("train", "dropout-denoiser", "--stacktrace", "--data", folder.toString());
        assertEquals(1, console.exitCode());
        assertTrue(console.err().stream().anyMatch(line -> line.contains("at dev.lanewise.")), "" + console.err());
    }

    private static void assertFailed(Console console, String expected) {
        assertEquals(1, console.exitCode());
        assertEquals(List.of(), console.out());
        assertEquals(1, console.err().size(), console.err().toString());
        assertTrue(console.err().getFirst().contains(expected), console.err().getFirst());
    }
}
