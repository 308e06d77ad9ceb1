/**
 * What is measured, and how: the same examples, data and measure for every library. Each library is a {@link dev.lanewise.peers.Peer} in a
 * module of its own, and runs in a JVM of its own.
 */
@NullMarked
package dev.lanewise.peers;

import org.jspecify.annotations.NullMarked;
