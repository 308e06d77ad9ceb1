package dev.lanewise.examples.measures;

import dev.lanewise.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Codings as semantic hashes: a coding above ½ is a 1, any other a 0. Images of one hash form a bucket; where hashes mean
 * something, a bucket is mostly of one class.
 *
 * @param buckets the buckets, the largest first, equally large ones in the order of their hashes
 * @see <a href="https://doi.org/10.1016/j.ijar.2008.11.006">R. Salakhutdinov, G. Hinton: Semantic Hashing (2009)</a>
 */
public record Hashes(List<Bucket> buckets) {

    /** Copies the list. */
    public Hashes {
        buckets = List.copyOf(buckets);
    }

    /**
     * The images of one hash.
     *
     * @param bits the hash, one digit a coding
     * @param images how many images have it
     * @param classes how many of them are of each class
     */
    public record Bucket(String bits, int images, List<Integer> classes) {
        /** Copies the list. */
        public Bucket {
            classes = List.copyOf(classes);
        }

        /**
         * The class that most of the images are of, the first of several.
         *
         * @return its number
         */
        public int commonest() {
            int commonest = 0;
            for (int label = 1; label < classes.size(); label++) {
                if (classes.get(label) > classes.get(commonest)) {
                    commonest = label;
                }
            }
            return commonest;
        }
    }

    /**
     * Sorts images into buckets.
     *
     * @param codings one row an image
     * @param labels the class of each, from 0
     * @return the buckets
     */
    public static Hashes of(Matrix codings, int[] labels) {
        int classes = 1;
        for (int label : labels) {
            classes = Math.max(classes, label + 1);
        }
        Map<String, int[]> counts = new TreeMap<>();
        for (int row = 0; row < codings.rows(); row++) {
            int size = classes;
            counts.computeIfAbsent(bits(codings, row), bits -> new int[size])[labels[row]]++;
        }
        List<Bucket> buckets = new ArrayList<>();
        counts.forEach((bits, perClass) -> buckets.add(bucket(bits, perClass)));
        buckets.sort(Comparator.comparingInt(Bucket::images).reversed());
        return new Hashes(buckets);
    }

    private static Bucket bucket(String bits, int[] perClass) {
        List<Integer> classes = new ArrayList<>();
        int images = 0;
        for (int count : perClass) {
            classes.add(count);
            images += count;
        }
        return new Bucket(bits, images, classes);
    }

    /** A row of codings as digits. */
    private static String bits(Matrix codings, int row) {
        StringBuilder bits = new StringBuilder();
        for (int column = 0; column < codings.columns(); column++) {
            bits.append(codings.get(row, column) > 0.5f ? '1' : '0');
        }
        return bits.toString();
    }

    /**
     * How many images there are.
     *
     * @return the sum over the buckets
     */
    public int images() {
        return buckets.stream().mapToInt(Bucket::images).sum();
    }

    /**
     * How many images share their hash with no other.
     *
     * @return the number of buckets of one
     */
    public int alone() {
        return (int) buckets.stream().filter(bucket -> bucket.images() == 1).count();
    }

    /**
     * With each image as the query in turn: of the <em>other</em> images that share its hash, the share that is of its
     * class, averaged over all queries. A query that shares its hash with no other image counts as 0.
     *
     * @return a share from 0 to 1; chance is the share of a class in the data
     */
    public double classShare() {
        double sum = 0;
        for (Bucket bucket : buckets) {
            for (int count : bucket.classes()) {
                sum += bucket.images() == 1 ? 0 : count * (count - 1.0) / (bucket.images() - 1);
            }
        }
        return sum / images();
    }

    /**
     * The same with the query counted among the images that share its hash: never below {@link #classShare}, and 1 for a
     * query that is alone.
     *
     * @return a share from 0 to 1
     */
    public double classShareWithQuery() {
        double sum = 0;
        for (Bucket bucket : buckets) {
            for (int count : bucket.classes()) {
                sum += (double) count * count / bucket.images();
            }
        }
        return sum / images();
    }
}
