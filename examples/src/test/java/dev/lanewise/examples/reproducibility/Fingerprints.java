package dev.lanewise.examples.reproducibility;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.ConditionalAutoencoderModel;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.examples.ConditionalModel;
import dev.lanewise.examples.DropoutDenoiserModel;
import dev.lanewise.examples.GaussianDenoiserModel;
import dev.lanewise.examples.HashingModel;
import dev.lanewise.examples.SparseKlModel;
import dev.lanewise.examples.SparseL1Model;
import dev.lanewise.examples.StackedAutoencoderModel;
import dev.lanewise.examples.TiedModel;
import dev.lanewise.examples.VariationalModel;
import dev.lanewise.examples.garments.Garments;
import dev.lanewise.file.Safetensors;
import dev.lanewise.kernels.CounterRandom;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A short training run of every example model, boiled down to one hash each: of all weights, the optimizer's state, the history,
 * codings with and without noise, and 64 decoded samples. The hashes are committed; whatever machine, thread count, vector
 * width, compiler or collector computes them, they must come out the same.
 *
 * <p>As a program: {@code Fingerprints STEPS THREADS} prints a line per model.
 */
final class Fingerprints {

    private static final int BATCH = 32;
    private static final int CLASSES = 10;
    private static final int STEPS_PER_EPOCH = 30;

    /** The models by their names on the command line. */
    static final Map<String, LongFunction<AutoencoderModel>> MODELS = models();

    private Fingerprints() {}

    private static Map<String, LongFunction<AutoencoderModel>> models() {
        Map<String, LongFunction<AutoencoderModel>> models = new LinkedHashMap<>();
        models.put("stacked", StackedAutoencoderModel::create);
        models.put("dropout-denoiser", DropoutDenoiserModel::create);
        models.put("gaussian-denoiser", GaussianDenoiserModel::create);
        models.put("sparse-l1", SparseL1Model::create);
        models.put("sparse-kl", SparseKlModel::create);
        models.put("variational", VariationalModel::create);
        models.put("conditional", ConditionalModel::create);
        models.put("tied", TiedModel::create);
        models.put("hashing", HashingModel::create);
        return models;
    }

    /** Prints the hash of every model. */
    public static void main(String[] arguments) throws IOException {
        int steps = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        for (String model : MODELS.keySet()) {
            System.out.println(model + " " + of(model, steps, threads));
        }
    }

    /** The hash of one model after a number of steps, with a last batch that is not full. */
    static String of(String name, int steps, int threads) throws IOException {
        int perEpoch = Math.min(steps, STEPS_PER_EPOCH);
        int rows = perEpoch * BATCH - 9;
        DataSet images = DataSet.ofImages(Garments.PIXELS, Garments.images(1, 0, rows + 3 * BATCH));
        int[] labels =
                IntStream.range(0, images.rows()).map(row -> row % CLASSES).toArray();
        Path checkpoint = Files.createTempFile("lanewise-fingerprint", ".safetensors");
        try {
            AutoencoderModel model = MODELS.get(name).apply(1);
            DataSet data = model instanceof ConditionalAutoencoderModel
                    ? images.labelled(labels).conditionedOnLabels(CLASSES)
                    : images;
            model.fit(
                    data.slice(0, rows),
                    Training.with(new Nadam())
                            .epochs(steps / perEpoch)
                            .batchSize(BATCH)
                            .seed(2)
                            .threads(threads)
                            .validation(data.slice(rows, rows + 2 * BATCH + 5))
                            .checkpoint(checkpoint));
            MessageDigest digest = digest();
            digest.update(withoutMetadata(Safetensors.read(checkpoint)));
            infer(digest, model, data.slice(rows + BATCH, rows + 2 * BATCH));
            return HexFormat.of().formatHex(digest.digest());
        } finally {
            Files.delete(checkpoint);
        }
    }

    private static void infer(MessageDigest digest, AutoencoderModel model, DataSet data) {
        Matrix images = data.matrix();
        if (model instanceof ConditionalAutoencoderModel conditional) {
            Matrix condition = data.conditions(0, data.rows());
            Matrix codings = conditional.encode(images, condition);
            add(digest, codings);
            add(digest, conditional.reconstruct(images, condition, 5));
            add(digest, conditional.decode(normal(64, codings.columns()), Matrix.oneHot(CLASSES, 3)));
        } else {
            Matrix codings = model.encode(images);
            add(digest, codings);
            add(digest, model.reconstruct(images, 5));
            add(digest, model.decode(normal(64, codings.columns())));
        }
    }

    private static Matrix normal(int rows, int columns) {
        Matrix codings = Matrix.zeros(rows, columns);
        CounterRandom.normal(0, rows, columns, 77, 0, 0, 0, codings.values(), 0, columns);
        return codings;
    }

    /** The tensors with their names and shapes; the metadata holds the library's version. */
    private static byte[] withoutMetadata(Safetensors file) {
        Safetensors.Builder builder = Safetensors.builder();
        file.tensors().values().forEach(builder::tensor);
        return builder.build().toBytes();
    }

    private static void add(MessageDigest digest, Matrix matrix) {
        ByteBuffer bits = ByteBuffer.allocate(4 * matrix.values().length);
        for (float value : matrix.values()) {
            bits.putInt(Float.floatToIntBits(value));
        }
        digest.update(bits.array());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
