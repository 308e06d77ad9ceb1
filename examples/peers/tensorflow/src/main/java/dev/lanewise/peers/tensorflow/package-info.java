/** The examples in TensorFlow Java: one graph, run step by step in a session. */
@NullMarked
package dev.lanewise.peers.tensorflow;

import org.jspecify.annotations.NullMarked;
