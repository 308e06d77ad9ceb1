package dev.lanewise.examples;

import dev.lanewise.proof.ModelProof;
import org.junit.jupiter.api.Nested;

/** Every example model, proven. */
class ExampleProofsTest {

    @Nested
    class StackedAutoencoderProof extends ModelProof<StackedAutoencoderModel> {}

    @Nested
    class DropoutDenoiserProof extends ModelProof<DropoutDenoiserModel> {}

    @Nested
    class GaussianDenoiserProof extends ModelProof<GaussianDenoiserModel> {}

    @Nested
    class SparseL1Proof extends ModelProof<SparseL1Model> {}

    @Nested
    class SparseKlProof extends ModelProof<SparseKlModel> {}

    @Nested
    class SketchProof extends ModelProof<SketchModel> {}

    @Nested
    class VariationalProof extends ModelProof<VariationalModel> {}

    @Nested
    class ConditionalProof extends ModelProof<ConditionalModel> {}

    @Nested
    class TiedProof extends ModelProof<TiedModel> {}

    @Nested
    class HashingProof extends ModelProof<HashingModel> {}
}
