package dev.lanewise.processor;

import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Per;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Noise, penalties, sampling and tied weights against the interpreter, in every place that they can stand in. */
class FamilyTest {

    @Test
    void noiseStandsAnywhere() throws ReflectiveOperationException {
        ModelCheck.check("input = 13", """
                @GaussianNoise(0.2) Tensor corrupted(Tensor input);
                @Dense(units = 17, activation = TANH) Tensor hidden(Tensor corrupted);
                @GaussianNoise(1.5) Tensor noisy(Tensor hidden);
                @Dense(units = 3, activation = SIGMOID) Tensor codings(Tensor noisy);
                """, """
                @GaussianNoise(0) Tensor same(Tensor codings);
                @Dense(units = 13, activation = ELU) Tensor wide(Tensor same);
                @GaussianNoise(0.1) Tensor output(Tensor wide);
                """);
    }

    @ParameterizedTest
    @CsvSource({"1e-1, 0", "0, 1e-1", "2e-2, 3e-2", "0, 0"})
    void magnitudesArePenalized(double l1, double l2) throws ReflectiveOperationException {
        for (Per per : Per.values()) {
            String penalty = "@ActivityRegularization(l1 = %s, l2 = %s, per = Per.%s)".formatted(l1, l2, per);
            ModelCheck.check("input = 7", """
                    @Dense(units = 5, activation = RELU) Tensor hidden(Tensor input);
                    %s Tensor codings(Tensor hidden);
                    """.formatted(penalty), """
                    @Dense(units = 19, activation = GELU) Tensor hidden(Tensor codings);
                    %s Tensor penalized(Tensor hidden);
                    @Dense(units = 7) Tensor wide(Tensor penalized);
                    %s Tensor output(Tensor wide);
                    """.formatted(penalty, penalty));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sparsityIsPenalized(Per per) throws ReflectiveOperationException {
        String penalty = "@KlSparsity(weight = 0.05, target = %s, per = Per." + per + ")";
        ModelCheck.check("input = 7", """
                @Dense(units = 45, activation = SIGMOID) Tensor hidden(Tensor input);
                %s Tensor codings(Tensor hidden);
                """.formatted(penalty.formatted(0.1)), """
                @Dense(units = 4, activation = SIGMOID) Tensor hidden(Tensor codings);
                %s Tensor penalized(Tensor hidden);
                @Dense(units = 7) Tensor output(Tensor penalized);
                """.formatted(penalty.formatted(0.7)));
    }

    @Test
    void penaltiesStackAndMixWithNoise() throws ReflectiveOperationException {
        ModelCheck.check("input = 7", """
                @Dropout(0.2) Tensor corrupted(Tensor input);
                @Dense(units = 6, activation = SIGMOID) Tensor hidden(Tensor corrupted);
                @KlSparsity(weight = 0.1, target = 0.3) Tensor sparse(Tensor hidden);
                @ActivityRegularization(l1 = 0.01) Tensor small(Tensor sparse);
                @KlSparsity(weight = 0.2, target = 0.6) Tensor middling(Tensor small);
                @GaussianNoise(0.3) Tensor noisy(Tensor middling);
                @ActivityRegularization(l2 = 0.02) Tensor codings(Tensor noisy);
                """, """
                @ActivityRegularization(l2 = 0.02) Tensor again(Tensor codings);
                @Dropout(0.5) Tensor fewer(Tensor again);
                @Dense(units = 7, activation = SOFTPLUS) Tensor output(Tensor fewer);
                """);
    }

    @Test
    void codingsArePenalizedInTheDecoderToo() throws ReflectiveOperationException {
        ModelCheck.check(
                "input = 5",
                "@Dense(units = 5, activation = SIGMOID) Tensor codings(Tensor input);",
                "@KlSparsity(weight = 0.1, target = 0.3) Tensor output(Tensor codings);");
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "0.01", "25"})
    void samplesAreDrawn(double beta) throws ReflectiveOperationException {
        ModelCheck.check("input = 7", """
                @Dense(units = 5, activation = TANH) Tensor hidden(Tensor input);
                @Dense(units = 19) Tensor mean(Tensor hidden);
                @Dense(units = 19) Tensor logVariance(Tensor hidden);
                @Sampling(beta = %s) Tensor codings(Tensor mean, Tensor logVariance);
                """.formatted(beta), """
                @Dense(units = 8, activation = SILU) Tensor hidden(Tensor codings);
                @Dense(units = 7) Tensor output(Tensor hidden);
                """);
    }

    @Test
    void meanAndVarianceMayHaveFurtherUses() throws ReflectiveOperationException {
        ModelCheck.check("input = 7", """
                @Dense(units = 4) Tensor mean(Tensor input);
                @ActivityRegularization(l2 = 0.1) Tensor logVariance(Tensor mean);
                @Sampling Tensor first(Tensor mean, Tensor logVariance);
                @Sampling(beta = 2) Tensor second(Tensor logVariance, Tensor first);
                @Dense(units = 4, activation = TANH) Tensor third(Tensor second);
                @Sampling Tensor codings(Tensor third, Tensor mean);
                """, "@Dense(units = 7) Tensor output(Tensor codings);");
    }

    @Test
    void samplesAreDrawnInTheDecoderToo() throws ReflectiveOperationException {
        ModelCheck.check("input = 7", "@Dense(units = 4, activation = SIGMOID) Tensor codings(Tensor input);", """
                @KlSparsity(weight = 0.1, target = 0.3) Tensor sparse(Tensor codings);
                @Dense(units = 7) Tensor mean(Tensor sparse);
                @GaussianNoise(0.1) Tensor noisy(Tensor codings);
                @Dense(units = 7, activation = TANH) Tensor logVariance(Tensor noisy);
                @Sampling Tensor output(Tensor mean, Tensor logVariance);
                """);
    }

    @Test
    void sparsityOfWhatIsSampledCounts() throws ReflectiveOperationException {
        ModelCheck.check("input = 7", """
                @Dense(units = 4) Tensor mean(Tensor input);
                @Dense(units = 4) Tensor logVariance(Tensor input);
                @Sampling Tensor codings(Tensor mean, Tensor logVariance);
                """, """
                @Dense(units = 11, activation = SIGMOID) Tensor hidden(Tensor codings);
                @KlSparsity(weight = 0.1, target = 0.2) Tensor sparse(Tensor hidden);
                @Dense(units = 7) Tensor output(Tensor sparse);
                """);
    }

    @ParameterizedTest
    @EnumSource
    void tiedWeightsAreDifferentiated(Activation activation) throws ReflectiveOperationException {
        ModelCheck.check("input = 21", """
                @Dense(units = 18, activation = TANH) Tensor hidden1(Tensor input);
                @Dense(units = 5, activation = TANH) Tensor codings(Tensor hidden1);
                """, """
                @DenseTransposed(of = "codings", activation = %s) Tensor hidden1(Tensor codings);
                @DenseTransposed(of = "hidden1", activation = %s) Tensor output(Tensor hidden1);
                """.formatted(activation, activation));
    }

    @Test
    void tiedOutputHasItsCrossEntropyFused() throws ReflectiveOperationException {
        ModelCheck.check(
                "input = 6, loss = Loss.BINARY_CROSS_ENTROPY",
                "@Dense(units = 4, activation = SILU) Tensor codings(Tensor input);",
                "@DenseTransposed(of = \"codings\", activation = SIGMOID) Tensor output(Tensor codings);");
    }

    @Test
    void oneWeightMayBeSharedByMany() throws ReflectiveOperationException {
        ModelCheck.check("input = 8", """
                @DenseTransposed(of = "codings") Tensor back(Tensor bottle);
                @Dense(units = 5, activation = SIGMOID) Tensor bottle(Tensor input);
                @Dropout(0.3) Tensor dropped(Tensor back);
                @Dense(units = 5, activation = TANH) Tensor codings(Tensor wide);
                @Dense(units = 6, activation = TANH) Tensor wide(Tensor dropped);
                """, """
                @DenseTransposed(of = "codings", activation = TANH) Tensor first(Tensor codings);
                @Dense(units = 9, activation = ELU) Tensor widening(Tensor first);
                @DenseTransposed(of = "widening", activation = RELU) Tensor second(Tensor widening);
                @Dense(units = 5) Tensor narrow(Tensor second);
                @DenseTransposed(of = "codings", activation = GELU) Tensor third(Tensor narrow);
                @Dense(units = 8) Tensor output(Tensor third);
                """);
    }
}
