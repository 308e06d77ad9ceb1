/** Tables as files for programs. */
@NullMarked
package dev.lanewise.examples.tables;

import org.jspecify.annotations.NullMarked;
