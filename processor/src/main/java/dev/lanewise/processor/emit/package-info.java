/** Java source from a plan. The only place that sees JavaPoet. */
@NullMarked
package dev.lanewise.processor.emit;

import org.jspecify.annotations.NullMarked;
