package consumer.app;

import dev.lanewise.proof.ModelProof;

/** Of a package-private model. */
class InheritingProof extends ModelProof<InheritingModel> {}
