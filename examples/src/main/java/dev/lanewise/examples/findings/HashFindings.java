package dev.lanewise.examples.findings;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.examples.findings.Finding.Form;
import dev.lanewise.examples.findings.Findings.Attachment;
import dev.lanewise.examples.measures.Hashes;
import dev.lanewise.examples.tables.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well codings do as semantic hashes: whether images that share one are of one class. */
public final class HashFindings {
    private static final int SHOWN = 10;

    private HashFindings() {}

    /**
     * Sorts images by their hashes.
     *
     * @param codings one row an image
     * @param data the images' labels; without labels, only the hashes are counted
     * @param classNames what labels are called; those beyond by their number
     * @return the findings, with a line for each of the commonest hashes and the table {@code hashes.csv}
     */
    public static Findings of(Matrix codings, DataSet data, List<String> classNames) {
        int[] labels = new int[codings.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = data.hasLabels() ? data.label(row) : 0;
        }
        Hashes hashes = Hashes.of(codings, labels);
        List<Finding> numbers = new ArrayList<>(List.of(
                count("distinct_hashes", "distinct hashes", hashes.buckets().size()),
                count("images_alone", "images that are alone with their hash", hashes.alone())));
        if (!data.hasLabels()) {
            return new Findings(numbers, List.of(), List.of());
        }
        numbers.addAll(List.of(
                share("class_share", "of the others with its hash, a query's class has", hashes.classShare()),
                share("class_share_with_query", "the same, with the query counted", hashes.classShareWithQuery()),
                share("class_share_by_chance", "the same by chance", chance(labels))));
        return new Findings(
                numbers,
                details(hashes, classNames),
                List.of(Attachment.table("hashes.csv", out -> table(hashes, out))));
    }

    private static Finding count(String key, String label, int value) {
        return new Finding(key, label, value, Form.COUNT);
    }

    private static Finding share(String key, String label, double value) {
        return new Finding(key, label, value, Form.SHARE);
    }

    /** What a hash that says nothing would find: the mean over the images of the share of their class in the data. */
    private static double chance(int[] labels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int label : labels) {
            counts.merge(label, 1, Integer::sum);
        }
        double squares = counts.values().stream()
                .mapToDouble(count -> (double) count * count)
                .sum();
        return squares / ((double) labels.length * labels.length);
    }

    private static List<String> details(Hashes hashes, List<String> classNames) {
        List<String> lines = new ArrayList<>(List.of("commonest hashes  images  mostly"));
        for (Hashes.Bucket bucket : hashes.buckets().stream().limit(SHOWN).toList()) {
            int commonest = bucket.commonest();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-16s  %6d  %s (%.0f %%)",
                    bucket.bits(),
                    bucket.images(),
                    commonest < classNames.size() ? classNames.get(commonest) : "class " + commonest,
                    100.0 * bucket.classes().get(commonest) / bucket.images()));
        }
        return lines;
    }

    private static void table(Hashes hashes, OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(List.of("hash", "images"));
        header.addAll(Csv.header("class", hashes.buckets().getFirst().classes().size()));
        Csv csv = new Csv(out).row(header);
        for (Hashes.Bucket bucket : hashes.buckets()) {
            List<String> cells = new ArrayList<>(List.of(bucket.bits(), Integer.toString(bucket.images())));
            bucket.classes().forEach(count -> cells.add(Integer.toString(count)));
            csv.row(cells);
        }
    }
}
