package dev.lanewise.examples.bench;

import static dev.lanewise.function.Functions.abs;
import static dev.lanewise.function.Functions.erfc;
import static dev.lanewise.function.Functions.exp;
import static dev.lanewise.function.Functions.max;
import static dev.lanewise.function.Functions.sqrt;
import static dev.lanewise.function.Functions.sum;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.function.Elementwise;
import dev.lanewise.function.Functions;
import dev.lanewise.function.Rowwise;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.Penalty;

/** Functions as a user would write them, for {@link OwnFunctionBenchmark}; the models are there to have them compiled. */
final class OwnFunctions {

    private OwnFunctions() {}

    /** Activations. */
    @Autoencoder(input = 8, lossBy = "charbonnier")
    interface Activations {

        @Elementwise
        static float relu(float x) {
            return max(x, 0f);
        }

        @Elementwise
        static float leakyRelu(float x) {
            return x >= 0 ? x : 0.2f * x;
        }

        @Elementwise
        static float elu(float x) {
            return x > 0 ? x : exp(x) - 1;
        }

        @Elementwise
        static float selu(float x) {
            return x > 0 ? 1.05070098f * x : 1.7580993f * (exp(x) - 1);
        }

        @Elementwise
        static float silu(float x) {
            return x * Functions.sigmoid(x);
        }

        @Elementwise
        static float gelu(float x) {
            return 0.5f * x * erfc(-x * 0.70710678f);
        }

        @Elementwise
        static float softplus(float x) {
            return Functions.softplus(x);
        }

        @Elementwise
        static float tanh(float x) {
            return Functions.tanh(x);
        }

        @Elementwise
        static float sigmoid(float x) {
            return Functions.sigmoid(x);
        }

        @Elementwise
        static float mish(float x) {
            return x * Functions.tanh(Functions.softplus(x));
        }

        @Elementwise
        static float bump(float x) {
            return exp(-x * x);
        }

        @Elementwise
        static float piecewise(float x) {
            if (x < -1) {
                return 0.1f * x;
            }
            float t = x + 0.9f;
            return x > 2 ? 3 * t : t * t;
        }

        @Elementwise
        static float charbonnier(float prediction, float target) {
            float d = prediction - target;
            return sqrt(d * d + 1e-2f);
        }

        @Rowwise
        static float l1(float a) {
            return sum(abs(a));
        }

        @Rowwise
        static float hoyer(float a) {
            float magnitude = sum(abs(a));
            return magnitude * magnitude / (sum(a * a) + 1e-6f);
        }

        @Encoder
        interface Down {
            @Dense(units = 8, activationBy = "relu")
            Tensor relu(Tensor input);

            @Dense(units = 8, activationBy = "leakyRelu")
            Tensor leakyRelu(Tensor relu);

            @Dense(units = 8, activationBy = "elu")
            Tensor elu(Tensor leakyRelu);

            @Dense(units = 8, activationBy = "selu")
            Tensor selu(Tensor elu);

            @Dense(units = 8, activationBy = "silu")
            Tensor silu(Tensor selu);

            @Dense(units = 8, activationBy = "gelu")
            Tensor gelu(Tensor silu);

            @Dense(units = 8, activationBy = "softplus")
            Tensor softplus(Tensor gelu);

            @Dense(units = 8, activationBy = "tanh")
            Tensor tanh(Tensor softplus);

            @Dense(units = 8, activationBy = "sigmoid")
            Tensor sigmoid(Tensor tanh);

            @Dense(units = 8, activationBy = "mish")
            Tensor mish(Tensor sigmoid);

            @Dense(units = 8, activationBy = "bump")
            Tensor bump(Tensor mish);

            @Dense(units = 8, activationBy = "piecewise")
            Tensor piecewise(Tensor bump);

            @Penalty(by = "l1", weight = 1e-3)
            Tensor l1(Tensor piecewise);

            @Penalty(by = "hoyer", weight = 1e-3)
            Tensor codings(Tensor l1);
        }

        @Decoder
        interface Up {
            @Dense(units = 8)
            Tensor output(Tensor codings);
        }
    }

    /** Squared error. */
    @Autoencoder(input = 8, lossBy = "mse")
    interface Squared {

        @Elementwise
        static float mse(float prediction, float target) {
            float d = prediction - target;
            return d * d;
        }

        @Encoder
        interface Down {
            @Dense(units = 8)
            Tensor codings(Tensor input);
        }

        @Decoder
        interface Up {
            @Dense(units = 8)
            Tensor output(Tensor codings);
        }
    }

    /** Huber's loss. */
    @Autoencoder(input = 8, lossBy = "huber")
    interface Robust {

        @Elementwise
        static float huber(float prediction, float target) {
            float d = abs(prediction - target);
            return d <= 1 ? 0.5f * d * d : d - 0.5f;
        }

        @Encoder
        interface Down {
            @Dense(units = 8)
            Tensor codings(Tensor input);
        }

        @Decoder
        interface Up {
            @Dense(units = 8)
            Tensor output(Tensor codings);
        }
    }
}
