package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.CompiledModel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Graphs that are no chains, against the interpreter. */
class GraphTest {

    @Test
    void valuesStandSideBySide() throws ReflectiveOperationException {
        ModelCheck.check("input = 7", """
                @Dense(units = 5, activation = TANH) Tensor left(Tensor input);
                @Dense(units = 3, activation = SIGMOID) Tensor right(Tensor input);
                @Concat Tensor codings(Tensor right, Tensor input, Tensor left);
                """, """
                @Dense(units = 4, activation = RELU) Tensor hidden(Tensor codings);
                @Concat Tensor output(Tensor hidden, Tensor more);
                @Dense(units = 3) Tensor more(Tensor hidden);
                """);
    }

    @Test
    void valuesAddUp() throws ReflectiveOperationException {
        ModelCheck.check("input = 7", """
                @Dense(units = 7, activation = TANH) Tensor first(Tensor input);
                @Add Tensor skipped(Tensor first, Tensor input);
                @Dense(units = 7, activation = GELU) Tensor second(Tensor skipped);
                @Dense(units = 7) Tensor third(Tensor skipped);
                @Add Tensor codings(Tensor third, Tensor second, Tensor skipped, Tensor first);
                """, """
                @Dense(units = 7, activation = ELU) Tensor left(Tensor codings);
                @Add Tensor output(Tensor codings, Tensor left);
                """);
    }

    @Test
    void termsMayBeOneValueUnderTwoNames() throws ReflectiveOperationException {
        ModelCheck.check("input = 6", """
                @Dense(units = 4, activation = SIGMOID) Tensor hidden(Tensor input);
                @KlSparsity(weight = 0.1, target = 0.3) Tensor sparse(Tensor hidden);
                @ActivityRegularization(l2 = 0.1) Tensor small(Tensor sparse);
                @Add Tensor sum(Tensor small, Tensor hidden, Tensor sparse);
                @ActivityRegularization(l1 = 0.2) Tensor penalized(Tensor sum);
                @Concat Tensor codings(Tensor hidden, Tensor penalized, Tensor sparse, Tensor sum);
                """, """
                @ActivityRegularization(l2 = 0.1) Tensor again(Tensor codings);
                @Concat Tensor twice(Tensor codings, Tensor again);
                @Dense(units = 6) Tensor output(Tensor twice);
                """);
    }

    @Test
    void noiseStandsBetween() throws ReflectiveOperationException {
        ModelCheck.check("input = 6", """
                @Dropout(0.5) Tensor corrupted(Tensor input);
                @GaussianNoise(0.3) Tensor noisy(Tensor input);
                @Add Tensor both(Tensor corrupted, Tensor noisy, Tensor input);
                @Dense(units = 5, activation = SILU) Tensor hidden(Tensor both);
                @Dropout(0.25) Tensor dropped(Tensor hidden);
                @GaussianNoise(0.5) Tensor shaken(Tensor hidden);
                @Add Tensor sum(Tensor hidden, Tensor dropped, Tensor shaken);
                @Concat Tensor joined(Tensor sum, Tensor dropped, Tensor both);
                @Dropout(0.2) Tensor codings(Tensor joined);
                """, """
                @GaussianNoise(0.1) Tensor noisy(Tensor codings);
                @Concat Tensor joined(Tensor noisy, Tensor codings);
                @Dense(units = 6, activation = TANH) Tensor wide(Tensor joined);
                @Dropout(0.5) Tensor thin(Tensor wide);
                @Add Tensor output(Tensor thin, Tensor wide);
                """);
    }

    @Test
    void codingsMayBeSampledInParts() throws ReflectiveOperationException {
        ModelCheck.check("input = 6", """
                @Dense(units = 4) Tensor mean(Tensor input);
                @Dense(units = 4) Tensor logVariance(Tensor input);
                @Sampling Tensor coarse(Tensor mean, Tensor logVariance);
                @Concat Tensor seen(Tensor coarse, Tensor input);
                @Dense(units = 3) Tensor mean2(Tensor seen);
                @Dense(units = 3) Tensor logVariance2(Tensor seen);
                @Sampling(beta = 2) Tensor fine(Tensor mean2, Tensor logVariance2);
                @Concat Tensor codings(Tensor fine, Tensor coarse);
                """, """
                @Dense(units = 6, activation = TANH) Tensor hidden(Tensor codings);
                @Dense(units = 6) Tensor more(Tensor hidden);
                @Add Tensor output(Tensor more, Tensor hidden);
                """);
    }

