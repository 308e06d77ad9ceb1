package dev.lanewise.examples;

import static dev.lanewise.layer.Activation.RELU;
import static dev.lanewise.layer.Activation.SIGMOID;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.GaussianNoise;

/** 784 → 100 → 16 → 100 → 784, noise before the codings drives them to 0 or 1: 16 bits of hash. */
@Autoencoder(input = {28, 28})
public interface Hashing {

    @Encoder
    interface Recognition {
        @Dense(units = 100, activation = RELU)
        Tensor hidden1(Tensor input);

        @GaussianNoise(15)
        Tensor noisy(Tensor hidden1);

        @Dense(units = 16, activation = SIGMOID)
        Tensor codings(Tensor noisy);
    }

    @Decoder
    interface Generation {
        @Dense(units = 100, activation = RELU)
        Tensor hidden1(Tensor codings);

        @Dense(units = 28 * 28)
        Tensor output(Tensor hidden1);
    }
}
