/** Starts one JVM after the other, library by library and round by round, and writes a table of what they found. */
@NullMarked
package dev.lanewise.peers.tables;

import org.jspecify.annotations.NullMarked;
