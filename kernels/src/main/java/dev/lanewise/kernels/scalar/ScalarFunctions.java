package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.provider.FunctionKernels;

/** Elementary functions and activations over arrays, in plain loops: the specification, the fallback and the test oracle. */
public final class ScalarFunctions implements FunctionKernels {

    /** x / 255f for every byte x: a look-up takes half the time of a conversion and a division. */
    private static final float[] INTENSITIES = new float[256];

    static {
        for (int x = 0; x < INTENSITIES.length; x++) {
            INTENSITIES[x] = x / 255f;
        }
    }

    /** Creates the kernels; they hold no state. */
    public ScalarFunctions() {}

    @Override
    public void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.exp(x[xOffset + i]);
        }
    }

    @Override
    public void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.log(x[xOffset + i]);
        }
    }

    @Override
    public void log1p(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.log1p(x[xOffset + i]);
        }
    }

    @Override
    public void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.tanh(x[xOffset + i]);
        }
    }

    @Override
    public void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.sigmoid(x[xOffset + i]);
        }
    }

    @Override
    public void softplus(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.softplus(x[xOffset + i]);
        }
    }

    @Override
    public void erfc(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.erfc(x[xOffset + i]);
        }
    }

    @Override
    public void sinTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.sinTurns(x[xOffset + i]);
        }
    }

    @Override
    public void cosTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.cosTurns(x[xOffset + i]);
        }
    }

    @Override
    public void intensities(int n, byte[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = INTENSITIES[x[xOffset + i] & 0xff];
        }
    }

    @Override
    public void forward(ActivationFunction f, int n, float[] x, int xOffset, float[] y, int yOffset) {
        switch (f) {
            case LINEAR -> System.arraycopy(x, xOffset, y, yOffset, n);
            case RELU -> relu(n, x, xOffset, y, yOffset);
            case LEAKY_RELU -> leakyRelu(n, x, xOffset, y, yOffset);
            case ELU -> elu(n, x, xOffset, y, yOffset);
            case SELU -> selu(n, x, xOffset, y, yOffset);
            case SIGMOID -> sigmoid(n, x, xOffset, y, yOffset);
            case TANH -> tanh(n, x, xOffset, y, yOffset);
            case SOFTPLUS -> softplus(n, x, xOffset, y, yOffset);
            case GELU -> gelu(n, x, xOffset, y, yOffset);
            case SILU -> silu(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void backward(
            ActivationFunction f,
            int n,
            float[] saved,
            int savedOffset,
            float[] dy,
            int dyOffset,
            float[] dx,
            int dxOffset) {
        switch (f) {
            case LINEAR -> System.arraycopy(dy, dyOffset, dx, dxOffset, n);
            case RELU -> reluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case LEAKY_RELU -> leakyReluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case ELU -> eluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SELU -> seluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SIGMOID -> sigmoidGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case TANH -> tanhGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SOFTPLUS -> softplusGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case GELU -> geluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SILU -> siluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
        }
    }

    private static void relu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.relu(x[xOffset + i]);
        }
    }

    private static void leakyRelu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.leakyRelu(x[xOffset + i]);
        }
    }

    private static void elu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.elu(x[xOffset + i]);
        }
    }

    private static void selu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.selu(x[xOffset + i]);
        }
    }

    private static void gelu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.gelu(x[xOffset + i]);
        }
    }

    private static void silu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.silu(x[xOffset + i]);
        }
    }

    private static void reluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.reluGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    private static void leakyReluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.leakyReluGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    private static void eluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.eluGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    private static void seluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.seluGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    private static void sigmoidGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.sigmoidGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    private static void tanhGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.tanhGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    private static void softplusGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.softplusGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    private static void geluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.geluGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }

    private static void siluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        for (int i = 0; i < n; i++) {
            dx[dxOffset + i] = ScalarMath.siluGradient(saved[savedOffset + i], dy[dyOffset + i]);
        }
    }
}
