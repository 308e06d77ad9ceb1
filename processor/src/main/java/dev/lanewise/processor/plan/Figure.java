package dev.lanewise.processor.plan;

import dev.lanewise.Loss;
import dev.lanewise.layer.Per;
import dev.lanewise.processor.graph.Value;

/**
 * A term of the cost, or what validation reports beside it.
 *
 * @param kind what it measures
 * @param name its column in histories
 * @param value of which value
 * @param weight its factor
 * @param elements what each row's sum is divided by
 * @param per what the sum over the rows is divided by
 */
public record Figure(Kind kind, String name, Value value, double weight, int elements, Per per) {

    /** What a figure measures. */
    public enum Kind {
        /** How far the output is from the input. */
        RECONSTRUCTION,
        /** The same where sampling layers give their mean. Not part of the cost. */
        RECONSTRUCTION_FROM_MEAN,
        /** The penalty of large activations. */
        ACTIVITY_REGULARIZATION,
        /** The penalty of mean activations off their target. It needs all rows of a batch. */
        KL_SPARSITY,
        /** A penalty of the user's own. */
        OWN_PENALTY,
        /** The penalty of distributions off N(0, 1). */
        LATENT_LOSS
    }

    /**
     * A reconstruction loss's name in structures and histories.
     *
     * @param loss which
     * @return such as {@code mse}
     */
    public static String nameOf(Loss loss) {
        return switch (loss) {
            case MSE -> "mse";
            case MAE -> "mae";
            case HUBER -> "huber";
            case BINARY_CROSS_ENTROPY -> "bce";
        };
    }
}
