package consumer.app;

import dev.lanewise.Autoencoder;
import dev.lanewise.Decoder;
import dev.lanewise.Encoder;
import dev.lanewise.Tensor;
import dev.lanewise.function.Elementwise;
import dev.lanewise.layer.Dense;
import dev.lanewise.proof.ModelProof;

/** Of a model with a function of its own, whose class for vectors has to find the Vector API in a module that does not require it. */
class OwnFunctionProof extends ModelProof<OwnFunctionProof_SqueezerModel> {

    @Autoencoder(input = 24)
    interface Squeezer {

        @Elementwise
        static float softSign(float x) {
            return x > 0 ? x / (1 + x) : x / (1 - x);
        }

        @Encoder
        interface Down {
            @Dense(units = 9, activationBy = "softSign")
            Tensor codings(Tensor input);
        }

        @Decoder
        interface Up {
            @Dense(units = 24)
            Tensor output(Tensor codings);
        }
    }
}
