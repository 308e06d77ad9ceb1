package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A penalty on activations, itself the identity: it adds (l1·Σ|a| + l2·Σa²) / B to the cost, summed over the batch's rows
 * and the units.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ActivityRegularization {

    /**
     * The factor of the absolute values.
     *
     * @return the factor, at least 0
     */
    double l1() default 0;

    /**
     * The factor of the squares.
     *
     * @return the factor, at least 0
     */
    double l2() default 0;

    /**
     * What the penalty is divided by.
     *
     * @return {@link Per#SAMPLE}, as Keras does, unless said otherwise
     */
    Per per() default Per.SAMPLE;
}
