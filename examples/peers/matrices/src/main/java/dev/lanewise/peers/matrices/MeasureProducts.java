package dev.lanewise.peers.matrices;

import dev.lanewise.peers.matrices.Multiplier.Multiplication;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures the products of all layers with one library, and prints a line for each.
 *
 * <pre>
 * MeasureProducts LIBRARY SECONDS [BATCH…]
 * </pre>
 *
 * A sample is so many products in a row that they take about 20 µs; the speed of a product is that of its fastest sample, and the median
 * is printed beside it. All products are run for as long before any is measured, so that a JVM has compiled for all shapes.
 */
final class MeasureProducts {

    private static final double SAMPLE_SECONDS = 20e-6;
    private static final double TOLERANCE = 1e-4;
    private static final int CHECKED_ELEMENTS = 50;

    private final Random random = new Random(1);
    private final Multiplier library;
    private final double seconds;

    private MeasureProducts(Multiplier library, double seconds) {
        this.library = library;
        this.seconds = seconds;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        List<Product> products = arguments.length == 2
                ? Product.all()
                : IntStream.range(2, arguments.length)
                        .mapToObj(i -> Product.ofBatch(Integer.parseInt(arguments[i])))
                        .flatMap(List::stream)
                        .toList();
        Multiplier library = library(arguments[0]);
        System.out.println("version\t" + library.version());
        MeasureProducts measure = new MeasureProducts(library, Double.parseDouble(arguments[1]));
        products.forEach(measure::samples);
        products.forEach(measure::print);
        System.exit(0);
    }

    private static Multiplier library(String name) {
        return switch (name) {
            case "lanewise" -> new Lanewise();
            case "openblas" -> new OpenBlas();
            case "mkl" -> new Mkl();
            case "onednn" -> new OneDnn();
            case "onednn-sgemm" -> new OneDnnGemm();
            case "netlib" -> new Netlib();
            case "ejml" -> new Ejml();
            default -> throw new IllegalArgumentException("library: " + name);
        };
    }

    private void print(Product product) {
        double[] samples = samples(product);
        figure("GFLOP/s", product.operations() / samples[0] * 1e-9, product);
        figure("median GFLOP/s", product.operations() / samples[samples.length / 2] * 1e-9, product);
    }

    private static void figure(String name, double value, Product product) {
        System.out.printf(Locale.ROOT, "figure\t%s\t%s\t%s%n", name, value, product);
    }

    /** The seconds of one product in each sample, ascending. */
    private double[] samples(Product product) {
        float[] a = numbers(product.m() * product.k());
        float[] b = numbers(product.k() * product.n());
        try (Multiplication multiplication = library.prepare(product, a, b)) {
            multiplication.run();
            check(product, a, b, multiplication.result());
            int repetitions = 1;
            double[] samples = new double[(int) (seconds / SAMPLE_SECONDS) + 1];
            int count = 0;
            long first = System.nanoTime();
            while (count < samples.length && System.nanoTime() - first < seconds * 1e9) {
                long start = System.nanoTime();
                for (int i = 0; i < repetitions; i++) {
                    multiplication.run();
                }
                double time = (System.nanoTime() - start) * 1e-9;
                if (time < SAMPLE_SECONDS / 2) {
                    repetitions *= 2;
                } else {
                    samples[count++] = time / repetitions;
                }
            }
            double[] found = Arrays.copyOf(samples, count);
            Arrays.sort(found);
            return found;
        }
    }

    private float[] numbers(int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }

    /** Compares some elements with sums in double. */
    private void check(Product p, float[] a, float[] b, float[] c) {
        for (int i = 0; i < CHECKED_ELEMENTS; i++) {
            int row = random.nextInt(p.m());
            int column = random.nextInt(p.n());
            double sum = 0;
            for (int s = 0; s < p.k(); s++) {
                double x = p.transposedA() ? a[s * p.m() + row] : a[row * p.k() + s];
                double y = p.transposedB() ? b[column * p.k() + s] : b[s * p.n() + column];
                sum += x * y;
            }
            double found = c[row * p.n() + column];
            if (!(Math.abs(found - sum) <= TOLERANCE)) {
                throw new IllegalStateException(
                        "%s (%d, %d): expected %s, found %s".formatted(p, row, column, sum, found));
            }
        }
    }
}
