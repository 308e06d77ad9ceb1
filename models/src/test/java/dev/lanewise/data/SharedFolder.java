package dev.lanewise.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with data too large for the project; tests that need it are skipped where it is not there. */
final class SharedFolder {

    private SharedFolder() {}

    static Path fashionMnist() {
        Path folder = Path.of(System.getProperty("lanewise.shared", "shared"), "data", "fashion-mnist");
        assumeTrue(Files.isDirectory(folder), "skipped: no shared folder");
        return folder;
    }
}
