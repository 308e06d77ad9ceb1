package dev.lanewise.examples;

import static dev.lanewise.function.Functions.abs;
import static dev.lanewise.function.Functions.softplus;
import static dev.lanewise.function.Functions.sqrt;
import static dev.lanewise.function.Functions.sum;
import static dev.lanewise.function.Functions.tanh;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.function.Elementwise;
import dev.lanewise.function.Rowwise;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.Penalty;

/** 784 → 100 → 30 → 100 → 784 with functions of its own: an activation, a penalty that makes codings sparse, and a loss. */
@Autoencoder(
        input = {28, 28},
        lossBy = "charbonnier")
public interface Sketch {

    /**
     * D. Misra, Mish: a self regularized non-monotonic activation function, 2019.
     *
     * @param x the pre-activation
     * @return the activation
     */
    @Elementwise
    static float mish(float x) {
        return x * tanh(softplus(x));
    }

    /**
     * |prediction − target|, smooth at 0 (P. Charbonnier et al., Two deterministic half-quadratic regularization algorithms, 1994).
     *
     * @param prediction what the model gives
     * @param target what it should have given
     * @return the loss
     */
    @Elementwise
    static float charbonnier(float prediction, float target) {
        float difference = prediction - target;
        return sqrt(difference * difference + 1e-2f);
    }

    /**
     * (Σ|a|)² / Σa²: 1 where a single value is not 0, their number where all are alike (P. Hoyer, Non-negative matrix
     * factorization with sparseness constraints, 2004).
     *
     * @param a each value of a row
     * @return the penalty of the row
     */
    @Rowwise
    static float hoyer(float a) {
        float magnitude = sum(abs(a));
        return magnitude * magnitude / (sum(a * a) + 1e-6f);
    }

    /** 784 → 100 → 30. */
    @Encoder
    interface Recognition {
        @Dense(units = 100, activationBy = "mish")
        Tensor hidden(Tensor input);

        @Dense(units = 30)
        Tensor bottleneck(Tensor hidden);

        @Penalty(by = "hoyer", weight = 1e-3)
        Tensor codings(Tensor bottleneck);
    }

    /** 30 → 100 → 784. */
    @Decoder
    interface Generation {
        @Dense(units = 100, activationBy = "mish")
        Tensor hidden(Tensor codings);

        @Dense(units = 28 * 28)
        Tensor output(Tensor hidden);
    }
}
