package dev.lanewise.examples;

import dev.lanewise.*;
import dev.lanewise.layer.*;

/** 784 → 150 → 100 → 10 → 100 → 150 → 784, codings drawn around a mean, close to N(0, I) overall. */
@Autoencoder(input = {28, 28})
public interface Variational {

    @Encoder
    interface Recognition {
        @Dense(units = 150, activation = Activation.RELU)
        Tensor hidden1(Tensor input);

        @Dense(units = 100, activation = Activation.RELU)
        Tensor hidden2(Tensor hidden1);

        @Dense(units = 10)
        Tensor mean(Tensor hidden2);

        @Dense(units = 10)
        Tensor logVariance(Tensor hidden2);

        @Sampling
        Tensor codings(Tensor mean, Tensor logVariance);
    }

    @Decoder
    interface Generation {
        @Dense(units = 100, activation = Activation.RELU)
        Tensor hidden1(Tensor codings);

        @Dense(units = 150, activation = Activation.RELU)
        Tensor hidden2(Tensor hidden1);

        @Dense(units = 28 * 28)
        Tensor output(Tensor hidden2);
    }
}
