package dev.lanewise.examples.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean …": the known name that is fewest edits away from what was typed. */
final class Suggestions {
    private Suggestions() {}

    /** The closest candidate, if it is close: at most a third of its letters, and never fewer than two edits, away. */
    static Optional<String> closest(String typed, Collection<String> candidates) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> distance(lower, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate)));
    }

    /** {@code unknown model "x"}, then the suggestion or, where nothing is close, the whole list. */
    static String unknown(String what, String typed, Collection<String> candidates) {
        String end = closest(typed, candidates)
                .map(candidate -> "did you mean \"" + candidate + "\"?")
                .orElse("known are " + String.join(", ", candidates));
        return "unknown " + what + " \"" + typed + "\": " + end;
    }

    /** Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
