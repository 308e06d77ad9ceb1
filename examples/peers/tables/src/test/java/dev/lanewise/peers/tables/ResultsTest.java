package dev.lanewise.peers.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Medians and ratios, by hand. */
final class ResultsTest {

    @TempDir
    private Path folder;

    @Test
    void aRatioIsTheMedianOfTheRoundsRatiosAndNotTheRatioOfTheMedians() {
        Results results = Results.fresh(folder.resolve("x.tsv"));
        add(results, 1, "ours", 10);
        add(results, 1, "peer", 5);
        add(results, 2, "ours", 1);
        add(results, 2, "peer", 2);
        add(results, 3, "ours", 30);
        add(results, 3, "peer", 3);
        assertEquals(2, results.ratio("speed", "ours", "test", "peer", "test").orElseThrow());
        assertEquals(10, results.median("ours", "test", "speed").orElseThrow());
    }

    @Test
    void aRoundWithoutAPeerDoesNotCountInItsRatio() {
        Results results = Results.fresh(folder.resolve("x.tsv"));
        add(results, 1, "ours", 10);
        add(results, 2, "ours", 12);
        add(results, 2, "peer", 4);
        assertEquals(3, results.ratio("speed", "ours", "test", "peer", "test").orElseThrow());
        assertTrue(results.ratio("speed", "ours", "test", "nobody", "test").isEmpty());
    }

    @Test
    void anotherCallGoesOnWithTheRoundsOfTheLast() {
        Path file = folder.resolve("x.tsv");
        Results first = Results.fresh(file);
        add(first, 1, "ours", 10);
        first.add(1, "ours", "test", List.<String[]>of(new String[] {"version", "Ours 1.0"}));
        Results second = Results.continued(file);
        assertEquals(2, second.nextRound());
        assertEquals(10, second.median("ours", "test", "speed").orElseThrow());
        assertEquals("Ours 1.0", second.versions().get("ours"));
    }

    private static void add(Results results, int round, String library, double speed) {
        results.add(round, library, "test", List.<String[]>of(new String[] {"figure", "speed", String.valueOf(speed)}));
    }
}
