/** Matrix products of the examples' layers, by the libraries that are known for them. */
@NullMarked
package dev.lanewise.peers.matrices;

import org.jspecify.annotations.NullMarked;
