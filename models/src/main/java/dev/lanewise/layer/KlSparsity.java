package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A penalty that draws the mean activation q of each unit over the batch towards a target p, itself the identity: it adds
 * weight·Σ [p·log(p / q) + (1 − p)·log((1 − p) / (1 − q))] / B to the cost, summed over the units. Activations must lie in
 * [0, 1]. q is clipped to [1e-7, 1 − 1e-7], without a gradient where it is clipped: a unit that is off for a whole batch gets
 * a large but finite penalty and waits for a batch that wakes it.
 *
 * <p>Source: Ng, "Sparse autoencoder", CS294A lecture notes, 2011.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface KlSparsity {

    /**
     * The factor of the penalty. To be written: the default is there for the compiler to say so.
     *
     * @return the factor, at least 0
     */
    double weight() default Double.NaN;

    /**
     * The mean activation p that units are drawn to. To be written: the default is there for the compiler to say so.
     *
     * @return the target, in (0, 1)
     */
    double target() default Double.NaN;

    /**
     * What the penalty is divided by.
     *
     * @return {@link Per#SAMPLE}, as Keras does, unless said otherwise
     */
    Per per() default Per.SAMPLE;
}
