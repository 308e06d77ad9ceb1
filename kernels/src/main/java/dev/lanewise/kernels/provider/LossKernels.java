package dev.lanewise.kernels.provider;

import dev.lanewise.kernels.LossFunction;

/**
 * Losses, penalties and the reductions they rest on: what both providers implement. Arguments were checked by the
 * facade, where formulas, shapes and aliasing are written out.
 *
 * <p>Every sum over a row runs over 16 virtual lanes (column mod 16) in ascending order from +0, in {@code float}; then
 * q(i) = ((lane(i) + lane(i + 4)) + lane(i + 8)) + lane(i + 12), i = 0 … 3, and (q(0) + q(2)) + (q(1) + q(3)).
 */
public interface LossKernels {

    /** The number of virtual lanes that a row's sum runs over, whatever the machine has. */
    int VIRTUAL_LANES = 16;

    /** rowLoss[r] = Σ_j ℓ(output[r][j], target[r][j]). */
    void value(
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
            int rowOffset);

    /** As {@link #value}, and gradient[r][j] = ℓ'(output[r][j], target[r][j])·scale. */
    void valueAndGradient(
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
            int rowOffset);

    /** rowPenalty[r] = Σ_j |a|·(l1 + l2·|a|), a = x[r][j]. */
    void activity(
            int rows,
            int columns,
            float[] x,
            int offset,
            int ld,
            float l1,
            float l2,
            double[] rowPenalty,
            int rowOffset);

    /** gradient[r][j] += l1·sign(a) + l2·a, a = x[r][j]; both factors already scaled. */
    void addActivityGradient(
            int rows,
            int columns,
            float[] x,
            int offset,
            int ld,
            float l1,
            float l2,
            float[] gradient,
            int gradientOffset,
            int gradientLd);

    /** Σ_j x[j], a row on its own. */
    float sum(int n, float[] x, int offset);

    /** sums[j] = Σ_r x[r][j], rows in ascending order from +0. */
    void columnSums(int rows, int columns, float[] x, int offset, int ld, float[] sums, int sumsOffset);

    /** x[r][j] += row[j]. */
    void addRow(int rows, int columns, float[] row, int rowOffset, float[] x, int offset, int ld);
}
