package dev.lanewise.peers;

import static dev.lanewise.peers.Example.Activation.LINEAR;
import static dev.lanewise.peers.Example.Activation.RELU;
import static dev.lanewise.peers.Example.Activation.SIGMOID;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The examples that are measured, as data: what a peer needs to know to build the same model. The loss is the mean squared error over the
 * batch and the pixels of the clean image; weights start Glorot-uniform, biases at 0.
 */
public enum Example {
    /** 784 → 100 → 30 → 100 → 784 behind dropout of half the pixels. */
    DROPOUT_DENOISER(32, Corruption.DROPOUT, List.of(RELU.of(100), RELU.of(30)), Codings.PLAIN, List.of(RELU.of(100))),
    /** The same behind Gaussian noise. */
    GAUSSIAN_DENOISER(
            32, Corruption.GAUSSIAN, List.of(RELU.of(100), RELU.of(30)), Codings.PLAIN, List.of(RELU.of(100))),
    /** 300 sigmoid codings whose sum costs 1e-4 each. */
    SPARSE_L1(32, Corruption.NONE, List.of(RELU.of(100), SIGMOID.of(300)), Codings.L1, List.of(RELU.of(100))),
    /** 300 sigmoid codings, each to be active a tenth of the time. */
    SPARSE_KL(32, Corruption.NONE, List.of(RELU.of(100), SIGMOID.of(300)), Codings.KL, List.of(RELU.of(100))),
    /** 10 codings, sampled. */
    VARIATIONAL(
            128,
            Corruption.NONE,
            List.of(RELU.of(150), RELU.of(100)),
            Codings.SAMPLED,
            List.of(RELU.of(100), RELU.of(150)));

    /** Pixels of an image. */
    public static final int PIXELS = 28 * 28;

    /** The part of the pixels that {@link Corruption#DROPOUT} sets to 0; the others are divided by 1 − this. */
    public static final float DROPOUT_RATE = 0.5f;

    /** The standard deviation of {@link Corruption#GAUSSIAN}. */
    public static final float GAUSSIAN_DEVIATION = 0.2f;

    /** The factor of {@link Codings#L1}. */
    public static final float L1 = 1e-4f;

    /** The factor of {@link Codings#KL}. */
    public static final float KL_WEIGHT = 5e-3f;

    /** The mean activation that {@link Codings#KL} asks for. */
    public static final float KL_TARGET = 0.1f;

    /** How many codings {@link Codings#SAMPLED} draws. */
    public static final int SAMPLED_CODINGS = 10;

    /** Adam's step, the same in all libraries. */
    public static final float LEARNING_RATE = 1e-3f;

    private final int batch;
    private final Corruption corruption;
    private final List<Dense> encoder;
    private final Codings codings;
    private final List<Dense> decoder;

    Example(int batch, Corruption corruption, List<Dense> encoder, Codings codings, List<Dense> hidden) {
        this.batch = batch;
        this.corruption = corruption;
        this.encoder = encoder;
        this.codings = codings;
        Dense[] decoder = Arrays.copyOf(hidden.toArray(Dense[]::new), hidden.size() + 1);
        decoder[hidden.size()] = LINEAR.of(28 * 28);
        this.decoder = List.of(decoder);
    }

    /**
     * The example's name on Lanewise's command line.
     *
     * @return such as {@code sparse-l1}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The example of that name.
     *
     * @param label such as {@code sparse-l1}
     * @return the example
     * @throws IllegalArgumentException if there is none
     */
    public static Example of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The batch it is trained with.
     *
     * @return rows per step
     */
    public int batch() {
        return batch;
    }

    /**
     * What is done to the images before the first layer, in training only.
     *
     * @return the noise
     */
    public Corruption corruption() {
        return corruption;
    }

    /**
     * The encoder's dense layers in order.
     *
     * @return the layers up to the codings, or up to the two that give a sampled coding's mean and logarithm of variance
     */
    public List<Dense> encoder() {
        return encoder;
    }

    /**
     * What becomes of the encoder's last layer.
     *
     * @return the penalty, or sampling
     */
    public Codings codings() {
        return codings;
    }

    /**
     * The decoder's dense layers in order.
     *
     * @return the layers, the last of them linear with one unit a pixel
     */
    public List<Dense> decoder() {
        return decoder;
    }

    /** What is done to the images before the first layer, in training only. */
    public enum Corruption {
        /** Nothing. */
        NONE,
        /** x·mask/(1 − rate). */
        DROPOUT,
        /** x + deviation·N(0, 1). */
        GAUSSIAN
    }

    /** What becomes of the encoder's last layer, a (B × units). */
    public enum Codings {
        /** They are the codings. */
        PLAIN,
        /** They are the codings; l1·Σ|a|/B is added to the loss. */
        L1,
        /**
         * They are the codings; weight·Σ_j [p·log(p/q_j) + (1 − p)·log((1 − p)/(1 − q_j))]/B is added to the loss, q_j the mean of
         * unit j over the batch and p the target.
         */
        KL,
        /**
         * Two linear layers give μ and γ; the codings are μ + exp(γ/2)·N(0, 1); the mean over the batch of −½·Σ(1 + γ − exp(γ) − μ²)/784 is
         * added to the loss.
         */
        SAMPLED
    }

    /** A dense layer's activation. */
    public enum Activation {
        /** None. */
        LINEAR,
        /** max(0, x). */
        RELU,
        /** 1/(1 + e⁻ˣ). */
        SIGMOID;

        Dense of(int units) {
            return new Dense(units, this);
        }
    }

    /**
     * A dense layer, y = f(x·W + b).
     *
     * @param units columns of y
     * @param activation f
     */
    public record Dense(int units, Activation activation) {}
}
