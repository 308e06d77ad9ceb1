package dev.lanewise.kernels.vector;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.provider.FunctionKernels;
import dev.lanewise.kernels.scalar.ScalarFunctions;
import jdk.incubator.vector.FloatVector;

/**
 * Elementary functions and activations over arrays, on the Vector API.
 *
 * <p>Every loop has the same shape. The last vector ends with the run and so overlaps the one before; its argument is
 * loaded before the loop, which keeps it right where the result replaces the argument. Each function has its own loop,
 * since one loop over a function passed in would box its vectors, and names the function once, see {@link VectorMath}. A
 * run shorter than a vector is left to the scalar kernels, which give the same bits.
 */
public final class VectorFunctions implements FunctionKernels {

    private static final int LANES = VectorMath.FLOATS.length();
    private static final FunctionKernels SHORT = new ScalarFunctions();

    /** Creates the kernels; they hold no state. */
    public VectorFunctions() {}

    @Override
    public void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.exp(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.exp(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    @Override
    public void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.log(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.log(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    @Override
    public void log1p(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.log1p(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.log1p(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    @Override
    public void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.tanh(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.tanh(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    @Override
    public void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.sigmoid(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.sigmoid(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    @Override
    public void softplus(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.softplus(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.softplus(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    @Override
    public void erfc(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.erfc(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.erfc(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    @Override
    public void sinTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.sinTurns(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.sinTurns(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    @Override
    public void cosTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.cosTurns(n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.cosTurns(next).intoArray(y, yOffset + Math.min(i, last));
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
        if (n < LANES) {
            SHORT.forward(ActivationFunction.RELU, n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.relu(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    private static void leakyRelu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.forward(ActivationFunction.LEAKY_RELU, n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.leakyRelu(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    private static void elu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.forward(ActivationFunction.ELU, n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.elu(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    private static void selu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.forward(ActivationFunction.SELU, n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.selu(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    private static void gelu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.forward(ActivationFunction.GELU, n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.gelu(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    private static void silu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.forward(ActivationFunction.SILU, n, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(x, xOffset + i) : tail;
            VectorMath.silu(next).intoArray(y, yOffset + Math.min(i, last));
        }
    }

    private static void reluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.RELU, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.reluGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static void leakyReluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.LEAKY_RELU, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.leakyReluGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static void eluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.ELU, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.eluGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static void seluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.SELU, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.seluGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static void sigmoidGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.SIGMOID, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.sigmoidGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static void tanhGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.TANH, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.tanhGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static void softplusGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.SOFTPLUS, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.softplusGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static void geluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.GELU, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.geluGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static void siluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        if (n < LANES) {
            SHORT.backward(ActivationFunction.SILU, n, saved, savedOffset, dy, dyOffset, dx, dxOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = load(saved, savedOffset + last);
        FloatVector dyTail = load(dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector next = i < last ? load(saved, savedOffset + i) : tail;
            FloatVector dyNext = i < last ? load(dy, dyOffset + i) : dyTail;
            VectorMath.siluGradient(next, dyNext).intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    private static FloatVector load(float[] x, int offset) {
        return FloatVector.fromArray(VectorMath.FLOATS, x, offset);
    }
}
