package dev.lanewise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an autoencoder: an interface or abstract class that holds one {@link Encoder} and one {@link Decoder} type.
 *
 * <p>Each layer is an abstract method that returns a {@link Tensor}: its annotation says what the layer computes, the
 * names of its parameters say from which values. {@code input} names the model's input, {@code codings} the encoder's
 * result, {@code output} the decoder's. A second input, where there is one, goes by {@code condition}. The compiler writes a class beside the declared type, with {@code Model} added
 * to its name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Autoencoder {

    /**
     * The shape of one input, such as {@code {28, 28}}; data is flat rows of its product. To be written: the default is there for
     * the compiler to say so.
     *
     * @return the dimensions, each at least 1
     */
    int[] input() default {};

    /**
     * The shape of a second input, such as {@code 10} for labels as one-hot rows. It goes by the name {@code condition} in both
     * parts, and comes with each row of data: the model learns what images are like given their conditions.
     *
     * @return the dimensions, each at least 1; none for a model without a condition
     */
    int[] condition() default {};

    /**
     * The reconstruction loss between output and input.
     *
     * @return the loss, by default the mean squared error
     */
    Loss loss() default Loss.MSE;

    /**
     * A reconstruction loss of your own, in place of {@link #loss}: a function of prediction and target, in this order. An {@link
     * dev.lanewise.function.Elementwise} one is averaged over batch and elements, a {@link dev.lanewise.function.Rowwise} one over the
     * batch.
     *
     * @return the name of a function of the model, none by default
     */
    String lossBy() default "";
}
