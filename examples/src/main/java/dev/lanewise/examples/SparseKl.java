package dev.lanewise.examples;

import static dev.lanewise.layer.Activation.RELU;
import static dev.lanewise.layer.Activation.SIGMOID;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.KlSparsity;

/** 784 → 100 → 300 → 100 → 784, each of the 300 codings active for a tenth of the images. */
@Autoencoder(input = {28, 28})
public interface SparseKl {

    @Encoder
    interface Recognition {
        @Dense(units = 100, activation = RELU)
        Tensor hidden1(Tensor input);

        @Dense(units = 300, activation = SIGMOID)
        Tensor hidden2(Tensor hidden1);

        @KlSparsity(weight = 5e-3, target = 0.1)
        Tensor codings(Tensor hidden2);
    }

    @Decoder
    interface Generation {
        @Dense(units = 100, activation = RELU)
        Tensor hidden1(Tensor codings);

        @Dense(units = 28 * 28)
        Tensor output(Tensor hidden1);
    }
}
