package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Additive noise. In training y = x + stddev·n with n drawn from N(0, 1) for each element; in inference it is the
 * identity.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GaussianNoise {

    /**
     * The standard deviation of the noise. To be written: the default is there for the compiler to say so.
     *
     * @return the deviation, at least 0
     */
    double value() default Double.NaN;
}
