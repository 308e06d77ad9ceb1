/** The rules of the language, one class each, and everything that they can say ({@link dev.lanewise.processor.check.Mistake}). */
@NullMarked
package dev.lanewise.processor.check;

import org.jspecify.annotations.NullMarked;
