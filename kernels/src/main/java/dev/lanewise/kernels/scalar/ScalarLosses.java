package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.provider.LossKernels;

/**
 * Losses, penalties and reductions, in plain loops: the specification, the fallback and the test oracle.
 *
 * <p>A row's sum takes four of the 16 virtual lanes at a time, i, i + 4, i + 8 and i + 12, in local variables: four
 * independent chains of additions keep a processor busy, and the four lanes are just what one q(i) of the tree needs.
 */
public final class ScalarLosses implements LossKernels {

    /** Creates the kernels; they hold no state. */
    public ScalarLosses() {}

    @Override
    public void value(
            LossFunction function,
            int rows,
            int columns,
            float[] output,
            int outputOffset,
            int outputLd,
            float[] target,
            int targetOffset,
            int targetLd,
            double[] rowLoss,
            int rowOffset) {
        for (int r = 0; r < rows; r++) {
            int o = outputOffset + r * outputLd;
            int t = targetOffset + r * targetLd;
            rowLoss[rowOffset + r] = row(function, columns, output, o, target, t);
        }
    }

    @Override
    public void valueAndGradient(
            LossFunction function,
            int rows,
            int columns,
            float[] output,
            int outputOffset,
            int outputLd,
            float[] target,
            int targetOffset,
            int targetLd,
            float scale,
            float[] gradient,
            int gradientOffset,
            int gradientLd,
            double[] rowLoss,
            int rowOffset) {
        for (int r = 0; r < rows; r++) {
            int o = outputOffset + r * outputLd;
            int t = targetOffset + r * targetLd;
            int g = gradientOffset + r * gradientLd;
            rowLoss[rowOffset + r] = row(function, columns, output, o, target, t);
            // Second, because it may overwrite the output.
            rowGradient(function, columns, output, o, target, t, scale, gradient, g);
        }
    }

    private static float row(LossFunction function, int columns, float[] output, int o, float[] target, int t) {
        return switch (function) {
            case MSE -> squared(columns, output, o, target, t);
            case MAE -> absolute(columns, output, o, target, t);
            case HUBER -> huber(columns, output, o, target, t);
            case BINARY_CROSS_ENTROPY -> crossEntropy(columns, output, o, target, t);
        };
    }

    private static void rowGradient(
            LossFunction function,
            int columns,
            float[] output,
            int o,
            float[] target,
            int t,
            float scale,
            float[] gradient,
            int g) {
        switch (function) {
            case MSE -> squaredGradient(columns, output, o, target, t, scale, gradient, g);
            case MAE -> absoluteGradient(columns, output, o, target, t, scale, gradient, g);
            case HUBER -> huberGradient(columns, output, o, target, t, scale, gradient, g);
            case BINARY_CROSS_ENTROPY -> crossEntropyGradient(columns, output, o, target, t, scale, gradient, g);
        }
    }

