package consumer.app;

import dev.lanewise.proof.ModelProof;

/** Of a nested model. */
class CompressorProof extends ModelProof<Service_CompressorModel> {}
