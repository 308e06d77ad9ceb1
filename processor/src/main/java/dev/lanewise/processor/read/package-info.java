/** From the elements of javac to a {@link dev.lanewise.processor.graph.Declaration}, and from problems back to javac. */
@NullMarked
package dev.lanewise.processor.read;

import org.jspecify.annotations.NullMarked;
