package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sum of values, element by element: y = (x₁ + x₂) + …, with xᵢ [B, n], as many as the method has parameters, two or more,
 * added in their order; y [B, n]. A skip connection is a sum of what a layer takes and what it computes. It has no parameters to
 * train.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Add {}
