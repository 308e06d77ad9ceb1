package dev.lanewise.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void distanceCountsInsertionsDeletionsSubstitutionsAndSwaps() {
        assertEquals(0, Spelling.distance("hidden", "Hidden"));
        assertEquals(1, Spelling.distance("hiden", "hidden"));
        assertEquals(1, Spelling.distance("hiddden", "hidden"));
        assertEquals(1, Spelling.distance("hibden", "hidden"));
        assertEquals(1, Spelling.distance("hdiden", "hidden"));
        assertEquals(3, Spelling.distance("kitten", "sitting"));
        assertEquals(4, Spelling.distance("", "four"));
    }

    @Test
    void nearestIsTheFirstOfTheNearest() {
        assertEquals(Optional.of("hidden1"), Spelling.nearest("hidden3", List.of("input", "hidden1", "hidden2")));
        assertEquals(Optional.of("hidden2"), Spelling.nearest("hiden2", List.of("input", "hidden1", "hidden2")));
    }

    @Test
    void whatIsCutShortIsCompleted() {
        assertEquals(Optional.of("logVariance"), Spelling.nearest("logvar", List.of("mean", "logVariance")));
        assertEquals(Optional.empty(), Spelling.nearest("logvar", List.of("logVariance1", "logVariance2")));
        assertEquals(Optional.empty(), Spelling.nearest("in", List.of("inputs")));
    }

    @Test
    void accentsMayBeWrittenInTwoWays() {
        assertEquals(0, Spelling.distance("h\u00f6he", "ho\u0308he"));
    }

    @Test
    void whatIsFarIsNotProposed() {
        assertEquals(Optional.empty(), Spelling.nearest("image", List.of("input", "hidden")));
    }
}
