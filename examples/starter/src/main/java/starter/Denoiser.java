package starter;

import static dev.lanewise.layer.Activation.RELU;
import static dev.lanewise.layer.Activation.SIGMOID;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.Dropout;

/** 784 → 64 → 12 → 64 → 784, half of the pixels dropped in training. javac writes {@code DenoiserModel} beside it. */
@Autoencoder(input = {28, 28})
public interface Denoiser {

    @Encoder
    interface Recognition {
        @Dropout(0.5)
        Tensor corrupted(Tensor input);

        @Dense(units = 64, activation = RELU)
        Tensor hidden(Tensor corrupted);

        @Dense(units = 12, activation = RELU)
        Tensor codings(Tensor hidden);
    }

    @Decoder
    interface Generation {
        @Dense(units = 64, activation = RELU)
        Tensor hidden(Tensor codings);

        @Dense(units = 28 * 28, activation = SIGMOID)
        Tensor output(Tensor hidden);
    }
}
