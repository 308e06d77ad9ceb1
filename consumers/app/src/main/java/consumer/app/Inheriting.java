package consumer.app;

import consumer.library.Funnel;
import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Loss;
import dev.lanewise.Tensor;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.DenseTransposed;

/** A package-private model whose encoder is the library's. */
@Autoencoder(input = 24, loss = Loss.HUBER)
interface Inheriting {

    @Encoder
    interface Recognition extends Funnel {}

    @Decoder
    interface Generation {
        @DenseTransposed(of = "codings", activation = Activation.TANH)
        Tensor wide(Tensor codings);

        @DenseTransposed(of = "hidden")
        Tensor output(Tensor wide);
    }
}
