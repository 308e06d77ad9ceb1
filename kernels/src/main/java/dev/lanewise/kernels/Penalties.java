package dev.lanewise.kernels;

import dev.lanewise.kernels.provider.Provider;

/**
 * The costs that a layer adds to the loss for its activations a, (batch × units): magnitude (L1, L2) and sparsity
 * (Kullback–Leibler), each with its value beside its gradient.
 *
 * <p>Nothing here divides by the batch size B: whoever calls chooses the scale, 1/B per sample or 1 per batch. Nothing is
 * allocated; all methods are safe for concurrent use on disjoint results.
 */
public final class Penalties {

    /** Mean activations are clipped to [1e-7, 1 − 1e-7] before their logarithm is taken; outside there is no gradient. */
    private static final double CLIP = 1e-7;

    /** So many clipped means multiply to no less than 1e-224, which a double holds. */
    private static final int FACTORS = 32;

    private Penalties() {}

    /**
     * The magnitude of each row of activations, unscaled: rowPenalty[r] = Σ_j l1·|a| + l2·a², computed as
     * |a|·(l1 + l2·|a|), in the order of summation of {@link LossFunction}.
     *
     * <p>NaN or an infinity in a row gives NaN or ∞.
     *
     * @param rows number of rows, 0 or more
     * @param columns number of columns, 0 or more
     * @param a (rows × columns)
     * @param offset index of the first element of {@code a}
     * @param ld elements from one row of {@code a} to the next
     * @param l1 weight of the magnitudes
     * @param l2 weight of the squares
     * @param rowPenalty receives one sum per row
     * @param rowOffset index of the first row's sum
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void activity(
            int rows,
            int columns,
            float[] a,
            int offset,
            int ld,
            float l1,
            float l2,
            double[] rowPenalty,
            int rowOffset) {
        Slices.check("a", a.length, rows, columns, offset, ld);
        Slices.check("rowPenalty", rowPenalty.length, rowOffset, rows);
        Provider.LOSSES.activity(rows, columns, a, offset, ld, l1, l2, rowPenalty, rowOffset);
    }

    /**
     * Adds the gradient of {@link #activity} to that of the layer's values: gradient[r][j] += scale·l1·sign(a) +
     * 2·scale·l2·a, with sign(0) = 0 and both factors rounded to {@code float} first. A NaN activation gives NaN.
     *
     * @param rows number of rows, 0 or more
     * @param columns number of columns, 0 or more
     * @param a (rows × columns)
     * @param offset index of the first element of {@code a}
     * @param ld elements from one row of {@code a} to the next
     * @param l1 weight of the magnitudes
     * @param l2 weight of the squares
     * @param scale what the value is multiplied by on its way into the loss: 1/B or 1
     * @param gradient (rows × columns): added to; must not overlap {@code a}
     * @param gradientOffset index of the first element of {@code gradient}
     * @param gradientLd elements from one row of {@code gradient} to the next
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void addActivityGradient(
            int rows,
            int columns,
            float[] a,
            int offset,
            int ld,
            float l1,
            float l2,
            float scale,
            float[] gradient,
            int gradientOffset,
            int gradientLd) {
        Slices.check("a", a.length, rows, columns, offset, ld);
        Slices.check("gradient", gradient.length, rows, columns, gradientOffset, gradientLd);
        Provider.LOSSES.addActivityGradient(
                rows, columns, a, offset, ld, scale * l1, 2 * scale * l2, gradient, gradientOffset, gradientLd);
    }

    /**
     * How far the units' mean activations q are from a target p: Σ_j p·log(p/q_j) + (1 − p)·log((1 − p)/(1 − q_j)), the
     * Kullback–Leibler divergence of two coins (A. Ng, Sparse autoencoder, CS294A lecture notes), unscaled.
     *
     * <p>q is clipped to [1e-7, 1 − 1e-7], so that a unit that is always or never active costs much and not infinitely
     * much. A NaN in q gives NaN.
     *
     * <p>Computed in {@code double} as columns·(p·log p + (1 − p)·log(1 − p)) − p·Σ log q_j − (1 − p)·Σ log(1 − q_j); the
     * sums of logarithms are logarithms of products of 32 columns each, all in ascending order.
     *
     * @param columns number of units, 0 or more
     * @param q (columns): mean activations over the batch, from {@link Reductions#columnMeans}
     * @param offset index of the first mean
     * @param target p, in (0, 1)
     * @return the divergence, summed over the units; at least 0 but for rounding
     * @throws IllegalArgumentException if the target is not in (0, 1)
     * @throws IndexOutOfBoundsException if the slice does not lie inside the array
     */
    public static double sparsity(int columns, float[] q, int offset, double target) {
        Slices.check("q", q.length, offset, columns);
        checkTarget(target);
        double logQ = 0;
        double logRest = 0;
        for (int j = 0; j < columns; j += FACTORS) {
            double product = 1;
            double productOfRests = 1;
            int end = Math.min(columns, j + FACTORS);
            for (int k = j; k < end; k++) {
                double clipped = clip(q[offset + k]);
                product *= clipped;
                productOfRests *= 1 - clipped;
            }
            logQ += StrictMath.log(product);
            logRest += StrictMath.log(productOfRests);
        }
        double least = target * StrictMath.log(target) + (1 - target) * StrictMath.log(1 - target);
        return columns * least - target * logQ - (1 - target) * logRest;
    }

