package dev.lanewise.examples;

import static dev.lanewise.layer.Activation.RELU;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.GaussianNoise;

/** 784 → 100 → 30 → 100 → 784 behind noise on every pixel. */
@Autoencoder(input = {28, 28})
public interface GaussianDenoiser {

    @Encoder
    interface Recognition {
        @GaussianNoise(0.2)
        Tensor corrupted(Tensor input);

        @Dense(units = 100, activation = RELU)
        Tensor hidden1(Tensor corrupted);

        @Dense(units = 30, activation = RELU)
        Tensor codings(Tensor hidden1);
    }

    @Decoder
    interface Generation {
        @Dense(units = 100, activation = RELU)
        Tensor hidden1(Tensor codings);

        @Dense(units = 28 * 28)
        Tensor output(Tensor hidden1);
    }
}
