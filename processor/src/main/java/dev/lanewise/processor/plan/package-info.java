/** What a model's passes compute, statement by statement, and in which buffers. */
@NullMarked
package dev.lanewise.processor.plan;

import org.jspecify.annotations.NullMarked;
