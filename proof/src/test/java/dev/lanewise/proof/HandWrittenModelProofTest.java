package dev.lanewise.proof;

/** All that a user writes. */
class HandWrittenModelProofTest extends ModelProof<HandWrittenModel> {}
