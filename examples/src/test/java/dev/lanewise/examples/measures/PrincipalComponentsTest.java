package dev.lanewise.examples.measures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.Matrix;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    /** Four points on the axes of an ellipse turned by 3-4-5's angle: variances 8 and 2 along (0.8, 0.6) and (−0.6, 0.8). */
    private static final Matrix ELLIPSE = Matrix.of(4, 2, 4.2f, 2.4f, -2.2f, -2.4f, -0.2f, 1.6f, 2.2f, -1.6f);

    @Test
    void axesOfAnEllipseAreFound() {
        PrincipalComponents components = PrincipalComponents.of(ELLIPSE, 2);
        assertEquals(1, components.means().get(0), 1e-6);
        assertEquals(0, components.means().get(1), 1e-6);
        assertEquals(8, components.variances().get(0), 1e-5);
        assertEquals(2, components.variances().get(1), 1e-5);
        assertEquals(0.8, components.share(0), 1e-6);
        assertEquals(0.8, components.axes().get(0).get(0), 1e-6);
        assertEquals(0.6, components.axes().get(0).get(1), 1e-6);
        assertEquals(-0.6, components.axes().get(1).get(0), 1e-6);
        assertEquals(0.8, components.axes().get(1).get(1), 1e-6);
        assertArrayEquals(new double[] {4, 0}, components.project(new float[] {4.2f, 2.4f}), 1e-5);
    }

    /** The second-difference matrix of n rows has the eigenvalues 2 − 2·cos(kπ/(n + 1)) and sines as eigenvectors. */
    @Test
    void eigenvaluesOfTheSecondDifferenceMatrixAreThoseOfTheClosedForm() {
        int n = 40;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = 2;
            if (i > 0) {
                a[i][i - 1] = -1;
                a[i - 1][i] = -1;
            }
        }
        Eigen eigen = Eigen.of(a);
        double[] sorted = eigen.values().clone();
        Arrays.sort(sorted);
        double worst = 0;
        for (int k = 1; k <= n; k++) {
            double closed = 2 - 2 * StrictMath.cos(k * StrictMath.PI / (n + 1));
            worst = Math.max(worst, Math.abs(sorted[k - 1] - closed));
        }
        for (int i = 0; i < n; i++) {
            double k = StrictMath.acos(1 - eigen.values()[i] / 2) * (n + 1) / StrictMath.PI;
            double[] vector = eigen.vector(i);
            double scale = Math.sqrt(2.0 / (n + 1));
            double sign = Math.signum(vector[0]);
            for (int j = 0; j < n; j++) {
                double closed = sign * scale * StrictMath.sin(Math.rint(k) * (j + 1) * StrictMath.PI / (n + 1));
                worst = Math.max(worst, Math.abs(vector[j] - closed));
            }
        }
        System.out.println("largest difference from the closed form " + worst);
        assertEquals(0, worst, 1e-12);
    }

    @Test
    void projectionsHaveTheVariancesOfTheirAxes() {
        Random random = new Random(3);
        Matrix rows = Matrix.zeros(200, 7);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = (float) random.nextGaussian() * (1 + i % 7);
        }
        PrincipalComponents components = PrincipalComponents.of(rows, 3);
        double[] squares = new double[3];
        for (int row = 0; row < 200; row++) {
            double[] point = components.project(rows.row(row));
            for (int axis = 0; axis < 3; axis++) {
                squares[axis] += point[axis] * point[axis] / 200;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(components.variances().get(axis), squares[axis], 1e-9 * squares[0]);
        }
    }

    @Test
    void rowsThatAreAllAlikeHaveComponentsOfNoVariance() {
        PrincipalComponents components = PrincipalComponents.of(Matrix.of(2, 2, 1, 2, 1, 2), 2);
        assertEquals(0, components.share(0));
        assertArrayEquals(new double[] {0, 0}, components.project(new float[] {1, 2}));
    }

    @Test
    void moreComponentsThanColumnsAreRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PrincipalComponents.of(ELLIPSE, 3));
        assertEquals("count: expected at most the 2 columns, found 3", refused.getMessage());
    }
}
