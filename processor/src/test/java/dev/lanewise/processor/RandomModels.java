package dev.lanewise.processor;

import dev.lanewise.Loss;
import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.file.Safetensors;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Initializer;
import dev.lanewise.layer.Per;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.training.Adam;
import dev.lanewise.training.AdamW;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Optimizer;
import dev.lanewise.training.RmsProp;
import dev.lanewise.training.Sgd;
import dev.lanewise.training.Training;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Models that nobody would declare, drawn at random: odd widths, every activation, initializer, loss and optimizer, noise and
 * penalties in a row, weights shared by several layers, codings that are sampled. A model's short training run is boiled down
 * to a hash of the weights, the optimizer's state, the history, codings and reconstructions.
 *
 * <p>As a program: {@code RandomModels SEED COUNT THREADS FIRST} prints the hashes of the first so many models of a draw, whose
 * classes have to be on the class path.
 */
final class RandomModels {

    private static final List<Integer> WIDTHS =
            List.of(1, 2, 3, 5, 7, 9, 13, 15, 17, 19, 23, 31, 33, 37, 47, 49, 61, 65);
    private static final List<Integer> INPUTS = List.of(1, 3, 7, 17, 21, 33, 46, 61, 97, 103);
    private static final List<Integer> BATCHES = List.of(1, 3, 8, 13, 32);
    private static final int ROWS = 75;
    private static final int VALIDATION_ROWS = 21;

    /**
     * One of them.
     *
     * @param name its simple name, in the package demo
     * @param source its declaration
     * @param width the number of its inputs
     * @param training two epochs of a few steps
     */
    record Drawn(String name, String source, int width, Training training) {

        /** The hash after training, with the model's class from the class path. */
        String hash(ClassLoader loader, int threads) throws ReflectiveOperationException, IOException {
            var create = loader.loadClass("demo." + name + "Model").getDeclaredMethod("create", long.class);
            CompiledModel model = (CompiledModel) create.invoke(null, 11L);
            DataSet data = uniform(ROWS + VALIDATION_ROWS, width);
            Path checkpoint = Files.createTempFile("lanewise-random", ".safetensors");
            try {
                model.fit(
                        data.slice(0, ROWS),
                        training.threads(threads)
                                .validation(data.slice(ROWS, ROWS + VALIDATION_ROWS))
                                .checkpoint(checkpoint));
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                Safetensors.Builder tensors = Safetensors.builder();
                Safetensors.read(checkpoint).tensors().values().forEach(tensors::tensor);
                digest.update(tensors.build().toBytes());
                Matrix rows = data.matrix(0, 35);
                add(digest, model.encode(rows));
                add(digest, model.reconstruct(rows, 5));
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every JDK has SHA-256", e);
            } finally {
                Files.delete(checkpoint);
            }
        }

        private static void add(MessageDigest digest, Matrix matrix) {
            ByteBuffer bits = ByteBuffer.allocate(4 * matrix.values().length);
            for (float value : matrix.values()) {
                bits.putInt(Float.floatToIntBits(value));
            }
            digest.update(bits.array());
        }
    }

    /** Cards that are drawn until none is left, then shuffled anew: each comes as often as the others. */
    private static final class Deck<T> {

        private final Random random;
        private final List<T> cards;
        private int drawn;

        Deck(Random random, List<T> cards) {
            this.random = random;
            this.cards = new ArrayList<>(cards);
        }

        T draw() {
            if (drawn == 0) {
                Collections.shuffle(cards, random);
            }
            T card = cards.get(drawn);
            drawn = (drawn + 1) % cards.size();
            return card;
        }
    }

    /** A dense layer of an encoder, whose weight may be shared. */
    private record Shared(String name, int in, int units) {}

    private final Random random;
    private final Deck<Activation> activations;
    private final Deck<Initializer> initializers;
    private final Deck<Loss> losses;
    private final Deck<Per> pers;
    private final Deck<Integer> widths;
    private final Deck<Integer> inputs;
    private final Deck<Integer> batches;
    private final Deck<Optimizer> optimizers;
    private final Deck<Boolean> sampled;

    private RandomModels(long seed) {
        random = new Random(seed);
        activations = new Deck<>(random, List.of(Activation.values()));
        initializers = new Deck<>(random, List.of(Initializer.values()));
        losses = new Deck<>(random, List.of(Loss.values()));
        pers = new Deck<>(random, List.of(Per.values()));
        widths = new Deck<>(random, WIDTHS);
        inputs = new Deck<>(random, INPUTS);
        batches = new Deck<>(random, BATCHES);
        optimizers = new Deck<>(
                random,
                List.of(
                        new Sgd(0.01),
                        new Sgd(0.003, 0.9, false),
                        new Sgd(0.003, 0.9, true),
                        new RmsProp(0.001),
                        new Adam(0.002),
                        new AdamW(0.002),
                        new Nadam(0.002)));
        sampled = new Deck<>(random, List.of(true, false, false));
    }

