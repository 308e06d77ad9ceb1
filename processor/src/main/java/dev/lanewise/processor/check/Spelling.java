package dev.lanewise.processor.check;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which name was probably meant. */
public final class Spelling {

    /** From how many letters on a name may be completed. */
    private static final int LETTERS = 3;

    private Spelling() {}

    /**
     * The name nearest to one that was mistyped.
     *
     * @param written what is written
     * @param names what there is
     * @return the first of those at the smallest edit distance, unless a third of the letters or more would differ; else the only
     *     one that begins so
     */
    public static Optional<String> nearest(String written, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .filter(name -> 3 * distance(written, name) <= Math.max(3, written.length()))
                .or(() -> completed(written, names));
    }

    private static Optional<String> completed(String written, Collection<String> names) {
        List<String> longer = names.stream()
                .filter(name -> plain(name).startsWith(plain(written)))
                .toList();
        return written.length() >= LETTERS && longer.size() == 1 ? Optional.of(longer.getFirst()) : Optional.empty();
    }

    /**
     * Insertions, deletions, substitutions and swaps of neighbours between two names, whatever the case of their letters and
     * however accents are written (F. Damerau, A technique for computer detection and correction of spelling errors, 1964).
     */
    static int distance(String first, String second) {
        String a = plain(first);
        String b = plain(second);
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

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
