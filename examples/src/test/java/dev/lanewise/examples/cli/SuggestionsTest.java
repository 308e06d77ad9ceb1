package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    /** The distances are those of the textbooks. */
    @Test
    void distanceCountsEdits() {
        assertEquals(3, Suggestions.distance("kitten", "sitting"));
        assertEquals(2, Suggestions.distance("flaw", "lawn"));
        assertEquals(3, Suggestions.distance("", "abc"));
        assertEquals(0, Suggestions.distance("nadam", "nadam"));
    }

    @Test
    void onlyWhatIsCloseIsSuggested() {
        List<String> names = List.of("adam", "adamw", "nadam", "sgd");
        assertEquals(Optional.of("adamw"), Suggestions.closest("AdamW", names));
        assertEquals(Optional.empty(), Suggestions.closest("gradient-descent", names));
    }
}
