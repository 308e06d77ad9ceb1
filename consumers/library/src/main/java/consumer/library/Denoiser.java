package consumer.library;

import static dev.lanewise.layer.Activation.RELU;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.Dropout;

/** A model that other modules use. */
@Autoencoder(input = {4, 6})
public interface Denoiser {

    /** Down. */
    @Encoder
    interface Recognition {
        /** Half of them. */
        @Dropout(0.5)
        Tensor corrupted(Tensor input);

        /** To 7. */
        @Dense(units = 7, activation = RELU)
        Tensor codings(Tensor corrupted);
    }

    /** Up. */
    @Decoder
    interface Generation {
        /** To 24. */
        @Dense(units = 24)
        Tensor output(Tensor codings);
    }
}
