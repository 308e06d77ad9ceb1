package dev.lanewise.kernels.provider;

import dev.lanewise.kernels.ActivationFunction;

/**
 * Elementary functions and activations over runs of n floats: what both providers implement. Arguments were checked by the
 * facade. A result may take the place of an argument: the same array at the same offset.
 */
public interface FunctionKernels {

    /** y = exp(x). */
    void exp(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = log(x). */
    void log(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = log(1 + x). */
    void log1p(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = tanh(x). */
    void tanh(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = 1 / (1 + exp(−x)). */
    void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = log(1 + exp(x)). */
    void softplus(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = erfc(x). */
    void erfc(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = sin(2πx). */
    void sinTurns(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = cos(2πx). */
    void cosTurns(int n, float[] x, int xOffset, float[] y, int yOffset);

    /** y = x / 255, x unsigned. */
    void intensities(int n, byte[] x, int xOffset, float[] y, int yOffset);

    /** y = f(x). */
    void forward(ActivationFunction f, int n, float[] x, int xOffset, float[] y, int yOffset);

    /** dx = dy ⊙ f', from what {@code f.saved()} names. */
    void backward(
            ActivationFunction f,
            int n,
            float[] saved,
            int savedOffset,
            float[] dy,
            int dyOffset,
            float[] dx,
            int dxOffset);
}
