package dev.lanewise.processor.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.Loss;
import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.ActivationFunction.Saved;
import dev.lanewise.kernels.LossFunction;
import dev.lanewise.layer.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compiler does not load the kernels; what it takes for granted about them must be so. */
class DerivativeTest {

    @ParameterizedTest
    @EnumSource
    void derivativesTakeWhatTheKernelsTake(Activation activation) {
        boolean takesInput = ActivationFunction.valueOf(activation.name()).saved() == Saved.INPUT;
        assertEquals(takesInput, Derivative.isOfPreActivation(activation));
    }

    @Test
    void lossesAreCalledAsInTheKernels() {
        for (Loss loss : Loss.values()) {
            assertEquals(loss.name(), LossFunction.valueOf(loss.name()).name());
        }
    }
}
