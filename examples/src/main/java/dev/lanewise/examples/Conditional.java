package dev.lanewise.examples;

import dev.lanewise.*;
import dev.lanewise.layer.*;

/** As {@link Variational}, told what an image shows: its codings need not say so, and images can be made up class by class. */
@Autoencoder(
        input = {28, 28},
        condition = 10)
public interface Conditional {

    @Encoder
    interface Recognition {
        @Concat
        Tensor labelled(Tensor input, Tensor condition);

        @Dense(units = 150, activation = Activation.RELU)
        Tensor hidden1(Tensor labelled);

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
        @Concat
        Tensor labelled(Tensor codings, Tensor condition);

        @Dense(units = 100, activation = Activation.RELU)
        Tensor hidden1(Tensor labelled);

        @Dense(units = 150, activation = Activation.RELU)
        Tensor hidden2(Tensor hidden1);

        @Dense(units = 28 * 28)
        Tensor output(Tensor hidden2);
    }
}
