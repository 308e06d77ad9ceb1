/** What a model should come to: its structure, read from its text, interpreted in double precision. */
@NullMarked
package dev.lanewise.proof.reference;

import org.jspecify.annotations.NullMarked;
