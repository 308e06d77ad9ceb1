package dev.lanewise.examples;

import static dev.lanewise.layer.Activation.RELU;
import static dev.lanewise.layer.Activation.SIGMOID;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.layer.ActivityRegularization;
import dev.lanewise.layer.Dense;

/** 784 → 100 → 300 → 100 → 784, most of the 300 codings near 0 for any one image. */
@Autoencoder(input = {28, 28})
public interface SparseL1 {

    @Encoder
    interface Recognition {
        @Dense(units = 100, activation = RELU)
        Tensor hidden1(Tensor input);

        @Dense(units = 300, activation = SIGMOID)
        Tensor hidden2(Tensor hidden1);

        @ActivityRegularization(l1 = 1e-4)
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
