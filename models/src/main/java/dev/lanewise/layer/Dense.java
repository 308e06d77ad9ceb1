package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A fully connected layer: y = f(x·W + b), with x [B, in], W [in, units], b [units] and y [B, units]. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dense {

    /**
     * The width of the layer's output. To be written: the default is there for the compiler to say so.
     *
     * @return the number of units, at least 1
     */
    int units() default 0;

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

    /**
     * How W is drawn.
     *
     * @return the distribution, by default Glorot's uniform one
     */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;
}
