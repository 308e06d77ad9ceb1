package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Inverted dropout. In training each element is set to 0 with probability rate and divided by 1 − rate otherwise; in
 * inference it is the identity. Source: Srivastava et al., "Dropout", JMLR 2014.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Dropout {

    /**
     * The share of elements that are dropped. To be written: the default is there for the compiler to say so.
     *
     * @return the rate, in [0, 1)
     */
    double value() default Double.NaN;
}
