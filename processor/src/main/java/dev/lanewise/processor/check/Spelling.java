package dev.lanewise.processor.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which name was probably meant. */
public final class Spelling {

    private Spelling() {}

    /**
     * The name nearest to one that was mistyped.
     *
     * @param written what is written
     * @param names what there is
     * @return the first of those at the smallest edit distance, unless a third of the letters or more would differ
     */
    public static Optional<String> nearest(String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .filter(name -> 3 * distance(written, name) <= Math.max(3, written.length()));
    }

    /**
     * Insertions, deletions, substitutions and swaps of neighbours between two names, whatever the case of their letters
     * (F. Damerau, A technique for computer detection and correction of spelling errors, 1964).
     */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int substitution = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int shortest = Math.min(substitution, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    shortest = Math.min(shortest, 1 + distance[i - 2][j - 2]);
                }
                distance[i][j] = shortest;
            }
        }
        return distance[a.length()][b.length()];
    }
}
