package consumer.app;

import consumer.library.DenoiserModel;
import dev.lanewise.proof.ModelProof;

/** Of a model in another module. */
class LibraryProof extends ModelProof<DenoiserModel> {}
