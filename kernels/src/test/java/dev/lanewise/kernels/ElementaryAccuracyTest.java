package dev.lanewise.kernels;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.kernels.provider.FunctionKernels;
import dev.lanewise.kernels.provider.Provider;
import dev.lanewise.kernels.scalar.ScalarFunctions;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The error of every elementary function and activation, in ulp, against double precision. A dense sample of all float32
 * arguments as a rule; every one of them, in both providers, with {@code -Dlanewise.exhaustive=true} (some minutes).
 */
class ElementaryAccuracyTest {

    private static final boolean EXHAUSTIVE = Boolean.getBoolean("lanewise.exhaustive");

    /** A prime: all exponents, all endings of the mantissa. */
    private static final int STRIDE = EXHAUSTIVE ? 1 : 4099;

    private static final int BLOCK = 1 << 12;

    private interface Run {
        void apply(FunctionKernels kernels, int n, float[] x, int xOffset, float[] y, int yOffset);
    }

    private record Function(String name, double bound, double limit, Run run, DoubleUnaryOperator reference) {}

    private static final double ALL = Double.POSITIVE_INFINITY;

    private static Stream<Function> functions() {
        return Stream.of(
                new Function("exp", 1, ALL, FunctionKernels::exp, StrictMath::exp),
                new Function("log", 1, ALL, FunctionKernels::log, StrictMath::log),
                new Function("log1p", 2, ALL, FunctionKernels::log1p, StrictMath::log1p),
                new Function("tanh", 2, ALL, FunctionKernels::tanh, StrictMath::tanh),
                new Function("sigmoid", 2, ALL, FunctionKernels::sigmoid, Reference::sigmoid),
                new Function("softplus", 2, ALL, FunctionKernels::softplus, Reference::softplus),
                new Function("erfc", 2, ALL, FunctionKernels::erfc, Reference::erfc),
                new Function("sinTurns", 2, 0x1p20, FunctionKernels::sinTurns, Reference::sinTurns),
                new Function("cosTurns", 2, 0x1p20, FunctionKernels::cosTurns, Reference::cosTurns),
                activation(ActivationFunction.ELU, 2, Reference::elu),
                activation(ActivationFunction.SELU, 2, Reference::selu),
                activation(ActivationFunction.SILU, 2, Reference::silu),
                activation(ActivationFunction.GELU, 4, Reference::gelu));
    }

    private static Function activation(ActivationFunction f, double bound, DoubleUnaryOperator reference) {
        Run run = (kernels, n, x, xOffset, y, yOffset) -> kernels.forward(f, n, x, xOffset, y, yOffset);
        return new Function(f.name().toLowerCase(Locale.ROOT), bound, ALL, run, reference);
    }

    @TestFactory
    Stream<DynamicTest> errorStaysBelowItsBoundInUlp() {
        return functions()
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> {
                    Errors errors = new Errors();
                    float[] x = new float[BLOCK];
                    float[] y = new float[BLOCK];
                    float[] specification = new float[BLOCK];
                    int n = 0;
                    for (long bits = 0; bits < 1L << 32; bits += STRIDE) {
                        float argument = Float.intBitsToFloat((int) bits);
                        if (Math.abs(argument) <= function.limit() || Float.isNaN(argument)) {
                            x[n++] = argument;
                        }
                        if (n == BLOCK || bits + STRIDE >= 1L << 32) {
                            function.run().apply(Provider.FUNCTIONS, n, x, 0, y, 0);
                            function.run().apply(new ScalarFunctions(), n, x, 0, specification, 0);
                            for (int i = 0; i < n; i++) {
                                errors.add(x[i], y[i], function.reference().applyAsDouble(x[i]));
                                errors.compare(x[i], specification[i], y[i]);
                            }
                            n = 0;
                        }
                    }
                    System.out.println(errors.row(function.name()));
                    assertTrue(errors.largest <= function.bound(), () -> errors.row(function.name()));
                }));
    }

    /** The largest and the mean error of a function. */
    private static final class Errors {
        private double largest;
        private float at;
        private double sum;
        private long count;

        void add(float x, float y, double reference) {
            double error = ulps(y, reference);
            sum += error;
            count++;
            if (error > largest) {
                largest = error;
                at = x;
            }
        }

        void compare(float x, float expected, float actual) {
            if (Float.floatToIntBits(expected) != Float.floatToIntBits(actual)) {
                throw new AssertionError("providers differ at %a: %a, %a".formatted(x, expected, actual));
            }
        }

        String row(String name) {
            return "| %-9s | %.3f | %a | %.4f | %d |".formatted(name, largest, at, sum / count, count);
        }

        /** |y − reference| in units of the last place of the reference, that of the denormals being 2⁻¹⁴⁹; ∞ stands for 2¹²⁸. */
        private static double ulps(float y, double reference) {
            if (Double.isNaN(reference) || Float.isNaN(y)) {
                return Double.isNaN(reference) == Float.isNaN(y) ? 0 : ALL;
            }
            if ((float) reference == y) {
                return Float.isInfinite(y) ? 0 : distance(y, reference);
            }
            return distance(Float.isInfinite(y) ? Math.copySign(0x1p128, y) : y, reference);
        }

        private static double distance(double y, double reference) {
            int exponent = Math.clamp(Math.getExponent(reference), Float.MIN_EXPONENT, Float.MAX_EXPONENT);
            return Math.abs(y - reference) * Math.scalb(1.0, 23 - exponent);
        }
    }
}
