package dev.lanewise.kernels;

/**
 * The sampling layer of a variational autoencoder: z = μ + σ·ε with σ = exp(γ/2), its latent loss, and the gradients of
 * both (D. P. Kingma, M. Welling, Auto-encoding variational Bayes, 2014). γ is the logarithm of the variance.
 *
 * <p>All blocks are (rows × columns), batch × codings, row-major, a row every {@code …Ld} elements from {@code …Offset}
 * on. The forward pass leaves σ in a block of its own, which the other two read; exp(γ) is σ·σ, so the exponential is
 * taken once.
 *
 * <p>Nothing is clipped: a γ above 88.7 makes exp(γ), and with it the row's latent loss and the gradient of γ, infinite;
 * above 177.4 σ and z are infinite too. Training sees a loss that is not finite and stops there.
 *
 * <p>Nothing is allocated; all methods are safe for concurrent use on disjoint results.
 */
public final class Sampling {

    private Sampling() {}

    /**
     * Draws the codings: σ[r][j] = exp(½·γ[r][j]), z[r][j] = μ[r][j] + σ[r][j]·ε[r][j].
     *
     * @param rows number of rows, 0 or more
     * @param columns number of codings, 0 or more
     * @param mean (rows × columns): μ
     * @param meanOffset index of the first element of {@code mean}
     * @param meanLd elements from one row of {@code mean} to the next
     * @param logVariance (rows × columns): γ
     * @param logVarianceOffset index of the first element of {@code logVariance}
     * @param logVarianceLd elements from one row of {@code logVariance} to the next
     * @param noise (rows × columns): ε, standard normal
     * @param noiseOffset index of the first element of {@code noise}
     * @param noiseLd elements from one row of {@code noise} to the next
     * @param deviation (rows × columns): receives σ; must not overlap another block
     * @param deviationOffset index of the first element of {@code deviation}
     * @param deviationLd elements from one row of {@code deviation} to the next
     * @param z (rows × columns): receives the codings; may be exactly the block {@code mean} or {@code noise}
     * @param zOffset index of the first element of {@code z}
     * @param zLd elements from one row of {@code z} to the next
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void forward(
            int rows,
            int columns,
            float[] mean,
            int meanOffset,
            int meanLd,
            float[] logVariance,
            int logVarianceOffset,
            int logVarianceLd,
            float[] noise,
            int noiseOffset,
            int noiseLd,
            float[] deviation,
            int deviationOffset,
            int deviationLd,
            float[] z,
            int zOffset,
            int zLd) {
        Slices.check("mean", mean.length, rows, columns, meanOffset, meanLd);
        Slices.check("logVariance", logVariance.length, rows, columns, logVarianceOffset, logVarianceLd);
        Slices.check("noise", noise.length, rows, columns, noiseOffset, noiseLd);
        Slices.check("deviation", deviation.length, rows, columns, deviationOffset, deviationLd);
        Slices.check("z", z.length, rows, columns, zOffset, zLd);
        for (int r = 0; r < rows; r++) {
            int l = logVarianceOffset + r * logVarianceLd;
            int d = deviationOffset + r * deviationLd;
            for (int j = 0; j < columns; j++) {
                deviation[d + j] = 0.5f * logVariance[l + j];
            }
        }
        exp(rows, columns, deviation, deviationOffset, deviationLd);
        for (int r = 0; r < rows; r++) {
            int m = meanOffset + r * meanLd;
            int e = noiseOffset + r * noiseLd;
            int d = deviationOffset + r * deviationLd;
            int c = zOffset + r * zLd;
            for (int j = 0; j < columns; j++) {
                z[c + j] = mean[m + j] + deviation[d + j] * noise[e + j];
            }
        }
    }

    /** In place; rows of a few codings are worth taking together where nothing lies between them. */
    private static void exp(int rows, int columns, float[] x, int offset, int ld) {
        if (ld == columns) {
            Elementary.exp(rows * columns, x, offset, x, offset);
            return;
        }
        for (int r = 0; r < rows; r++) {
            Elementary.exp(columns, x, offset + r * ld, x, offset + r * ld);
        }
    }

