package dev.lanewise.proof.reference;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;

/** Activations and losses in double precision, straight from their definitions. */
final class Functions {

    private static final double SELU_SCALE = 1.05070098;
    private static final double SELU_ALPHA = 1.67326324;

    private Functions() {}

    static double activation(Activation f, double x) {
        return switch (f) {
            case LINEAR -> x;
            case RELU -> x > 0 ? x : 0;
            case LEAKY_RELU -> x >= 0 ? x : 0.2 * x;
            case ELU -> x > 0 ? x : StrictMath.expm1(x);
            case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * StrictMath.expm1(x));
            case SIGMOID -> sigmoid(x);
            case TANH -> StrictMath.tanh(x);
            case SOFTPLUS -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            case GELU -> x * normal(x);
            case SILU -> x * sigmoid(x);
        };
    }

    static double derivative(Activation f, double x) {
        return switch (f) {
            case LINEAR -> 1;
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x >= 0 ? 1 : 0.2;
            case ELU -> x > 0 ? 1 : StrictMath.exp(x);
            case SELU -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * StrictMath.exp(x));
            case SIGMOID -> sigmoid(x) * (1 - sigmoid(x));
            case TANH -> 1 - StrictMath.tanh(x) * StrictMath.tanh(x);
            case SOFTPLUS -> sigmoid(x);
            case GELU -> normal(x) + x * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * Math.PI);
            case SILU -> sigmoid(x) * (1 + x * (1 - sigmoid(x)));
        };
    }

    static double loss(Loss loss, double o, double t) {
        double d = o - t;
        return switch (loss) {
            case MSE -> d * d;
            case MAE -> Math.abs(d);
            case HUBER -> Math.abs(d) <= 1 ? d * d / 2 : Math.abs(d) - 0.5;
            case BINARY_CROSS_ENTROPY -> -t * StrictMath.log(o) - (1 - t) * StrictMath.log1p(-o);
        };
    }

    static double derivative(Loss loss, double o, double t) {
        double d = o - t;
        return switch (loss) {
            case MSE -> 2 * d;
            case MAE -> Math.signum(d);
            case HUBER -> Math.clamp(d, -1, 1);
            case BINARY_CROSS_ENTROPY -> (1 - t) / (1 - o) - t / o;
        };
    }

    /** 1 − erf(x), by the continued fraction where the series of {@link #normal} cancels. */
    static double erfc(double x) {
        if (x < 2) {
            return 2 * normal(-x * StrictMath.sqrt(2));
        }
        double fraction = x;
        for (int k = 200; k >= 1; k--) {
            fraction = x + k / 2.0 / fraction;
        }
        return StrictMath.exp(-x * x) / StrictMath.sqrt(Math.PI) / fraction;
    }

    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /**
     * Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/15 + …), G. Marsaglia, Evaluating the normal distribution, 2004: every term has the
     * sign of x.
     */
    private static double normal(double x) {
        double term = x;
        double sum = x;
        for (int i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * Math.PI);
    }
}