    private static float squared(int columns, float[] output, int o, float[] target, int t) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i < 4; i++) {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            int j = i;
            for (; j + 12 < columns; j += VIRTUAL_LANES) {
                a += squaredError(output[o + j], target[t + j]);
                b += squaredError(output[o + j + 4], target[t + j + 4]);
                c += squaredError(output[o + j + 8], target[t + j + 8]);
                d += squaredError(output[o + j + 12], target[t + j + 12]);
            }
            a += j < columns ? squaredError(output[o + j], target[t + j]) : 0;
            b += j + 4 < columns ? squaredError(output[o + j + 4], target[t + j + 4]) : 0;
            c += j + 8 < columns ? squaredError(output[o + j + 8], target[t + j + 8]) : 0;
            float q = ((a + b) + c) + d;
            if (i % 2 == 0) {
                even += q;
            } else {
                odd += q;
            }
        }
        return even + odd;
    }

    private static void squaredGradient(
            int columns, float[] output, int o, float[] target, int t, float scale, float[] gradient, int g) {
        for (int j = 0; j < columns; j++) {
            gradient[g + j] = squaredSlope(output[o + j], target[t + j]) * scale;
        }
    }

    private static float squaredError(float o, float t) {
        float d = o - t;
        return d * d;
    }

    private static float squaredSlope(float o, float t) {
        return 2 * (o - t);
    }

    private static float absolute(int columns, float[] output, int o, float[] target, int t) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i < 4; i++) {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            int j = i;
            for (; j + 12 < columns; j += VIRTUAL_LANES) {
                a += absoluteError(output[o + j], target[t + j]);
                b += absoluteError(output[o + j + 4], target[t + j + 4]);
                c += absoluteError(output[o + j + 8], target[t + j + 8]);
                d += absoluteError(output[o + j + 12], target[t + j + 12]);
            }
            a += j < columns ? absoluteError(output[o + j], target[t + j]) : 0;
            b += j + 4 < columns ? absoluteError(output[o + j + 4], target[t + j + 4]) : 0;
            c += j + 8 < columns ? absoluteError(output[o + j + 8], target[t + j + 8]) : 0;
            float q = ((a + b) + c) + d;
            if (i % 2 == 0) {
                even += q;
            } else {
                odd += q;
            }
        }
        return even + odd;
    }

    private static void absoluteGradient(
            int columns, float[] output, int o, float[] target, int t, float scale, float[] gradient, int g) {
        for (int j = 0; j < columns; j++) {
            gradient[g + j] = absoluteSlope(output[o + j], target[t + j]) * scale;
        }
    }

    private static float absoluteError(float o, float t) {
        return Math.abs(o - t);
    }

    private static float absoluteSlope(float o, float t) {
        return Math.signum(o - t);
    }

    private static float huber(int columns, float[] output, int o, float[] target, int t) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i < 4; i++) {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            int j = i;
            for (; j + 12 < columns; j += VIRTUAL_LANES) {
                a += huberError(output[o + j], target[t + j]);
                b += huberError(output[o + j + 4], target[t + j + 4]);
                c += huberError(output[o + j + 8], target[t + j + 8]);
                d += huberError(output[o + j + 12], target[t + j + 12]);
            }
            a += j < columns ? huberError(output[o + j], target[t + j]) : 0;
            b += j + 4 < columns ? huberError(output[o + j + 4], target[t + j + 4]) : 0;
            c += j + 8 < columns ? huberError(output[o + j + 8], target[t + j + 8]) : 0;
            float q = ((a + b) + c) + d;
            if (i % 2 == 0) {
                even += q;
            } else {
                odd += q;
            }
        }
        return even + odd;
    }

    private static void huberGradient(
            int columns, float[] output, int o, float[] target, int t, float scale, float[] gradient, int g) {
        for (int j = 0; j < columns; j++) {
            gradient[g + j] = huberSlope(output[o + j], target[t + j]) * scale;
        }
    }

    private static float huberError(float o, float t) {
        float d = Math.abs(o - t);
        float inner = d > 1 ? 1 : d;
        // ½·d² where d ≤ 1, d − ½ beyond.
        return inner * (d - 0.5f * inner);
    }

    private static float huberSlope(float o, float t) {
        float d = o - t;
        return d > 1 ? 1 : d < -1 ? -1 : d;
    }

    private static float crossEntropy(int columns, float[] output, int o, float[] target, int t) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i < 4; i++) {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            int j = i;
            for (; j + 12 < columns; j += VIRTUAL_LANES) {
                a += logitError(output[o + j], target[t + j]);
                b += logitError(output[o + j + 4], target[t + j + 4]);
                c += logitError(output[o + j + 8], target[t + j + 8]);
                d += logitError(output[o + j + 12], target[t + j + 12]);
            }
            a += j < columns ? logitError(output[o + j], target[t + j]) : 0;
            b += j + 4 < columns ? logitError(output[o + j + 4], target[t + j + 4]) : 0;
            c += j + 8 < columns ? logitError(output[o + j + 8], target[t + j + 8]) : 0;
            float q = ((a + b) + c) + d;
            if (i % 2 == 0) {
                even += q;
            } else {
                odd += q;
            }
        }
        return even + odd;
    }

    private static void crossEntropyGradient(
            int columns, float[] output, int o, float[] target, int t, float scale, float[] gradient, int g) {
        for (int j = 0; j < columns; j++) {
            gradient[g + j] = logitSlope(output[o + j], target[t + j]) * scale;
        }
    }

    private static float logitError(float o, float t) {
        // softplus(−|o|) = log(1 + exp(−|o|)).
        return ((o > 0 ? o : 0) - o * t) + ScalarMath.softplus(-Math.abs(o));
    }

    private static float logitSlope(float o, float t) {
        return ScalarMath.sigmoid(o) - t;
    }

    @Override
    public void activity(
            int rows,
            int columns,
            float[] x,
            int offset,
            int ld,
            float l1,
            float l2,
            double[] rowPenalty,
            int rowOffset) {
        for (int r = 0; r < rows; r++) {
            rowPenalty[rowOffset + r] = magnitude(columns, x, offset + r * ld, l1, l2);
        }
    }

    private static float magnitude(int columns, float[] x, int start, float l1, float l2) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i < 4; i++) {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            int j = i;
            for (; j + 12 < columns; j += VIRTUAL_LANES) {
                a += weigh(x[start + j], l1, l2);
                b += weigh(x[start + j + 4], l1, l2);
                c += weigh(x[start + j + 8], l1, l2);
                d += weigh(x[start + j + 12], l1, l2);
            }
            a += j < columns ? weigh(x[start + j], l1, l2) : 0;
            b += j + 4 < columns ? weigh(x[start + j + 4], l1, l2) : 0;
            c += j + 8 < columns ? weigh(x[start + j + 8], l1, l2) : 0;
            float q = ((a + b) + c) + d;
            if (i % 2 == 0) {
                even += q;
            } else {
                odd += q;
            }
        }
        return even + odd;
    }

    @Override
    public float sum(int n, float[] x, int offset) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i < 4; i++) {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            int j = i;
            for (; j + 12 < n; j += VIRTUAL_LANES) {
                a += x[offset + j];
                b += x[offset + j + 4];
                c += x[offset + j + 8];
                d += x[offset + j + 12];
            }
            a += j < n ? x[offset + j] : 0;
            b += j + 4 < n ? x[offset + j + 4] : 0;
            c += j + 8 < n ? x[offset + j + 8] : 0;
            float q = ((a + b) + c) + d;
            if (i % 2 == 0) {
                even += q;
            } else {
                odd += q;
            }
        }
        return even + odd;
    }

    private static float weigh(float x, float l1, float l2) {
        float a = Math.abs(x);
        return a * (l1 + l2 * a);
    }

    @Override
    public void addActivityGradient(
            int rows,
            int columns,
            float[] x,
            int offset,
            int ld,
            float l1,
            float l2,
            float[] gradient,
            int gradientOffset,
            int gradientLd) {
        for (int r = 0; r < rows; r++) {
            int from = offset + r * ld;
            int to = gradientOffset + r * gradientLd;
            for (int j = 0; j < columns; j++) {
                float a = x[from + j];
                gradient[to + j] += l1 * Math.signum(a) + l2 * a;
            }
        }
    }

    @Override
    public void columnSums(int rows, int columns, float[] x, int offset, int ld, float[] sums, int sumsOffset) {
        int j = 0;
        // Eight columns at a time stay in local variables.
        for (; j + 8 <= columns; j += 8) {
            addEightColumns(rows, x, offset + j, ld, sums, sumsOffset + j);
        }
        for (; j < columns; j++) {
            float sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += x[offset + r * ld + j];
            }
            sums[sumsOffset + j] = sum;
        }
    }

    private static void addEightColumns(int rows, float[] x, int offset, int ld, float[] sums, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int r = 0; r < rows; r++) {
            int i = offset + r * ld;
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        sums[to] = s0;
        sums[to + 1] = s1;
        sums[to + 2] = s2;
        sums[to + 3] = s3;
        sums[to + 4] = s4;
        sums[to + 5] = s5;
        sums[to + 6] = s6;
        sums[to + 7] = s7;
    }

    @Override
    public void addRow(int rows, int columns, float[] row, int rowOffset, float[] x, int offset, int ld) {
        for (int r = 0; r < rows; r++) {
            int to = offset + r * ld;
            for (int j = 0; j < columns; j++) {
                x[to + j] += row[rowOffset + j];
            }
        }
    }
}