    /**
     * The gradient of {@link #sparsity} for an activation of each unit: factors[j] = scale·((1 − p)/(1 − q_j) − p/q_j),
     * in {@code double}, rounded once; 0 where q_j lies outside [1e-7, 1 − 1e-7], NaN where it is NaN.
     *
     * <p>Each row of a batch has the same, because each moves the mean alike: {@link #addToRows} adds it.
     *
     * @param columns number of units, 0 or more
     * @param q (columns): mean activations over the batch
     * @param offset index of the first mean
     * @param target p, in (0, 1)
     * @param scale weight/B, the mean's own division by the batch size, and again /B if the cost is per sample
     * @param factors (columns): overwritten; may be exactly the slice {@code q}
     * @param factorsOffset index of the first factor
     * @throws IllegalArgumentException if the target is not in (0, 1)
     * @throws IndexOutOfBoundsException if a slice does not lie inside its array
     */
    public static void sparsityGradient(
            int columns, float[] q, int offset, double target, double scale, float[] factors, int factorsOffset) {
        Slices.check("q", q.length, offset, columns);
        Slices.check("factors", factors.length, factorsOffset, columns);
        checkTarget(target);
        for (int j = 0; j < columns; j++) {
            double mean = q[offset + j];
            boolean clipped = mean < CLIP || mean > 1 - CLIP;
            double slope = (1 - target) / (1 - mean) - target / mean;
            factors[factorsOffset + j] = clipped ? 0 : (float) (scale * slope);
        }
    }

    /**
     * Adds one row to every row of a block: x[r][j] += row[j].
     *
     * @param rows number of rows, 0 or more
     * @param columns number of columns, 0 or more
     * @param row (columns): what to add
     * @param rowOffset index of its first element
     * @param x (rows × columns): added to; must not overlap {@code row}
     * @param offset index of the first element of {@code x}
     * @param ld elements from one row of {@code x} to the next
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void addToRows(int rows, int columns, float[] row, int rowOffset, float[] x, int offset, int ld) {
        Slices.check("row", row.length, rowOffset, columns);
        Slices.check("x", x.length, rows, columns, offset, ld);
        Provider.LOSSES.addRow(rows, columns, row, rowOffset, x, offset, ld);
    }

    /** NaN stays NaN. */
    private static double clip(double q) {
        return Math.max(CLIP, Math.min(1 - CLIP, q));
    }

    private static void checkTarget(double target) {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("target must lie between 0 and 1, was " + target);
        }
    }
}
