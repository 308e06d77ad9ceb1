package dev.lanewise.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What javac writes for every example, as text that was reviewed. After a change that is meant, {@code
 * -Dlanewise.updateGoldens=true} writes it anew: read the difference before committing it.
 */
class GeneratedSourcesTest {

    private static final Path DECLARED = Path.of("src/main/java/dev/lanewise/examples");
    private static final Path WRITTEN = Path.of("target/generated-sources/annotations/dev/lanewise/examples");
    private static final boolean UPDATE = Boolean.getBoolean("lanewise.updateGoldens");
    private static final Path REVIEWED = Path.of("src/test/resources/dev/lanewise/examples/generated");

    /** What the present declarations are compiled to: {@code target} may hold more, left by builds of others. */
    static List<String> declared() throws IOException {
        List<String> names = new ArrayList<>();
        for (String file : names(DECLARED, ".java")) {
            if (Files.readString(DECLARED.resolve(file + ".java")).contains("\n@Autoencoder(")) {
                names.add(file + "Model.java");
            }
        }
        return names;
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("declared")
    void modelIsWrittenAsReviewed(String name) throws IOException {
        String text = Files.readString(WRITTEN.resolve(name));
        Path reviewed = REVIEWED.resolve(name + ".txt");
        if (UPDATE) {
            Files.createDirectories(REVIEWED);
            Files.writeString(reviewed, text);
        }
        assertEquals(Files.readString(reviewed), text);
    }

    @Test
    void nothingElseWasReviewed() throws IOException {
        assumeFalse(UPDATE, "skipped: written anew meanwhile");
        assertFalse(declared().isEmpty());
        assertEquals(declared(), names(REVIEWED, ".txt"));
    }
}
