package dev.lanewise.proof.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Per;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read from a structure's text. */
class StructureTest {

    private static final String TEXT = """
            autoencoder input=4x5 loss=bce
            recognition.noisy = gaussian_noise(input) stddev=0.2
            recognition.back = dense_transposed(recognition.noisy) of=generation.output activation=tanh
            recognition.codings = dense(recognition.back) units=20 activation=leaky_relu
            generation.small = activity_regularization(recognition.codings) l1=1.0E-4 l2=0.0 per=batch
            generation.output = dense(generation.small) units=20 activation=sigmoid
            """;

    @Test
    void textSaysInputLossAndLayers() {
        Structure structure = Structure.parse(TEXT);
        assertEquals(20, structure.width());
        assertEquals(Loss.BINARY_CROSS_ENTROPY, structure.loss());
        assertEquals(5, structure.layers().size());
        assertEquals(
                new Layer(
                        "generation.small",
                        new Operation.ActivityRegularization(1e-4, 0, Per.BATCH),
                        List.of("recognition.codings")),
                structure.layer("generation.small"));
        assertEquals(
                new Operation.Dense(20, Activation.LEAKY_RELU, Optional.empty()),
                structure.layer(structure.codings()).operation());
        assertEquals("generation.output", structure.output());
    }

    @Test
    void tiedLayerIsAsWideAsWhatTheOtherOneTakes() {
        assertEquals(20, Structure.parse(TEXT).width("recognition.back"));
    }

    @Test
    void lineThatIsNotKnownIsNamed() {
        assertRefused("recognition.codings = conv(input) kernel=3", "unknown operation conv");
        assertRefused("recognition.codings = dense(input) activation=relu", "does not say units");
        assertRefused("something else", "neither the model's line nor a layer's");
    }

    private static void assertRefused(String line, String why) {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Structure.parse(TEXT + line + "\n"));
        assertEquals("structure: \"" + line + "\": " + why, thrown.getMessage());
    }
}
