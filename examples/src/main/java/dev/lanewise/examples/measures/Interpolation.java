package dev.lanewise.examples.measures;

import dev.lanewise.Matrix;

/** Ways from one vector to another, end points included. */
public enum Interpolation {
    /** The straight line (1 − t)·a + t·b. */
    LINEAR {
        @Override
        double[] weights(double t, float[] a, float[] b) {
            return new double[] {1 - t, t};
        }
    },
    /**
     * The great circle (sin((1 − t)·Ω)·a + sin(t·Ω)·b) / sin Ω, where Ω is the angle between a and b: vectors keep the
     * length that codings of a normal distribution have. The straight line where there is no such circle: a vector is
     * zero, or both point the same way or in opposite ones.
     *
     * @see <a href="https://arxiv.org/abs/1609.04468">T. White: Sampling Generative Networks (2016)</a>
     */
    SPHERICAL {
        @Override
        double[] weights(double t, float[] a, float[] b) {
            double cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
            double angle = StrictMath.acos(Math.clamp(cosine, -1, 1));
            double sine = StrictMath.sin(angle);
            // NaN, where a vector is zero, is not above either.
            return sine > 1e-6
                    ? new double[] {StrictMath.sin((1 - t) * angle) / sine, StrictMath.sin(t * angle) / sine}
                    : LINEAR.weights(t, a, b);
        }
    };

    /** The factors of a and b at t. */
    abstract double[] weights(double t, float[] a, float[] b);

    /**
     * The way in equal steps of t.
     *
     * @param a where it starts
     * @param b where it ends, as long as a
     * @param steps how many vectors there are, the ends included; at least 2
     * @return one vector a row
     */
    public Matrix between(float[] a, float[] b, int steps) {
        float[][] rows = new float[steps][a.length];
        for (int step = 0; step < steps; step++) {
            double[] weights = weights(step / (steps - 1.0), a, b);
            for (int i = 0; i < a.length; i++) {
                rows[step][i] = (float) (weights[0] * a[i] + weights[1] * b[i]);
            }
        }
        return Matrix.ofRows(rows);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
