package dev.lanewise.examples;

import static dev.lanewise.layer.Activation.RELU;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.DenseTransposed;

/** 784 → 100 → 30 → 100 → 784, the decoder's weights the transposes of the encoder's. */
@Autoencoder(input = {28, 28})
public interface Tied {

    @Encoder
    interface Recognition {
        @Dense(units = 100, activation = RELU)
        Tensor hidden1(Tensor input);

        @Dense(units = 30, activation = RELU)
        Tensor codings(Tensor hidden1);
    }

    @Decoder
    interface Generation {
        @DenseTransposed(of = "codings", activation = RELU)
        Tensor hidden1(Tensor codings);

        @DenseTransposed(of = "hidden1")
        Tensor output(Tensor hidden1);
    }
}
