/** SHA-256, and the bytes it is of; not exported. */
@NullMarked
package dev.lanewise.digest;

import org.jspecify.annotations.NullMarked;
