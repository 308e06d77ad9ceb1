package dev.lanewise.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Training steps computed elsewhere in double precision, in the folder that the system property names. */
public final class Golden {

    private Golden() {}

    /** Reads one of the files, such as M1.json; skips the test where there is no such folder. */
    public static Json read(String file) throws IOException {
        Path path = Path.of(System.getProperty("lanewise.shared", "."), "golden", file);
        assumeTrue(Files.exists(path), "skipped: no shared folder");
        return Json.read(path);
    }

    /** max|difference| / max|reference|. */
    public static double relativeDifference(float[] actual, double[] expected) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return difference / largest;
    }
}
