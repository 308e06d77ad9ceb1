package dev.lanewise.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {

    @Test
    void everyOptimizerReadsBackFromItsText() {
        Optimizer[] optimizers = {
            new Sgd(),
            new Sgd(0.1, 0.9, true),
            new RmsProp(1e-3 / 3),
            new Adam(),
            new AdamW(0.002),
            new Nadam(Math.PI),
            new CosineDecay(new Adam(), 10, 1L << 40, 0.01)
        };
        for (Optimizer optimizer : optimizers) {
            assertEquals(optimizer, Optimizer.parse(optimizer.text()));
        }
    }

    @Test
    void theTextNamesEveryNumber() {
        assertEquals("nadam learningRate=0.001 beta1=0.9 beta2=0.999 epsilon=1.0E-7", new Nadam().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "adam",
                "adam learningRate=x",
                "adagrad learningRate=0.1",
                "sgd learningRate=-1 momentum=0.0 nesterov=false",
                "sgd learningRate=0.1 momentum=0.0 nesterov=maybe",
                "sgd learningRate=0.1 momentum=0.0 nesterov=false more=1",
                "sgd learningRate=0.1 momentum=0.0 nesterov=false decayFrom=1",
                "sgd learningRate=0.1 momentum=0.0 nesterov=false decayFrom=1 decaySteps=0 decayFloor=0.0",
                "sgd learningRate=0.1 momentum=0.0 nesterov=false decayFrom=x decaySteps=1 decayFloor=0.0"
            })
    void whatIsNotAnOptimizerIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Optimizer.parse(text));
    }
}
