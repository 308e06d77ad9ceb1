package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;

/**
 * The reconstruction losses ℓ(o, t) of an output o against its target t, element by element, forward and backward.
 *
 * <p>Both methods work on blocks of rows: {@code output}, {@code target} and {@code gradient} are (rows × columns),
 * row-major, a row every {@code …Ld} elements from {@code …Offset} on. They leave one sum per row, so that threads can
 * each take their rows; {@link Reductions#sum} then adds the rows in ascending order, and the caller divides by the
 * number of elements. Whichever thread took which rows, the bits are the same.
 *
 * <p>Order of summation within a row: lane i of 16 adds the columns i, i + 16, i + 32, … in ascending order, starting
 * from +0, in {@code float}. Then q(i) = ((lane(i) + lane(i + 4)) + lane(i + 8)) + lane(i + 12) for i = 0 … 3, and the
 * row's sum is (q(0) + q(2)) + (q(1) + q(3)), widened to {@code double}.
 *
 * <p>NaN in output or target gives a NaN in the row's sum and in that element's gradient. Nothing is allocated,
 * but a buffer of a row that cross-entropy keeps per thread; all methods are safe for concurrent use on disjoint results.
 */
public enum LossFunction {
    /** Squared error: ℓ = (o − t)², ℓ' = 2·(o − t). */
    MSE,

    /** Absolute error: ℓ = |o − t|, ℓ' = sign(o − t), with sign(0) = 0. */
    MAE,

    /**
     * Huber's loss with δ = 1: with d = o − t, ℓ = ½·d² where |d| ≤ 1, |d| − ½ beyond; ℓ' = d clipped to [−1, 1]
     * (P. J. Huber, Robust estimation of a location parameter, 1964).
     */
    HUBER,

    /**
     * Binary cross-entropy on logits, in its stable form: the output o is the logit, sigmoid(o) the probability;
     * ℓ = max(o, 0) − o·t + log(1 + exp(−|o|)), ℓ' = sigmoid(o) − t.
     *
     * <p>Finite for every finite logit; an infinite logit gives ∞ or, with a target that is exactly right, NaN.
     */
    BINARY_CROSS_ENTROPY;

    /**
     * The loss of each row, unscaled: rowLoss[r] = Σ_j ℓ(output[r][j], target[r][j]).
     *
     * @param rows number of rows, 0 or more
     * @param columns number of columns, 0 or more
     * @param output (rows × columns): what the model gave; for {@link #BINARY_CROSS_ENTROPY} its logits
     * @param outputOffset index of the first element of {@code output}
     * @param outputLd elements from one row of {@code output} to the next
     * @param target (rows × columns): what it should have been
     * @param targetOffset index of the first element of {@code target}
     * @param targetLd elements from one row of {@code target} to the next
     * @param rowLoss receives one sum per row
     * @param rowOffset index of the first row's sum
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public void value(
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
        Slices.check("output", output.length, rows, columns, outputOffset, outputLd);
        Slices.check("target", target.length, rows, columns, targetOffset, targetLd);
        Slices.check("rowLoss", rowLoss.length, rowOffset, rows);
        Provider.LOSSES.value(
                this,
                rows,
                columns,
                output,
                outputOffset,
                outputLd,
                target,
                targetOffset,
                targetLd,
                rowLoss,
                rowOffset);
    }

    /**
     * The loss of each row as {@link #value} gives it, and the gradient: gradient[r][j] = ℓ'(output[r][j],
     * target[r][j])·scale.
     *
     * @param rows number of rows, 0 or more
     * @param columns number of columns, 0 or more
     * @param output (rows × columns): what the model gave; for {@link #BINARY_CROSS_ENTROPY} its logits
     * @param outputOffset index of the first element of {@code output}
     * @param outputLd elements from one row of {@code output} to the next
     * @param target (rows × columns): what it should have been
     * @param targetOffset index of the first element of {@code target}
     * @param targetLd elements from one row of {@code target} to the next
     * @param scale what the mean divides by, as a factor: 1 / (batch size · columns)
     * @param gradient (rows × columns): overwritten; may be exactly the block {@code output}, and must not overlap it or
     *     {@code target} otherwise
     * @param gradientOffset index of the first element of {@code gradient}
     * @param gradientLd elements from one row of {@code gradient} to the next
     * @param rowLoss receives one sum per row, not scaled
     * @param rowOffset index of the first row's sum
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public void valueAndGradient(
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
        Slices.check("output", output.length, rows, columns, outputOffset, outputLd);
        Slices.check("target", target.length, rows, columns, targetOffset, targetLd);
        Slices.check("gradient", gradient.length, rows, columns, gradientOffset, gradientLd);
        Slices.check("rowLoss", rowLoss.length, rowOffset, rows);
        Provider.LOSSES.valueAndGradient(
                this,
                rows,
                columns,
                output,
                outputOffset,
                outputLd,
                target,
                targetOffset,
                targetLd,
                scale,
                gradient,
                gradientOffset,
                gradientLd,
                rowLoss,
                rowOffset);
    }
}
