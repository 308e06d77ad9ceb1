package dev.lanewise.function;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a function that javac differentiates and vectorises, from the values of a row to one number: a static method as {@link
 * Elementwise} ones are, in which a parameter stands for each value of the row, and {@link Functions#sum} and {@link Functions#mean}
 * make one number of them.
 *
 * <pre>{@code
 * @Rowwise
 * static float hoyer(float a) {
 *     float magnitude = sum(abs(a));
 *     return magnitude * magnitude / (sum(a * a) + 1e-6f);
 * }
 *
 * @Penalty(by = "hoyer", weight = 1e-3)
 * Tensor codings(Tensor hidden);
 * }</pre>
 *
 * <p>A row's number may stand inside a further sum: {@code mean(square(a - mean(a)))} is a variance. A value of the row stands only
 * inside of one. {@code sum(1f)} is how many there are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Rowwise {}
