package dev.lanewise.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws codings from the normal distribution that the encoder describes, by a mean μ and the logarithm γ of the variance, both
 * [B, n]: z = μ + exp(γ / 2)·ε with ε from N(0, 1). It adds the latent loss to the cost: beta times the mean over the batch of
 * −½·Σ(1 + γ − exp(γ) − μ²), divided by the size of the input so that it stands beside a loss that is a mean per element. In
 * inference z = μ.
 *
 * <p>Source: Kingma and Welling, "Auto-Encoding Variational Bayes", ICLR 2014.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Sampling {

    /**
     * The factor of the latent loss.
     *
     * @return the factor, at least 0
     */
    double beta() default 1;
}
