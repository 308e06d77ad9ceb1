package dev.lanewise.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatentWarmUpTest {

    @Test
    void theShareRisesByTheSameStepFromEpochToEpoch() {
        LatentWarmUp warmUp = new LatentWarmUp(0.2, 4);
        double[] shares = {0.2, 0.4, 0.6, 0.8, 1, 1};
        for (int epoch = 1; epoch <= shares.length; epoch++) {
            assertEquals(shares[epoch - 1], warmUp.share(epoch), 1e-15, "epoch " + epoch);
        }
    }

    @Test
    void withoutAWarmUpTheShareIsWholeFromTheStart() {
        assertEquals(1, LatentWarmUp.NONE.share(1));
    }

    @Test
    void itReadsBackFromItsText() {
        LatentWarmUp warmUp = new LatentWarmUp(0.1 + 0.2, 7);
        assertEquals(warmUp, LatentWarmUp.parse(warmUp.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "from=1", "from=1.0 epochs=x", "from=2.0 epochs=1", "from=0.5 epochs=-1", "from=1 epochs=1"})
    void whatIsNotAWarmUpIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LatentWarmUp.parse(text));
    }
}
