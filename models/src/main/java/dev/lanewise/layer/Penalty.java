package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A penalty of your own, itself the identity: it adds weight·Σ p(row) / B to the cost, summed over the batch's rows, with p a {@link
 * dev.lanewise.function.Rowwise} function of the values of a row.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Penalty {

    /**
     * The function p, of one value that stands for each of the row. To be written: the default is there for the compiler to say so.
     *
     * @return the name of a {@link dev.lanewise.function.Rowwise} function of the model
     */
    String by() default "";

    /**
     * The factor of the penalty.
     *
     * @return the factor, at least 0
     */
    double weight() default 1;

    /**
     * What the penalty is divided by.
     *
     * @return {@link Per#SAMPLE}, the batch's rows, unless said otherwise
     */
    Per per() default Per.SAMPLE;
}
