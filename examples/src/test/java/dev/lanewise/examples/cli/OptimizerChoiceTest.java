package dev.lanewise.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.training.Optimizer;
import dev.lanewise.training.Sgd;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerChoiceTest {
    @ParameterizedTest
    @EnumSource
    void theGivenLearningRateIsTakenAndNothingElseChanges(OptimizerChoice choice) {
        Optimizer asIs = choice.optimizer(Optional.empty());
        assertEquals(0.25, choice.optimizer(Optional.of(0.25)).learningRate());
        assertEquals(asIs, choice.optimizer(Optional.of(asIs.learningRate())));
        assertEquals(Optional.of(choice), OptimizerChoice.named(choice.toString()));
    }

    @ParameterizedTest
    @EnumSource(names = {"SGD", "SGD_MOMENTUM", "SGD_NESTEROV"})
    void theThreeSgdsDifferInTheirMomentum(OptimizerChoice choice) {
        Sgd sgd = (Sgd) choice.optimizer(Optional.empty());
        assertEquals(choice == OptimizerChoice.SGD ? 0 : 0.9, sgd.momentum());
        assertEquals(choice == OptimizerChoice.SGD_NESTEROV, sgd.nesterov());
    }
}
