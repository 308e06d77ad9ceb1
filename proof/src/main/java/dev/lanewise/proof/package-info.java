/** JUnit tests of a compiled model: {@link dev.lanewise.proof.ModelProof}. */
@NullMarked
package dev.lanewise.proof;

import org.jspecify.annotations.NullMarked;
