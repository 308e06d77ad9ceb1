package dev.lanewise.examples.reproducibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bits of every example model are those that were committed. Continuous integration runs {@link Fingerprints} under other
 * vector widths, compilers and collectors besides.
 */
class FingerprintsTest {

    private static final int STEPS = 300;

    private static Properties committed(int steps) throws IOException {
        Properties hashes = new Properties();
        try (InputStream in = FingerprintsTest.class.getResourceAsStream("after-" + steps + "-steps.properties")) {
            hashes.load(in);
        }
        return hashes;
    }

    static Stream<String> models() {
        return Fingerprints.MODELS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theBitsAreTheCommittedOnesWithAnyNumberOfThreads(String model) throws IOException {
        String expected = committed(STEPS).getProperty(model);
        for (int threads : new int[] {1, 2, 3, 7}) {
            assertEquals(expected, Fingerprints.of(model, STEPS, threads), threads + " threads");
        }
    }

    @Test
    void theBitsAfterThreeStepsAreTheCommittedOnes() throws IOException {
        for (String model : Fingerprints.MODELS.keySet()) {
            assertEquals(committed(3).getProperty(model), Fingerprints.of(model, 3, 1), model);
        }
    }
}
