package dev.lanewise.examples.garments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.data.DataSet;
import dev.lanewise.data.Split;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GarmentsTest {
    private static final int COUNT = 12_000;
    private static final byte[] IMAGES = Garments.images(1, 0, COUNT);
    private static final Split SPLIT = Garments.split();
    private static final byte[] LABELS = labels();

    /** Measured when the drawings were made; the same on every machine and JDK. */
    private static final String PIN = "8335eb1a95ffe86e78027556831ab363aa52a563d274b0b4b4a46acd587af900";

    @Test
    void bytesAreTheSameEverywhere() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(IMAGES);
        digest.update(LABELS);
        assertEquals(PIN, HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void anImageDependsOnSeedAndIndexAlone() {
        byte[] alone = Garments.images(1, 4321, 1);
        assertArrayEquals(Arrays.copyOfRange(IMAGES, 4321 * Garments.PIXELS, 4322 * Garments.PIXELS), alone);
        assertFalse(Arrays.equals(alone, Garments.images(2, 4321, 1)));
    }

    @Test
    void theSplitHoldsTheseImagesInThisOrder() {
        assertArrayEquals(new int[] {10_000, 1_000, 1_000}, new int[] {
            SPLIT.train().rows(), SPLIT.validation().rows(), SPLIT.test().rows()
        });
        float[] image = SPLIT.test().matrix(7, 8).values();
        for (int k = 0; k < Garments.PIXELS; k++) {
            assertEquals((IMAGES[11_007 * Garments.PIXELS + k] & 0xFF) / 255f, image[k]);
        }
    }

    @Test
    void everyClassIsThereEquallyOftenInEverySplit() {
        for (int[] split : new int[][] {{0, 10_000}, {10_000, 11_000}, {11_000, 12_000}}) {
            int[] counts = new int[10];
            for (int i = split[0]; i < split[1]; i++) {
                counts[LABELS[i]]++;
            }
            int each = (split[1] - split[0]) / 10;
            assertTrue(Arrays.stream(counts).allMatch(count -> count == each), Arrays.toString(counts));
        }
    }

    /** Fashion-MNIST: mean 0.287, deviation 0.352, half of the pixels 0. */
    @Test
    void pixelsAreDistributedLikeThoseOfPhotographs() {
        double sum = 0;
        double squares = 0;
        int zeros = 0;
        for (byte pixel : IMAGES) {
            double value = (pixel & 0xFF) / 255.0;
            sum += value;
            squares += value * value;
            zeros += pixel == 0 ? 1 : 0;
        }
        double mean = sum / IMAGES.length;
        double deviation = Math.sqrt(squares / IMAGES.length - mean * mean);
        double background = (double) zeros / IMAGES.length;
        print("mean %.4f, deviation %.4f, background %.4f", mean, deviation, background);
        assertEquals(0.287, mean, 0.03);
        assertEquals(0.352, deviation, 0.03);
        assertEquals(0.5, background, 0.06);
    }

    @Test
    void imagesOfAClassDifferFromEachOther() {
        for (int label = 0; label < 10; label++) {
            double sum = 0;
            for (int i = label; i < 1000; i += 10) {
                double nearest = Double.MAX_VALUE;
                for (int j = label; j < 1000; j += 10) {
                    nearest = j == i ? nearest : Math.min(nearest, distance(i, j));
                }
                sum += nearest;
            }
            double mean = sum / 100;
            print("%s: mean distance to the nearest of its class %.2f", Garment.values()[label].title(), mean);
            assertTrue(mean > 1.5, "class " + label + " hardly varies: " + mean);
        }
    }

    @Test
    void theNearestNeighbourTellsTheClass() {
        int right = 0;
        int queries = 500;
        for (int query = 11_000; query < 11_000 + queries; query++) {
            int best = 0;
            double nearest = Double.MAX_VALUE;
            for (int i = 0; i < 2000; i++) {
                double distance = distance(query, i);
                if (distance < nearest) {
                    nearest = distance;
                    best = i;
                }
            }
            right += LABELS[best] == LABELS[query] ? 1 : 0;
        }
        double accuracy = (double) right / queries;
        print("nearest neighbour among 2,000: %.3f right", accuracy);
        assertTrue(accuracy > 0.6, "accuracy " + accuracy);
    }

    private static byte[] labels() {
        byte[] labels = new byte[COUNT];
        int i = 0;
        for (DataSet part : List.of(SPLIT.train(), SPLIT.validation(), SPLIT.test())) {
            for (int row = 0; row < part.rows(); row++) {
                labels[i++] = (byte) part.label(row);
            }
        }
        return labels;
    }

    /** Euclidean distance of two images with pixels in [0, 1]. */
    private static double distance(int i, int j) {
        long sum = 0;
        for (int k = 0; k < Garments.PIXELS; k++) {
            int difference = (IMAGES[i * Garments.PIXELS + k] & 0xFF) - (IMAGES[j * Garments.PIXELS + k] & 0xFF);
            sum += difference * difference;
        }
        return Math.sqrt(sum) / 255;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
