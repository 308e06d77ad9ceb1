/** The denoisers in Deeplearning4j. */
@NullMarked
package dev.lanewise.peers.deeplearning4j;

import org.jspecify.annotations.NullMarked;
