package dev.lanewise.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a function that javac differentiates and vectorises: a static method of the model's type, or of a type nested in it, from
 * {@code float} values to one {@code float}, applied element by element.
 *
 * <pre>{@code
 * @Elementwise
 * static float mish(float x) {
 *     return x * tanh(softplus(x));
 * }
 *
 * @Dense(units = 64, activationBy = "mish")
 * Tensor hidden(Tensor input);
 * }</pre>
 *
 * <p>Its body is arithmetic, {@link Functions}, local variables, constants, conditionals, and calls of other such functions. With one
 * value it can be an activation, with two (prediction, target) a loss; with any number, a part of other functions.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Elementwise {}
