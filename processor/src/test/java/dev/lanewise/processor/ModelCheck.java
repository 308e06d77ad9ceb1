package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.proof.reference.Batch;
import dev.lanewise.proof.reference.Difference;
import dev.lanewise.proof.reference.ModelComparison;
import java.util.List;

/** Compiles a model, and compares it with the interpreter, in which nothing of the compiler is. */
final class ModelCheck {

    private static final double TOLERANCE = 1e-5;

    private ModelCheck() {}

    static void check(String autoencoder, String encoder, String decoder) throws ReflectiveOperationException {
        check(Declarations.model(autoencoder, encoder, decoder));
    }

    static void check(String source) throws ReflectiveOperationException {
        check(new ModelComparison(ModelCompiler.compile(source).create(3), 5));
    }

    static void check(ModelComparison comparison) {
        Batch batch = comparison.batch();
        // The second batch is shorter than the buffers, and lies in what the first one left there.
        assertClose(comparison.training(batch, comparison.batch(ModelComparison.BATCH - 4)));
        assertClose(comparison.inference(batch));
        assertClose(comparison.inferenceWithNoise(batch));
        assertClose(comparison.validation(batch));
    }

    private static void assertClose(List<Difference> differences) {
        differences.forEach(difference -> assertClose(difference, TOLERANCE));
    }

    /** Prints how large a difference is, and fails where it is too large. */
    static void assertClose(Difference difference, double tolerance) {
        System.out.printf("  %-36s %9.2e%n", difference.name(), difference.relative());
        assertTrue(difference.isWithin(tolerance), difference::toString);
    }
}
