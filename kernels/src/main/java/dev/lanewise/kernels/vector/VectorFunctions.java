package dev.lanewise.kernels.vector;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.provider.FunctionKernels;
import dev.lanewise.kernels.scalar.ScalarFunctions;

/**
 * Elementary functions and activations over arrays, on the Vector API: the loops of {@link VectorMath}; a run shorter than a
 * vector is left to the scalar kernels, which give the same bits.
 */
public final class VectorFunctions implements FunctionKernels {

    private static final int LANES = VectorMath.LANES;
    private static final FunctionKernels SHORT = new ScalarFunctions();

    /** Creates the kernels; they hold no state. */
    public VectorFunctions() {}

    @Override
    public void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.exp(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.exp(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.log(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.log(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void log1p(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.log1p(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.log1p(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.tanh(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.tanh(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.sigmoid(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.sigmoid(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void softplus(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.softplus(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.softplus(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void erfc(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.erfc(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.erfc(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void sinTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.sinTurns(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.sinTurns(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void cosTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.cosTurns(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.cosTurns(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void intensities(int n, byte[] x, int xOffset, float[] y, int yOffset) {
        if (n < VectorMath.BYTE_LANES) {
            SHORT.intensities(n, x, xOffset, y, yOffset);
        } else {
            VectorMath.intensities(n, x, xOffset, y, yOffset);
        }
    }

    @Override
    public void forward(ActivationFunction f, int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.forward(f, n, x, xOffset, y, yOffset);
            return;
        }
        switch (f) {
            case LINEAR -> System.arraycopy(x, xOffset, y, yOffset, n);
            case RELU -> VectorMath.relu(n, x, xOffset, y, yOffset);
            case LEAKY_RELU -> VectorMath.leakyRelu(n, x, xOffset, y, yOffset);
            case ELU -> VectorMath.elu(n, x, xOffset, y, yOffset);
            case SELU -> VectorMath.selu(n, x, xOffset, y, yOffset);
            case SIGMOID -> VectorMath.sigmoid(n, x, xOffset, y, yOffset);
            case TANH -> VectorMath.tanh(n, x, xOffset, y, yOffset);
            case SOFTPLUS -> VectorMath.softplus(n, x, xOffset, y, yOffset);
            case GELU -> VectorMath.gelu(n, x, xOffset, y, yOffset);
            case SILU -> VectorMath.silu(n, x, xOffset, y, yOffset);
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
        if (n < LANES) {
            SHORT.backward(f, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        switch (f) {
            case LINEAR -> System.arraycopy(dy, dyOffset, dx, dxOffset, n);
            case RELU -> VectorMath.reluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case LEAKY_RELU -> VectorMath.leakyReluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case ELU -> VectorMath.eluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SELU -> VectorMath.seluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SIGMOID -> VectorMath.sigmoidGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case TANH -> VectorMath.tanhGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SOFTPLUS -> VectorMath.softplusGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case GELU -> VectorMath.geluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            case SILU -> VectorMath.siluGradient(n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
        }
    }
}
