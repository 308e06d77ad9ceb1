package dev.lanewise.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.Matrix;
import dev.lanewise.proof.HandWrittenModel.Flaw;
import dev.lanewise.runtime.CompiledModel;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Each proof fails on a model that is wrong in its way, and says where. */
class ModelProofTest {

    @TempDir
    Path folder;

    private static final class Flawed extends ModelProof<HandWrittenModel> {

        private final Flaw flaw;

        Flawed(Flaw flaw) {
            this.flaw = flaw;
        }

        @Override
        protected HandWrittenModel create(long seed) {
            return HandWrittenModel.create(seed, flaw);
        }

        @Override
        protected HandWrittenModel load(Path file) throws IOException {
            HandWrittenModel model = super.load(file);
            if (flaw == Flaw.LOAD) {
                Matrix bias = model.parameter("maker.output.bias");
                bias.values()[3] += 1e-3f;
                model.setParameter("maker.output.bias", bias);
            }
            return model;
        }
    }

    @Test
    void wrongGradientIsNamedWithItsWorstElement() {
        String message = failure(new Flawed(Flaw.NO_DERIVATIVE)::gradientsAgreeWithDoublePrecision);
        assertTrue(
                message.matches("(?s)beyond 1.0E-5 of the largest element:"
                        + "\n  coder.codings.\\w+: \\d.\\de[+-]0\\d at row \\d+, column \\d: expected .*, was .*"),
                message);
        assertTrue(message.contains("coder.codings.weight") && !message.contains("maker"), message);
    }

    @Test
    void computationOtherThanTheStructureSaysIsFound() {
        String message = failure(new Flawed(Flaw.RATE)::gradientsAgreeWithDoublePrecision);
        assertTrue(message.contains("\n  loss: "), message);
    }

    @Test
    void wrongValidationIsFound() {
        String message = failure(new Flawed(Flaw.VALIDATION)::validationAgreesWithDoublePrecision);
        assertTrue(message.contains("\n  validation, loss: "), message);
    }

    @Test
    void rowsThatDependOnTheirThreadAreFound() {
        String message = failure(new Flawed(Flaw.THREADS)::anyNumberOfThreadsGivesTheSameBits);
        assertTrue(message.startsWith("2 threads, other bits:\n  coder.codings.weight: "), message);
    }

    @Test
    void rowsThatDependOnTheirPlaceInTheBatchAreFound() {
        String message = failure(new Flawed(Flaw.BATCH)::rowsAloneAndInABatchGiveTheSameBits);
        assertTrue(
                message.startsWith("row 1 alone, other bits:\n  encode: 1 of 5 elements, most at row 0, column 0: "),
                message);
    }

    @Test
    void parameterThatIsLoadedWrongIsNamed() {
        String message = failure(() -> new Flawed(Flaw.LOAD).savedAndLoadedModelHasTheSameBits(folder));
        assertTrue(
                message.startsWith(
                        "loaded, other bits:\n  maker.output.bias: 1 of 12 elements, most at row 0, column 3: expected "),
                message);
    }

    private static String failure(Executable proof) {
        return assertThrows(AssertionFailedError.class, proof).getMessage();
    }

    @Test
    void modelIsFoundThroughFurtherClasses() {
        abstract class Named<A, M extends CompiledModel> extends ModelProof<HandWrittenModel> {}
        class Further extends Named<String, CompiledModel> {}
        assertEquals(HandWrittenModel.class, new Further().create(1).getClass());
    }

    @Test
    void missingTypeArgumentIsExplained() {
        @SuppressWarnings("rawtypes")
        class Raw extends ModelProof {}
        assertEquals(
                Raw.class.getName()
                        + " does not say which model: class DenoiserProof extends ModelProof<DenoiserModel> {}",
                assertThrows(IllegalStateException.class, Raw::new).getMessage());
    }
}
