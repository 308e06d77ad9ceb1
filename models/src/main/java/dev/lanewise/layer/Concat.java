package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values side by side: y = [x₁ x₂ …], with xᵢ [B, nᵢ], as many as the method has parameters, two or more, and in their order; y
 * [B, n₁ + n₂ + …]. It has no parameters to train.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Concat {}
