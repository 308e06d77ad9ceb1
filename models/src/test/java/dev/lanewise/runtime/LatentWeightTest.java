package dev.lanewise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The share of the latent loss that counts in the gradients during a warm-up. */
class LatentWeightTest {

    private static final double BETA = 2;
    private static final int INPUTS = 4;

    /** μ = 3 and σ² = 1 + 1, nothing from the decoder: dμ = s·μ and dγ = ½·s·(σ² − 1), s = share·beta / (B·inputs) with B = 1. */
    @Test
    void theGradientsHaveTheShareAndTheLossIsWhole() {
        for (double share : new double[] {0, 0.25, 1}) {
            Worker worker = Worker.alone(NoiseSource.NONE);
            worker.take(1, 1, 0);
            worker.weighLatentLoss(share);
            Buffer mean = row(3);
            Buffer logVariance = row((float) StrictMath.log(2));
            Buffer deviation = row((float) StrictMath.sqrt(2));
            Buffer dMean = row(0);
            Buffer dLogVariance = row(0);
            Figure figure = new Figure("latent", "latent", 1, dev.lanewise.layer.Per.SAMPLE, true, true, 1);
            Backward.sampling(
                    worker, BETA, INPUTS, mean, logVariance, row(0), deviation, row(0), figure, dMean, dLogVariance);
            double s = share * BETA / INPUTS;
            assertEquals(s * 3, dMean.data()[0], 1e-6);
            assertEquals(0.5 * s, dLogVariance.data()[0], 1e-6);
            assertEquals(0.5 * (2 - 1 - StrictMath.log(2) + 9), figure.partials()[0], 1e-5);
        }
    }

    private static Buffer row(float value) {
        Buffer buffer = new Buffer(1, 1);
        buffer.data()[0] = value;
        return buffer;
    }
}
