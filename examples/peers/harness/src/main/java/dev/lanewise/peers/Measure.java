package dev.lanewise.peers;

import dev.lanewise.data.DataSet;
import dev.lanewise.data.FashionMnist;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;

/**
 * Measures the one peer on the class path, and prints what it found in lines that begin with {@code figure}; the libraries print lines of
 * their own.
 *
 * <pre>
 * Measure training FOLDER EXAMPLE THREADS EPOCHS
 * Measure inference THREADS SECONDS
 * </pre>
 */
public final class Measure {

    private static final int[] BATCHES = {1, 32, 1024};

    private Measure() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        Peer peer = ServiceLoader.load(Peer.class).findFirst().orElseThrow();
        if (arguments[0].equals("training")) {
            training(
                    peer,
                    FashionMnist.load(Path.of(arguments[1])).train(),
                    Example.of(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    Integer.parseInt(arguments[4]));
        } else {
            int threads = Integer.parseInt(arguments[1]);
            for (int batch : BATCHES) {
                inference(peer, batch, threads, Double.parseDouble(arguments[2]));
            }
        }
        // Some libraries leave threads behind that would keep the JVM alive.
        System.exit(0);
    }

    /** The first epoch warms up; the median of the others is the figure, and the loss is that of the last. */
    private static void training(Peer peer, DataSet data, Example example, int threads, int epochs) {
        if (!peer.has(example)) {
            return;
        }
        var times = peer.train(new Task(example, data, threads, epochs));
        double[] seconds =
                times.stream().skip(1).mapToDouble(Epoch::seconds).sorted().toArray();
        figure("images/s", data.rows() / seconds[seconds.length / 2]);
        figure("first epoch images/s", data.rows() / times.getFirst().seconds());
        figure("loss", times.getLast().loss());
        version(peer);
    }

    /** As many calls as fit into the time, after as long a warm-up. */
    private static void inference(Peer peer, int batch, int threads, double seconds) {
        float[] images = new float[batch * Example.PIXELS];
        Random random = new Random(1);
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextInt(256) / 255f;
        }
        try (Reconstructor reconstructor = peer.reconstructor(batch, threads)) {
            calls(reconstructor, images, seconds);
            long[] nanos = calls(reconstructor, images, seconds);
            if (batch == 1) {
                figure("p50 µs", nanos[nanos.length / 2] * 1e-3);
                figure("p99 µs", nanos[nanos.length * 99 / 100] * 1e-3);
            } else {
                figure("images/s at " + batch, batch / (nanos[nanos.length / 2] * 1e-9));
            }
        }
        version(peer);
    }

    /** The nanoseconds of each call, ascending. */
    private static long[] calls(Reconstructor reconstructor, float[] images, double seconds) {
        float[] reconstructions = new float[images.length];
        long[] nanos = new long[1 << 20];
        int calls = 0;
        long first = System.nanoTime();
        long start = first;
        while (calls < nanos.length && start - first < seconds * 1e9) {
            reconstructor.reconstruct(images, reconstructions);
            long end = System.nanoTime();
            nanos[calls++] = end - start;
            start = end;
        }
        nanos = Arrays.copyOf(nanos, calls);
        Arrays.sort(nanos);
        return nanos;
    }

    private static void figure(String name, double value) {
        System.out.printf(Locale.ROOT, "figure\t%s\t%s%n", name, value);
    }

    private static void version(Peer peer) {
        System.out.println("version\t" + peer.version());
    }
}
