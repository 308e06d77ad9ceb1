/** What is written ({@link dev.lanewise.processor.graph.Declaration}) and what it means ({@link dev.lanewise.processor.graph.Model}): plain records. */
@NullMarked
package dev.lanewise.processor.graph;

import org.jspecify.annotations.NullMarked;
