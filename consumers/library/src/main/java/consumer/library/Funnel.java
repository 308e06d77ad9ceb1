package consumer.library;

import static dev.lanewise.layer.Activation.TANH;

import dev.lanewise.Tensor;
import dev.lanewise.layer.Dense;

/** Layers that encoders share by extending this. */
public interface Funnel {

    /** To {@link Size#HIDDEN}. */
    @Dense(units = Size.HIDDEN, activation = TANH)
    Tensor hidden(Tensor input);

    /** To 5. */
    @Dense(units = 5, activation = TANH)
    Tensor codings(Tensor hidden);
}
