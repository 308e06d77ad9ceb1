package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fully connected layer whose weight is the transpose of another layer's: y = f(x·Wᵀ + b), with W [units, in] that of the
 * layer it is tied to, x [B, in], b [units] its own, and y [B, units]. The gradients of both layers add up in W.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DenseTransposed {

    /**
     * The dense layer whose weight is shared. To be written: the default is there for the compiler to say so.
     *
     * @return the name of the layer, such as {@code "hidden1"}
     */
    String of() default "";

    /**
     * The activation function f.
     *
     * @return the function, by default f(x) = x
     */
    Activation activation() default Activation.LINEAR;

    /**
     * An activation function of your own, in place of {@link #activation}: a function of one value.
     *
     * @return the name of an {@link dev.lanewise.function.Elementwise} function of the model, none by default
     */
    String activationBy() default "";
}
