package dev.lanewise.processor;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code against the interpreter: the cost, every gradient, and every way of inference. */
class GradientTest {

    @ParameterizedTest
    @EnumSource
    void everyActivationIsDifferentiated(Activation activation) throws ReflectiveOperationException {
        String f = activation.name();
        ModelCheck.check("input = 7", """
                @Dense(units = 5, activation = %s) Tensor hidden(Tensor input);
                @Dense(units = 3, activation = %s) Tensor codings(Tensor hidden);
                """.formatted(f, f), """
                @Dense(units = 19, activation = %s) Tensor hidden(Tensor codings);
                @Dense(units = 7, activation = %s) Tensor output(Tensor hidden);
                """.formatted(f, f));
    }

    @ParameterizedTest
    @EnumSource
    void everyLossIsDifferentiated(Loss loss) throws ReflectiveOperationException {
        ModelCheck.check(
                "input = {3, 11}, loss = Loss." + loss.name(),
                "@Dense(units = 4, activation = TANH) Tensor codings(Tensor input);",
                "@Dense(units = 33, activation = SIGMOID) Tensor output(Tensor codings);");
    }

    @Test
    void dropoutStandsAnywhere() throws ReflectiveOperationException {
        ModelCheck.check("input = 6", """
                @Dropout(0.25) Tensor corrupted(Tensor input);
                @Dense(units = 5, activation = TANH) Tensor hidden(Tensor corrupted);
                @Dropout(0.5) Tensor dropped(Tensor hidden);
                @Dropout(0) Tensor whole(Tensor dropped);
                @Dense(units = 4, activation = SILU) Tensor narrow(Tensor whole);
                @Dropout(0.1) Tensor codings(Tensor narrow);
                """, """
                @Dropout(0.75) Tensor fewer(Tensor codings);
                @Dense(units = 6, activation = RELU) Tensor wide(Tensor fewer);
                @Dropout(0.2) Tensor output(Tensor wide);
                """);
    }

    @Test
    void codingsMayBeTheInputBehindDropout() throws ReflectiveOperationException {
        ModelCheck.check("input = 6", "@Dropout(0.25) Tensor codings(Tensor input);", """
                @Dense(units = 4, activation = ELU) Tensor hidden(Tensor codings);
                @Dense(units = 6) Tensor output(Tensor hidden);
                """);
    }

    @Test
    void outputMayBeTheCodingsBehindDropout() throws ReflectiveOperationException {
        ModelCheck.check(
                "input = 6",
                "@Dense(units = 6, activation = GELU) Tensor codings(Tensor input);",
                "@Dropout(0.5) Tensor output(Tensor codings);");
    }

    @Test
    void crossEntropyIsTakenBehindDropoutToo() throws ReflectiveOperationException {
        ModelCheck.check("input = 6, loss = Loss.BINARY_CROSS_ENTROPY", """
                @Dropout(0.5) Tensor corrupted(Tensor input);
                @Dense(units = 4, activation = SOFTPLUS) Tensor codings(Tensor corrupted);
                """, """
                @Dropout(0.25) Tensor fewer(Tensor codings);
                @Dense(units = 6, activation = SIGMOID) Tensor output(Tensor fewer);
                """);
    }

    @Test
    void oneUnitIsEnough() throws ReflectiveOperationException {
        ModelCheck.check(
                "input = 1",
                "@Dense(units = 1, activation = TANH) Tensor codings(Tensor input);",
                "@Dense(units = 1) Tensor output(Tensor codings);");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void modelsDrawnAtRandomAreDifferentiated(long seed) throws ReflectiveOperationException {
        Random random = new Random(seed);
        int width = random.nextInt(1, 40);
        String encoder = layers(random, "input", "codings", random.nextInt(1, 40), random.nextInt(5));
        String decoder = layers(random, "codings", "output", width, random.nextInt(5));
        Loss loss = Loss.values()[random.nextInt(3)];
        ModelCheck.check("input = " + width + ", loss = Loss." + loss.name(), encoder, decoder);
    }

    /** A chain of layers, written down in random order: names alone say what is computed from what. */
    private static String layers(Random random, String source, String result, int width, int more) {
        List<String> lines = new ArrayList<>();
        String previous = source;
        Activation[] activations = Activation.values();
        for (int i = 0; i <= more; i++) {
            String name = i == more ? result : "v" + i;
            if (i < more && random.nextInt(3) == 0) {
                lines.add("@Dropout(%s) Tensor %s(Tensor %s);".formatted(random.nextInt(7) / 10.0, name, previous));
            } else {
                Activation activation = activations[random.nextInt(activations.length)];
                int units = i == more ? width : random.nextInt(1, 40);
                lines.add("@Dense(units = %d, activation = %s) Tensor %s(Tensor %s);"
                        .formatted(units, activation, name, previous));
            }
            previous = name;
        }
        Collections.shuffle(lines, random);
        return String.join("\n", lines);
    }
}
