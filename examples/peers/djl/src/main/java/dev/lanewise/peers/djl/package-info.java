/** The examples in the Deep Java Library, on PyTorch. */
@NullMarked
package dev.lanewise.peers.djl;

import org.jspecify.annotations.NullMarked;
