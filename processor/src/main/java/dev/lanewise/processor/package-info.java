/**
 * The compiler: from a declared autoencoder to the source of its model class.
 *
 * <pre>
 * read    javax.lang.model  →  declaration     what is written, right or wrong
 * check   declaration       →  problems        one class per rule
 * graph   declaration       →  model           values, layers and widths, in the order of computation
 * plan    model             →  plan            buffers, the backward pass, fusion, noise numbers
 * emit    plan              →  Java source     and nothing but the writing; of a user's functions class files too
 * </pre>
 *
 * {@code javax.lang.model} is seen in {@code read} and here alone, JavaPoet in {@code emit} alone.
 */
@NullMarked
package dev.lanewise.processor;

import org.jspecify.annotations.NullMarked;
