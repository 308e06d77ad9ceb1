/** SHA-256; not exported. */
@NullMarked
package dev.lanewise.digest;

import org.jspecify.annotations.NullMarked;
