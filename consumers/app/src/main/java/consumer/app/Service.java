package consumer.app;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Matrix;
import dev.lanewise.Tensor;
import dev.lanewise.layer.Dense;
import dev.lanewise.layer.Sampling;

/** A class with its model nested in it. */
final class Service {

    private final Service_CompressorModel model = Service_CompressorModel.create(1);

    @Autoencoder(input = 24)
    interface Compressor {

        @Encoder
        interface Down {
            @Dense(units = 3)
            Tensor mean(Tensor input);

            @Dense(units = 3)
            Tensor logVariance(Tensor input);

            @Sampling
            Tensor codings(Tensor mean, Tensor logVariance);
        }

        @Decoder
        interface Up {
            @Dense(units = 24)
            Tensor output(Tensor codings);
        }
    }

    Service() {}

    Service_CompressorModel model() {
        return model;
    }

    Matrix compress(Matrix rows) {
        return model.down(rows).mean();
    }
}