    @Test
    void tiedWeightsMayBeOfSumsAndOfValuesSideBySide() throws ReflectiveOperationException {
        ModelCheck.check("input = 6", """
                @Dense(units = 6, activation = TANH) Tensor hidden(Tensor input);
                @Add Tensor sum(Tensor hidden, Tensor input);
                @Concat Tensor joined(Tensor sum, Tensor hidden);
                @Dense(units = 4, activation = TANH) Tensor codings(Tensor joined);
                """, """
                @DenseTransposed(of = "codings", activation = TANH) Tensor wide(Tensor codings);
                @Dense(units = 12) Tensor beside(Tensor codings);
                @Add Tensor sum(Tensor beside, Tensor wide);
                @Dense(units = 6) Tensor narrow(Tensor sum);
                @DenseTransposed(of = "hidden") Tensor output(Tensor narrow);
                """);
    }

    @Test
    void mayHaveSeveralHeads() throws ReflectiveOperationException {
        ModelCheck.check("input = 9, loss = Loss.HUBER", """
                @Dense(units = 8, activation = RELU) Tensor trunk(Tensor input);
                @Dense(units = 3, activation = TANH) Tensor first(Tensor trunk);
                @Dense(units = 2, activation = SOFTPLUS) Tensor second(Tensor trunk);
                @Concat Tensor codings(Tensor first, Tensor second);
                """, """
                @Dense(units = 8, activation = RELU) Tensor trunk(Tensor codings);
                @Dense(units = 4, activation = SIGMOID) Tensor upper(Tensor trunk);
                @Dense(units = 5) Tensor lower(Tensor trunk);
                @Concat Tensor output(Tensor upper, Tensor lower);
                """);
    }

    @Test
    void codingsMayBeTheInputTwice() throws ReflectiveOperationException {
        ModelCheck.check("input = 5", """
                @Dropout(0.5) Tensor thin(Tensor input);
                @Concat Tensor codings(Tensor input, Tensor thin);
                """, """
                @Dense(units = 5) Tensor left(Tensor codings);
                @Dense(units = 5, activation = TANH) Tensor right(Tensor codings);
                @Add Tensor output(Tensor left, Tensor right);
                """);
    }

    /** Only what is drawn from N(0, I) as a whole, and each value of it once, can be drawn without an encoder. */
    @Test
    void codingsThatAreSampledInPartsCanBeDrawn() throws ReflectiveOperationException {
        String sampling = """
                @Dense(units = 4) Tensor mean(Tensor input);
                @Dense(units = 4) Tensor logVariance(Tensor input);
                @Sampling Tensor first(Tensor mean, Tensor logVariance);
                @Dense(units = 3) Tensor mean2(Tensor first);
                @Dense(units = 3) Tensor logVariance2(Tensor first);
                @Sampling Tensor second(Tensor mean2, Tensor logVariance2);
                @ActivityRegularization(l2 = 0.1) Tensor small(Tensor second);
                """;
        assertTrue(canBeDrawn(sampling + "@Concat Tensor codings(Tensor small, Tensor first);"));
        assertFalse(canBeDrawn(sampling + "@Concat Tensor codings(Tensor small, Tensor second);"));
        assertFalse(canBeDrawn(sampling + "@Concat Tensor codings(Tensor small, Tensor first, Tensor input);"));
        assertFalse(canBeDrawn(sampling + "@Add Tensor codings(Tensor small, Tensor mean2);"));
    }

    private static boolean canBeDrawn(String encoder) throws ReflectiveOperationException {
        CompiledModel model = ModelCompiler.compile(
                        Declarations.model("input = 6", encoder, "@Dense(units = 6) Tensor output(Tensor codings);"))
                .create(1);
        return Arrays.stream(model.getClass().getMethods())
                .anyMatch(method -> method.getName().equals("sample"));
    }
}
