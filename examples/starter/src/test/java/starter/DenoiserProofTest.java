package starter;

import dev.lanewise.proof.ModelProof;

/** Gradients, threads, files, resumed runs: proven for this model. */
class DenoiserProofTest extends ModelProof<DenoiserModel> {}
