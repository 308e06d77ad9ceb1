/** What the tests of several modules share. */
@NullMarked
package dev.lanewise.testing;

import org.jspecify.annotations.NullMarked;
