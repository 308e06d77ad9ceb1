package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.data.Split;
import dev.lanewise.examples.garments.Garments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Models trained for one epoch on the embedded data, each once for all tests. */
final class Trained {
    private static final Path FOLDER = Path.of("target", "trained");
    private static final Map<String, Console> RUNS = new ConcurrentHashMap<>();

    /** The embedded data. */
    static final Split DATA = Garments.split();

    private Trained() {}

    /** What training the model printed. */
    static Console run(String model) {
        return RUNS.computeIfAbsent(model, name -> {
            Console console = Console.run(
                    "train",
                    name,
                    "--epochs",
                    "1",
                    "--out",
                    FOLDER.resolve(name).toString());
            assertEquals(0, console.exitCode(), console.err().toString());
            return console;
        });
    }

    /** The file of a trained model. */
    static Path weights(String model) {
        run(model);
        return FOLDER.resolve(model).resolve("model.safetensors");
    }

    /** The folder with a folder of each model. */
    static Path folder() {
        return FOLDER;
    }

    /** Runs a command on a trained model; it must succeed. */
    static Console on(String model, Path out, String command, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of(command, model, "--weights", weights(model).toString(), "--out", out.toString()));
        arguments.addAll(List.of(options));
        Console console = Console.run(arguments.toArray(String[]::new));
        assertEquals(0, console.exitCode(), console.err().toString());
        return console;
    }

    /** The key=value pairs of a last line. */
    static Map<String, String> result(Console console) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String pair : console.out().getLast().split(" ")) {
            String[] parts = pair.split("=", 2);
            result.put(parts[0], parts[1]);
        }
        return result;
    }

    static double number(Console console, String key) {
        return Double.parseDouble(result(console).get(key));
    }
}
