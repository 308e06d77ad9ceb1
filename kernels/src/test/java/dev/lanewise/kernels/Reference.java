package dev.lanewise.kernels;

/**
 * Elementary functions in double precision, by StrictMath, series and continued fractions: what the float32 functions are
 * measured against. Relative errors are below 1e-14.
 */
final class Reference {

    private static final double SQRT_PI = StrictMath.sqrt(StrictMath.PI);
    private static final double SQRT_HALF = StrictMath.sqrt(0.5);

    private Reference() {}

    static double sigmoid(double x) {
        double e = StrictMath.exp(-StrictMath.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    static double softplus(double x) {
        return StrictMath.max(x, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(x)));
    }

    static double sinTurns(double u) {
        double quarters = StrictMath.rint(4 * u);
        double r = 2 * StrictMath.PI * (u - quarters / 4);
        return switch (Math.floorMod((long) quarters, 4)) {
            case 0 -> StrictMath.sin(r);
            case 1 -> StrictMath.cos(r);
            case 2 -> -StrictMath.sin(r);
            default -> -StrictMath.cos(r);
        };
    }

    static double cosTurns(double u) {
        double quarters = StrictMath.rint(4 * u);
        double r = 2 * StrictMath.PI * (u - quarters / 4);
        return switch (Math.floorMod((long) quarters, 4)) {
            case 0 -> StrictMath.cos(r);
            case 1 -> -StrictMath.sin(r);
            case 2 -> -StrictMath.cos(r);
            default -> StrictMath.sin(r);
        };
    }

    /** erfc(z), for z a float: z² is exact then. */
    static double erfc(double z) {
        double a = StrictMath.abs(z);
        double tail = scaledErfc(a) * StrictMath.exp(-a * a);
        return z < 0 ? 2 - tail : tail;
    }

    /** Φ(x), for x a float. */
    static double normalDistribution(double x) {
        double a = StrictMath.abs(x);
        double tail = 0.5 * scaledErfc(a * SQRT_HALF) * StrictMath.exp(-a * a / 2);
        return x < 0 ? tail : 1 - tail;
    }

    /** exp(z²)·erfc(z) for z ≥ 0: Taylor series of erf below 2, the continued fraction of Laplace above, 60 terms of it up to 30. */
    private static double scaledErfc(double z) {
        if (z < 2) {
            double term = z;
            double sum = z;
            for (int n = 1; term > 1e-18 * sum; n++) {
                term *= 2 * z * z / (2 * n + 1);
                sum += term;
            }
            return StrictMath.exp(z * z) - 2 / SQRT_PI * sum;
        }
        double fraction = z;
        for (int n = z < 30 ? 60 : 0; n > 0; n--) {
            fraction = z + n / 2.0 / fraction;
        }
        return 1 / (SQRT_PI * fraction);
    }

    static double elu(double x) {
        return x > 0 ? x : StrictMath.expm1(x);
    }

    static double selu(double x) {
        return 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * StrictMath.expm1(x));
    }

    static double gelu(double x) {
        return x == Double.NEGATIVE_INFINITY ? -0.0 : x * normalDistribution(x);
    }

    static double silu(double x) {
        return x == Double.NEGATIVE_INFINITY ? -0.0 : x * sigmoid(x);
    }

    static double siluDerivative(double x) {
        return Double.isInfinite(x) ? (x > 0 ? 1 : 0) : sigmoid(x) * (1 + x * sigmoid(-x));
    }

    static double geluDerivative(double x) {
        double density = StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
        return Double.isInfinite(x) ? (x > 0 ? 1 : 0) : normalDistribution(x) + x * density;
    }
}
