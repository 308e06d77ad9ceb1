/** Pictures of what models do, as PNG files: rows of images with a label each. Needs no display, and no font. */
@NullMarked
package dev.lanewise.examples.pictures;

import org.jspecify.annotations.NullMarked;