    /**
     * The latent loss of each row, unscaled: rowLoss[r] = −½·Σ_j (1 + γ − exp(γ) − μ²), the Kullback–Leibler divergence of
     * N(μ, σ²) from N(0, 1).
     *
     * <p>A term is computed as ½·(((σ² − 1) − γ) + μ²) and summed in the order of {@link LossFunction}.
     *
     * @param rows number of rows, 0 or more
     * @param columns number of codings, 0 or more
     * @param mean (rows × columns): μ
     * @param meanOffset index of the first element of {@code mean}
     * @param meanLd elements from one row of {@code mean} to the next
     * @param logVariance (rows × columns): γ
     * @param logVarianceOffset index of the first element of {@code logVariance}
     * @param logVarianceLd elements from one row of {@code logVariance} to the next
     * @param deviation (rows × columns): σ, as {@link #forward} left it
     * @param deviationOffset index of the first element of {@code deviation}
     * @param deviationLd elements from one row of {@code deviation} to the next
     * @param rowLoss receives one sum per row
     * @param rowOffset index of the first row's sum
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void latentLoss(
            int rows,
            int columns,
            float[] mean,
            int meanOffset,
            int meanLd,
            float[] logVariance,
            int logVarianceOffset,
            int logVarianceLd,
            float[] deviation,
            int deviationOffset,
            int deviationLd,
            double[] rowLoss,
            int rowOffset) {
        Slices.check("mean", mean.length, rows, columns, meanOffset, meanLd);
        Slices.check("logVariance", logVariance.length, rows, columns, logVarianceOffset, logVarianceLd);
        Slices.check("deviation", deviation.length, rows, columns, deviationOffset, deviationLd);
        Slices.check("rowLoss", rowLoss.length, rowOffset, rows);
        for (int r = 0; r < rows; r++) {
            int m = meanOffset + r * meanLd;
            int l = logVarianceOffset + r * logVarianceLd;
            int d = deviationOffset + r * deviationLd;
            float even = quad(0, columns, mean, m, logVariance, l, deviation, d)
                    + quad(2, columns, mean, m, logVariance, l, deviation, d);
            float odd = quad(1, columns, mean, m, logVariance, l, deviation, d)
                    + quad(3, columns, mean, m, logVariance, l, deviation, d);
            rowLoss[rowOffset + r] = 0.5f * (even + odd);
        }
    }

    /** Twice the terms of the virtual lanes i, i + 4, i + 8 and i + 12. */
    private static float quad(int i, int columns, float[] mean, int m, float[] gamma, int l, float[] sigma, int d) {
        float sum = 0;
        for (int first = i; first < 16; first += 4) {
            float lane = 0;
            for (int j = first; j < columns; j += 16) {
                float mu = mean[m + j];
                float deviation = sigma[d + j];
                lane += ((deviation * deviation - 1) - gamma[l + j]) + mu * mu;
            }
            sum += lane;
        }
        return sum;
    }

    /**
     * The gradients of mean and logarithm of the variance, through the codings and through the latent loss: dμ = dz + s·μ;
     * dγ = ½·(dz·(ε·σ) + s·(σ² − 1)).
     *
     * @param rows number of rows, 0 or more
     * @param columns number of codings, 0 or more
     * @param mean (rows × columns): μ
     * @param meanOffset index of the first element of {@code mean}
     * @param meanLd elements from one row of {@code mean} to the next
     * @param noise (rows × columns): ε, as {@link #forward} read it
     * @param noiseOffset index of the first element of {@code noise}
     * @param noiseLd elements from one row of {@code noise} to the next
     * @param deviation (rows × columns): σ, as {@link #forward} left it
     * @param deviationOffset index of the first element of {@code deviation}
     * @param deviationLd elements from one row of {@code deviation} to the next
     * @param dz (rows × columns): the gradient of the codings
     * @param dzOffset index of the first element of {@code dz}
     * @param dzLd elements from one row of {@code dz} to the next
     * @param scale s = beta / (batch size · input size), what the latent loss is multiplied by on its way into the loss
     * @param dMean (rows × columns): overwritten by dμ; may be exactly the block {@code mean} or {@code dz}
     * @param dMeanOffset index of the first element of {@code dMean}
     * @param dMeanLd elements from one row of {@code dMean} to the next
     * @param dLogVariance (rows × columns): overwritten by dγ; may be exactly the block {@code noise}, {@code deviation}
     *     or {@code dz}
     * @param dLogVarianceOffset index of the first element of {@code dLogVariance}
     * @param dLogVarianceLd elements from one row of {@code dLogVariance} to the next
     * @throws IllegalArgumentException if a size is negative or a leading dimension below {@code columns}
     * @throws IndexOutOfBoundsException if a block does not lie inside its array
     */
    public static void backward(
            int rows,
            int columns,
            float[] mean,
            int meanOffset,
            int meanLd,
            float[] noise,
            int noiseOffset,
            int noiseLd,
            float[] deviation,
            int deviationOffset,
            int deviationLd,
            float[] dz,
            int dzOffset,
            int dzLd,
            float scale,
            float[] dMean,
            int dMeanOffset,
            int dMeanLd,
            float[] dLogVariance,
            int dLogVarianceOffset,
            int dLogVarianceLd) {
        Slices.check("mean", mean.length, rows, columns, meanOffset, meanLd);
        Slices.check("noise", noise.length, rows, columns, noiseOffset, noiseLd);
        Slices.check("deviation", deviation.length, rows, columns, deviationOffset, deviationLd);
        Slices.check("dz", dz.length, rows, columns, dzOffset, dzLd);
        Slices.check("dMean", dMean.length, rows, columns, dMeanOffset, dMeanLd);
        Slices.check("dLogVariance", dLogVariance.length, rows, columns, dLogVarianceOffset, dLogVarianceLd);
        for (int r = 0; r < rows; r++) {
            int m = meanOffset + r * meanLd;
            int e = noiseOffset + r * noiseLd;
            int d = deviationOffset + r * deviationLd;
            int c = dzOffset + r * dzLd;
            int dm = dMeanOffset + r * dMeanLd;
            int dl = dLogVarianceOffset + r * dLogVarianceLd;
            for (int j = 0; j < columns; j++) {
                float sigma = deviation[d + j];
                float gradient = dz[c + j];
                dMean[dm + j] = gradient + scale * mean[m + j];
                dLogVariance[dl + j] = 0.5f * (gradient * (noise[e + j] * sigma) + scale * (sigma * sigma - 1));
            }
        }
    }
}
