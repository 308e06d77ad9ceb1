package dev.lanewise.examples.measures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds measures to values worked out by hand. */
class MeasuresTest {
    @Test
    void columnsHaveMeansAndVariancesOverAllRows() {
        Matrix matrix = Matrix.of(4, 2, 1, 5, 2, 5, 3, 5, 6, 5);
        assertArrayEquals(new double[] {3, 5}, Columns.means(matrix));
        assertArrayEquals(new double[] {3.5, 0}, Columns.variances(matrix));
    }

    @Test
    void meanSquaredErrorIsOverAllElements() {
        assertEquals(7.5, Distances.meanSquaredError(Matrix.of(2, 2, 1, 2, 3, 4), Matrix.of(2, 2, 2, 4, 6, 0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Distances.meanSquaredError(Matrix.zeros(1, 2), Matrix.zeros(2, 1)));
    }

    @Test
    void theNearestNeighbourIsAnotherRow() {
        // (0,0) and (3,4) are 5 apart; (3,16) is 12 from (3,4).
        assertEquals(22 / 3.0, Distances.meanNearest(Matrix.of(3, 2, 0, 0, 3, 4, 3, 16)));
        assertEquals(0, Distances.meanNearest(Matrix.of(2, 1, 7, 7)));
        assertThrows(IllegalArgumentException.class, () -> Distances.meanNearest(Matrix.zeros(1, 2)));
    }

    @Test
    void sparsityIsOfUnitsNotOfImages() {
        Matrix codings = Matrix.of(2, 4, 0.125f, 0, 0.25f, 1, 0.125f, 0.25f, 0.5f, 1);
        Sparsity sparsity = Sparsity.of(0.125, codings);
        assertEquals(List.of(0.125, 0.125, 0.375, 1.0), sparsity.activations());
        assertEquals(0.40625, sparsity.mean());
        assertEquals(0.5, sparsity.shareNear());
        assertArrayEquals(new int[] {2, 1, 0, 1}, sparsity.histogram(4));
    }

    @Test
    void theEndsOfTheBandCountAsNear() {
        assertEquals(1, new Sparsity(0.1, List.of(0.07, 0.13)).shareNear());
        assertEquals(0, new Sparsity(0.1, List.of(0.0699, 0.1301)).shareNear());
    }

    /** KL(N(μ, σ²) ‖ N(0, 1)) = ½(σ² + μ² − 1) − ln σ. */
    @Test
    void latentLossIsTheDivergenceFromTheStandardNormal() {
        float gamma = (float) (2 * StrictMath.log(3));
        Latent latent = Latent.of(Matrix.of(2, 2, 2, 0.05f, -2, -0.05f), Matrix.of(2, 2, gamma, 0, gamma, 0));
        assertEquals(0.5 * (9 + 4 - 1) - StrictMath.log(3), latent.losses().get(0), 1e-6);
        assertEquals(0.5 * 0.0025, latent.losses().get(1), 1e-9);
        assertEquals(latent.losses().get(0) + latent.losses().get(1), latent.loss());
        assertEquals(4, latent.variances().get(0), 1e-12);
        assertEquals(0.0025, latent.variances().get(1), 1e-9);
        assertEquals(1, latent.active(), "0.0025 is not above 0.01");
    }

    @Test
    void hashesAreCodingsAboveAHalf() {
        Matrix codings = Matrix.of(5, 2, 0.9f, 0.1f, 0.8f, 0.5f, 0.51f, 0, 0.2f, 0.7f, 0.6f, 0.3f);
        Hashes hashes = Hashes.of(codings, new int[] {0, 0, 1, 1, 0});
        assertEquals(
                List.of(new Hashes.Bucket("10", 4, List.of(3, 1)), new Hashes.Bucket("01", 1, List.of(0, 1))),
                hashes.buckets());
        assertEquals(0, hashes.buckets().getFirst().commonest());
        assertEquals(1, hashes.alone());
        // Three queries of class 0 find 2 of 3 others, one of class 1 finds none, the last is alone.
        assertEquals((3 * 2 / 3.0 + 0 + 0) / 5, hashes.classShare(), 1e-15);
        assertEquals((3 * 3 / 4.0 + 1 / 4.0 + 1) / 5, hashes.classShareWithQuery(), 1e-15);
    }

    /** One hash for all tells nothing: what is found is the class's share in the data, less the query itself. */
    @Test
    void oneHashForAllIsChance() {
        int[] labels = new int[1000];
        for (int i = 0; i < 1000; i++) {
            labels[i] = i % 10;
        }
        Hashes hashes = Hashes.of(Matrix.zeros(1000, 16), labels);
        assertEquals(99 / 999.0, hashes.classShare(), 1e-12);
        assertEquals(0.1, hashes.classShareWithQuery(), 1e-12);
    }

    @Test
    void sparsityCostsAreZeroAtTheTargetAndKnownElsewhere() {
        for (SparsityCost cost : SparsityCost.values()) {
            assertEquals(0, cost.cost(0.1, 0.1), 1e-16);
        }
        // 0.1·ln(0.1/0.5) + 0.9·ln(0.9/0.5) = ln 2 − H(0.1), where H is the entropy in nats.
        assertEquals(0.693147180559945 - 0.325082973391448, SparsityCost.KL_DIVERGENCE.cost(0.1, 0.5), 1e-14);
        assertEquals(0.16, SparsityCost.SQUARED_ERROR.cost(0.1, 0.5), 1e-15);
        assertEquals(0.4, SparsityCost.ABSOLUTE_ERROR.cost(0.1, 0.5), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, SparsityCost.KL_DIVERGENCE.cost(0.1, 0));
        assertEquals(Double.POSITIVE_INFINITY, SparsityCost.KL_DIVERGENCE.cost(0.1, 1));
    }

    @Test
    void linearInterpolationGoesStraight() {
        assertEquals(
                Matrix.of(3, 2, 1, 0, 0.5f, 2, 0, 4),
                Interpolation.LINEAR.between(new float[] {1, 0}, new float[] {0, 4}, 3));
    }

    /** A quarter of a circle in three steps of 30°. */
    @Test
    void sphericalInterpolationTurnsByEqualAngles() {
        Matrix way = Interpolation.SPHERICAL.between(new float[] {2, 0}, new float[] {0, 2}, 4);
        for (int step = 0; step < 4; step++) {
            double angle = step * StrictMath.PI / 6;
            assertEquals(2 * StrictMath.cos(angle), way.get(step, 0), 1e-6);
            assertEquals(2 * StrictMath.sin(angle), way.get(step, 1), 1e-6);
        }
    }

    @Test
    void sphericalInterpolationIsLinearWhereThereIsNoCircle() {
        float[] a = {1, 2};
        for (float[] b : new float[][] {{0, 0}, {2, 4}, {-1, -2}}) {
            assertEquals(Interpolation.LINEAR.between(a, b, 5), Interpolation.SPHERICAL.between(a, b, 5));
        }
    }
}
