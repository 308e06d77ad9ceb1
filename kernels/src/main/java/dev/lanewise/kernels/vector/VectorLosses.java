package dev.lanewise.kernels.vector;

import dev.lanewise.kernels.LossFunction;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.provider.FunctionKernels;
import dev.lanewise.kernels.provider.LossKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Losses, penalties and reductions, on the Vector API.
 *
 * <p>A row is walked once for each group of {@link #LANES} virtual lanes: once at 512 bits, twice at 256, four times at
 * 128. So one accumulator holds LANES virtual lanes at any width, and each element is still read once.
 *
 * <p>No method here takes vectors: inlined into a model's whole backward pass, in the end, a call of such a method is one too many for
 * C2, which then boxes the vectors it takes.
 */
public final class VectorLosses implements LossKernels {

    /** Whether the machine's vectors have no more lanes than there are virtual ones, 512 bits: on all known to us. */
    public static final boolean SUPPORTED = VectorMath.FLOATS.length() <= VIRTUAL_LANES;

    private static final VectorSpecies<Float> SPECIES = VectorMath.FLOATS;
    private static final int LANES = SPECIES.length();

    /** Each thread's virtual lanes. */
    private static final ThreadLocal<float[]> SUMS = ThreadLocal.withInitial(() -> new float[VIRTUAL_LANES]);

    private static final ThreadLocal<float[]> ROW = ThreadLocal.withInitial(() -> new float[1024]);

    private final FunctionKernels functions = new VectorFunctions();

    /** Creates the kernels; they hold no state. */
    public VectorLosses() {}

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
            rowLoss[rowOffset + r] = switch (function) {
                case MSE -> squared(columns, output, o, target, t, 0, false, output, o);
                case MAE -> absolute(columns, output, o, target, t, 0, false, output, o);
                case HUBER -> huber(columns, output, o, target, t, 0, false, output, o);
                case BINARY_CROSS_ENTROPY -> crossEntropy(columns, output, o, target, t);
            };
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
            rowLoss[rowOffset + r] = switch (function) {
                case MSE -> squared(columns, output, o, target, t, scale, true, gradient, g);
                case MAE -> absolute(columns, output, o, target, t, scale, true, gradient, g);
                case HUBER -> huber(columns, output, o, target, t, scale, true, gradient, g);
                case BINARY_CROSS_ENTROPY -> crossEntropy(columns, output, o, target, t);
            };
            if (function == LossFunction.BINARY_CROSS_ENTROPY) {
                crossEntropyGradient(columns, output, o, target, t, scale, gradient, g);
            }
        }
    }

    private static float squared(
            int columns,
            float[] output,
            int o,
            float[] target,
            int t,
            float scale,
            boolean withGradient,
            float[] gradient,
            int g) {
        float[] sums = SUMS.get();
        for (int first = 0; first < VIRTUAL_LANES; first += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            int j = first;
            for (; j + LANES <= columns; j += VIRTUAL_LANES) {
                FloatVector x = FloatVector.fromArray(SPECIES, output, o + j);
                FloatVector y = FloatVector.fromArray(SPECIES, target, t + j);
                FloatVector d = x.sub(y);
                lanes = lanes.add(d.mul(d));
                if (withGradient) {
                    d.mul(2).mul(scale).intoArray(gradient, g + j);
                }
            }
            if (j < columns) {
                VectorMask<Float> rest = SPECIES.indexInRange(j, columns);
                FloatVector x = FloatVector.fromArray(SPECIES, output, o + j, rest);
                FloatVector y = FloatVector.fromArray(SPECIES, target, t + j, rest);
                FloatVector d = x.sub(y);
                lanes = lanes.add(d.mul(d), rest);
                if (withGradient) {
                    d.mul(2).mul(scale).intoArray(gradient, g + j, rest);
                }
            }
            lanes.intoArray(sums, first);
        }
        return Reductions.laneSum(sums, 0);
    }

    private static float absolute(
            int columns,
            float[] output,
            int o,
            float[] target,
            int t,
            float scale,
            boolean withGradient,
            float[] gradient,
            int g) {
        float[] sums = SUMS.get();
        for (int first = 0; first < VIRTUAL_LANES; first += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            int j = first;
            for (; j + LANES <= columns; j += VIRTUAL_LANES) {
                FloatVector x = FloatVector.fromArray(SPECIES, output, o + j);
                FloatVector y = FloatVector.fromArray(SPECIES, target, t + j);
                FloatVector d = x.sub(y);
                lanes = lanes.add(d.abs());
                if (withGradient) {
                    VectorMask<Float> positive = d.compare(VectorOperators.GT, 0);
                    VectorMask<Float> negative = d.compare(VectorOperators.LT, 0);
                    d.blend(1, positive).blend(-1, negative).mul(scale).intoArray(gradient, g + j);
                }
            }
            if (j < columns) {
                VectorMask<Float> rest = SPECIES.indexInRange(j, columns);
                FloatVector x = FloatVector.fromArray(SPECIES, output, o + j, rest);
                FloatVector y = FloatVector.fromArray(SPECIES, target, t + j, rest);
                FloatVector d = x.sub(y);
                lanes = lanes.add(d.abs(), rest);
                if (withGradient) {
                    VectorMask<Float> positive = d.compare(VectorOperators.GT, 0);
                    VectorMask<Float> negative = d.compare(VectorOperators.LT, 0);
                    d.blend(1, positive).blend(-1, negative).mul(scale).intoArray(gradient, g + j, rest);
                }
            }
            lanes.intoArray(sums, first);
        }
        return Reductions.laneSum(sums, 0);
    }

    private static float huber(
            int columns,
            float[] output,
            int o,
            float[] target,
            int t,
            float scale,
            boolean withGradient,
            float[] gradient,
            int g) {
        float[] sums = SUMS.get();
        for (int first = 0; first < VIRTUAL_LANES; first += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            int j = first;
            for (; j + LANES <= columns; j += VIRTUAL_LANES) {
                FloatVector x = FloatVector.fromArray(SPECIES, output, o + j);
                FloatVector y = FloatVector.fromArray(SPECIES, target, t + j);
                FloatVector d = x.sub(y);
                FloatVector inner = d.abs().min(1);
                lanes = lanes.add(inner.mul(d.abs().sub(inner.mul(0.5f))));
                if (withGradient) {
                    d.min(1).max(-1).mul(scale).intoArray(gradient, g + j);
                }
            }
            if (j < columns) {
                VectorMask<Float> rest = SPECIES.indexInRange(j, columns);
                FloatVector x = FloatVector.fromArray(SPECIES, output, o + j, rest);
                FloatVector y = FloatVector.fromArray(SPECIES, target, t + j, rest);
                FloatVector d = x.sub(y);
                FloatVector inner = d.abs().min(1);
                lanes = lanes.add(inner.mul(d.abs().sub(inner.mul(0.5f))), rest);
                if (withGradient) {
                    d.min(1).max(-1).mul(scale).intoArray(gradient, g + j, rest);
                }
            }
            lanes.intoArray(sums, first);
        }
        return Reductions.laneSum(sums, 0);
    }

    // With the functions inlined the loop is too large for C2, which then boxes its vectors: they go over arrays.
    private float crossEntropy(int columns, float[] output, int o, float[] target, int t) {
        // softplus(−|o|) = log(1 + exp(−|o|)).
        float[] tails = row(columns);
        for (int j = 0; j < columns; j++) {
            tails[j] = -Math.abs(output[o + j]);
        }
        functions.softplus(columns, tails, 0, tails, 0);
        float[] sums = SUMS.get();
        for (int first = 0; first < VIRTUAL_LANES; first += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            int j = first;
            for (; j + LANES <= columns; j += VIRTUAL_LANES) {
                FloatVector x = FloatVector.fromArray(SPECIES, output, o + j);
                FloatVector y = FloatVector.fromArray(SPECIES, target, t + j);
                FloatVector tail = FloatVector.fromArray(SPECIES, tails, j);
                lanes = lanes.add(x.max(0).sub(x.mul(y)).add(tail));
            }
            if (j < columns) {
                VectorMask<Float> rest = SPECIES.indexInRange(j, columns);
                FloatVector x = FloatVector.fromArray(SPECIES, output, o + j, rest);
                FloatVector y = FloatVector.fromArray(SPECIES, target, t + j, rest);
                FloatVector tail = FloatVector.fromArray(SPECIES, tails, j, rest);
                lanes = lanes.add(x.max(0).sub(x.mul(y)).add(tail), rest);
            }
            lanes.intoArray(sums, first);
        }
        return Reductions.laneSum(sums, 0);
    }

    /** The thread's buffer, for a row of any width. */
    private static float[] row(int columns) {
        float[] row = ROW.get();
        if (row.length < columns) {
            row = new float[columns];
            ROW.set(row);
        }
        return row;
    }

    private void crossEntropyGradient(
            int columns, float[] output, int o, float[] target, int t, float scale, float[] gradient, int g) {
        functions.sigmoid(columns, output, o, gradient, g);
        int j = 0;
        for (; j + LANES <= columns; j += LANES) {
            FloatVector p = FloatVector.fromArray(SPECIES, gradient, g + j);
            FloatVector y = FloatVector.fromArray(SPECIES, target, t + j);
            p.sub(y).mul(scale).intoArray(gradient, g + j);
        }
        for (; j < columns; j++) {
            gradient[g + j] = (gradient[g + j] - target[t + j]) * scale;
        }
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
        float[] sums = SUMS.get();
        for (int first = 0; first < VIRTUAL_LANES; first += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            int j = first;
            for (; j + LANES <= columns; j += VIRTUAL_LANES) {
                FloatVector a = FloatVector.fromArray(SPECIES, x, start + j).abs();
                lanes = lanes.add(a.mul(a.mul(l2).add(l1)));
            }
            if (j < columns) {
                VectorMask<Float> rest = SPECIES.indexInRange(j, columns);
                FloatVector a =
                        FloatVector.fromArray(SPECIES, x, start + j, rest).abs();
                lanes = lanes.add(a.mul(a.mul(l2).add(l1)), rest);
            }
            lanes.intoArray(sums, first);
        }
        return Reductions.laneSum(sums, 0);
    }

    @Override
    public float sum(int n, float[] x, int offset) {
        float[] sums = SUMS.get();
        for (int first = 0; first < VIRTUAL_LANES; first += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            int j = first;
            for (; j + LANES <= n; j += VIRTUAL_LANES) {
                lanes = lanes.add(FloatVector.fromArray(SPECIES, x, offset + j));
            }
            if (j < n) {
                VectorMask<Float> rest = SPECIES.indexInRange(j, n);
                lanes = lanes.add(FloatVector.fromArray(SPECIES, x, offset + j, rest), rest);
            }
            lanes.intoArray(sums, first);
        }
        return Reductions.laneSum(sums, 0);
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
            int j = 0;
            for (; j + LANES <= columns; j += LANES) {
                FloatVector a = FloatVector.fromArray(SPECIES, x, from + j);
                FloatVector before = FloatVector.fromArray(SPECIES, gradient, to + j);
                VectorMask<Float> positive = a.compare(VectorOperators.GT, 0);
                VectorMask<Float> negative = a.compare(VectorOperators.LT, 0);
                FloatVector sign = a.blend(1, positive).blend(-1, negative);
                before.add(sign.mul(l1).add(a.mul(l2))).intoArray(gradient, to + j);
            }
            if (j < columns) {
                VectorMask<Float> rest = SPECIES.indexInRange(j, columns);
                FloatVector a = FloatVector.fromArray(SPECIES, x, from + j, rest);
                FloatVector before = FloatVector.fromArray(SPECIES, gradient, to + j, rest);
                VectorMask<Float> positive = a.compare(VectorOperators.GT, 0);
                VectorMask<Float> negative = a.compare(VectorOperators.LT, 0);
                FloatVector sign = a.blend(1, positive).blend(-1, negative);
                before.add(sign.mul(l1).add(a.mul(l2))).intoArray(gradient, to + j, rest);
            }
        }
    }

    @Override
    public void columnSums(int rows, int columns, float[] x, int offset, int ld, float[] sums, int sumsOffset) {
        int j = 0;
        for (; j + 4 * LANES <= columns; j += 4 * LANES) {
            addFourVectors(rows, x, offset + j, ld, sums, sumsOffset + j);
        }
        for (; j < columns; j += LANES) {
            VectorMask<Float> rest = SPECIES.indexInRange(j, columns);
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int r = 0; r < rows; r++) {
                sum = sum.add(FloatVector.fromArray(SPECIES, x, offset + r * ld + j, rest));
            }
            sum.intoArray(sums, sumsOffset + j, rest);
        }
    }

    private static void addFourVectors(int rows, float[] x, int offset, int ld, float[] sums, int to) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        for (int r = 0; r < rows; r++) {
            int i = offset + r * ld;
            s0 = s0.add(FloatVector.fromArray(SPECIES, x, i));
            s1 = s1.add(FloatVector.fromArray(SPECIES, x, i + LANES));
            s2 = s2.add(FloatVector.fromArray(SPECIES, x, i + 2 * LANES));
            s3 = s3.add(FloatVector.fromArray(SPECIES, x, i + 3 * LANES));
        }
        s0.intoArray(sums, to);
        s1.intoArray(sums, to + LANES);
        s2.intoArray(sums, to + 2 * LANES);
        s3.intoArray(sums, to + 3 * LANES);
    }

    @Override
    public void addRow(int rows, int columns, float[] row, int rowOffset, float[] x, int offset, int ld) {
        for (int r = 0; r < rows; r++) {
            int to = offset + r * ld;
            int j = 0;
            for (; j + LANES <= columns; j += LANES) {
                FloatVector before = FloatVector.fromArray(SPECIES, x, to + j);
                before.add(FloatVector.fromArray(SPECIES, row, rowOffset + j)).intoArray(x, to + j);
            }
            for (; j < columns; j++) {
                x[to + j] += row[rowOffset + j];
            }
        }
    }
}