    /** As many models; the same ones for the same seed. */
    static List<Drawn> draw(long seed, int count) {
        RandomModels models = new RandomModels(seed);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(models.next("Random" + i));
        }
        return drawn;
    }

    private Drawn next(String name) {
        int width = inputs.draw();
        Loss loss = losses.draw();
        List<Shared> shareable = new ArrayList<>();
        StringBuilder encoder = new StringBuilder();
        int codings = encoder(encoder, width, shareable);
        StringBuilder decoder = new StringBuilder();
        decoder(decoder, codings, width, loss, shareable);
        String source = Declarations.model(
                        "input = " + width + ", loss = Loss." + loss, encoder.toString(), decoder.toString())
                .replace("interface Sample", "interface " + name);
        Training training = Training.with(optimizers.draw())
                .epochs(2)
                .batchSize(batches.draw())
                .seed(random.nextLong());
        return new Drawn(name, source, width, training);
    }

    /** Dense layers with noise and penalties between them; how many codings they end in. */
    private int encoder(StringBuilder layers, int width, List<Shared> shareable) {
        String value = random.nextBoolean() ? noise(layers, "corrupted", "input") : "input";
        int hidden = random.nextInt(3);
        int in = width;
        for (int i = 1; i <= hidden; i++) {
            int units = widths.draw();
            value = dense(layers, "hidden" + i, value, in, units, activations.draw(), shareable);
            in = units;
        }
        int units = widths.draw();
        if (sampled.draw()) {
            dense(layers, "mean", value, in, units, Activation.LINEAR, shareable);
            dense(layers, "logVariance", value, in, units, Activation.TANH, shareable);
            layer(layers, "@Sampling(beta = " + decimal(2) + ")", "codings", "mean, Tensor logVariance");
        } else {
            value = dense(layers, "bottle", value, in, units, activations.draw(), shareable);
            layer(layers, penalty(), "codings", value);
        }
        return units;
    }

    /** A way back to the input's width, over weights of the encoder where they fit and chance will. */
    private void decoder(StringBuilder layers, int codings, int width, Loss loss, List<Shared> shareable) {
        String value = "codings";
        int in = codings;
        for (int i = 1; i <= random.nextInt(3); i++) {
            int before = in;
            List<Shared> fitting =
                    shareable.stream().filter(layer -> layer.units() == before).toList();
            if (!fitting.isEmpty() && random.nextInt(3) > 0) {
                Shared shared = fitting.get(random.nextInt(fitting.size()));
                transposed(layers, "hidden" + i, value, shared, activations.draw());
                value = "hidden" + i;
                in = shared.in();
            } else {
                int units = widths.draw();
                value = dense(layers, "hidden" + i, value, in, units, activations.draw(), new ArrayList<>());
                in = units;
            }
        }
        Activation activation = loss == Loss.BINARY_CROSS_ENTROPY ? Activation.SIGMOID : activations.draw();
        int last = in;
        List<Shared> closing = shareable.stream()
                .filter(layer -> layer.units() == last && layer.in() == width)
                .toList();
        if (closing.isEmpty()) {
            layer(layers, denseOf(width, activation), "output", value);
        } else {
            transposed(layers, "output", value, closing.getFirst(), activation);
        }
    }

    private String noise(StringBuilder layers, String name, String value) {
        layer(
                layers,
                random.nextBoolean() ? "@Dropout(" + decimal(0.8) + ")" : "@GaussianNoise(" + decimal(0.5) + ")",
                name,
                value);
        return name;
    }

    /** A dense layer and now and then a penalty and noise after it; the name of what comes out. */
    private String dense(
            StringBuilder layers,
            String name,
            String value,
            int in,
            int units,
            Activation activation,
            List<Shared> shareable) {
        layer(layers, denseOf(units, activation), name, value);
        shareable.add(new Shared(name, in, units));
        if (name.equals("mean") || name.equals("logVariance")) {
            return name;
        }
        String result = name;
        if (activation == Activation.SIGMOID) {
            layer(
                    layers,
                    "@KlSparsity(weight = " + decimal(0.1) + ", target = " + decimal(0.9) + ", per = Per." + pers.draw()
                            + ")",
                    name + "Sparse",
                    result);
            result = name + "Sparse";
        }
        if (random.nextInt(3) == 0) {
            layer(layers, penalty(), name + "Small", result);
            result = name + "Small";
        }
        return random.nextInt(4) == 0 ? noise(layers, name + "Noisy", result) : result;
    }

    private String denseOf(int units, Activation activation) {
        return "@Dense(units = %d, activation = %s, initializer = Initializer.%s)"
                .formatted(units, activation, initializers.draw());
    }

    private static void transposed(
            StringBuilder layers, String name, String value, Shared shared, Activation activation) {
        layer(
                layers,
                "@DenseTransposed(of = \"%s\", activation = %s)".formatted(shared.name(), activation),
                name,
                value);
    }

    private String penalty() {
        return "@ActivityRegularization(l1 = " + decimal(0.01) + ", l2 = " + decimal(0.01) + ", per = Per."
                + pers.draw() + ")";
    }

    private static void layer(StringBuilder layers, String annotation, String name, String values) {
        layers.append("%s Tensor %s(Tensor %s);%n".formatted(annotation, name, values));
    }

    /** One of a thousand numbers above zero and below the limit. */
    private String decimal(double limit) {
        return Double.toString((1 + random.nextInt(999)) * limit / 1000);
    }

    private static DataSet uniform(int rows, int columns) {
        Random random = new Random(columns);
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextFloat();
        }
        return DataSet.of(matrix);
    }

    /** Prints the hash of every model asked for. */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        List<Drawn> models = draw(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
        int threads = Integer.parseInt(arguments[2]);
        for (Drawn model : models.subList(0, Integer.parseInt(arguments[3]))) {
            System.out.println(model.name() + " " + model.hash(RandomModels.class.getClassLoader(), threads));
        }
    }
}
