package dev.lanewise.kernels.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.kernels.ActivationFunction;
import dev.lanewise.kernels.scalar.ScalarFunctions;
import dev.lanewise.kernels.vector.VectorFunctions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** Both providers give the same bits for every function, on all kinds of floats and on ragged runs. */
@EnabledIf(value = "dev.lanewise.kernels.testing.VectorApi#isThere", disabledReason = "skipped: no Vector API")
class FunctionsAgreementTest {

    private static final FunctionKernels SCALAR = new ScalarFunctions();
    private static final FunctionKernels VECTOR = new VectorFunctions();

    /** A function over a run, seen through one provider. */
    interface Run {
        void apply(FunctionKernels kernels, int n, float[] x, int xOffset, float[] y, int yOffset);
    }

    private static Map<String, Run> functions() {
        Map<String, Run> functions = new LinkedHashMap<>();
        functions.put("exp", FunctionKernels::exp);
        functions.put("log", FunctionKernels::log);
        functions.put("log1p", FunctionKernels::log1p);
        functions.put("erfc", FunctionKernels::erfc);
        functions.put("sinTurns", FunctionKernels::sinTurns);
        functions.put("cosTurns", FunctionKernels::cosTurns);
        for (ActivationFunction f : ActivationFunction.values()) {
            functions.put(f + " forward", (kernels, n, x, xo, y, yo) -> kernels.forward(f, n, x, xo, y, yo));
            functions.put(f + " backward", (kernels, n, x, xo, y, yo) -> {
                float[] dy = new float[x.length];
                for (int i = 0; i < x.length; i++) {
                    dy[i] = x[x.length - 1 - i];
                }
                kernels.backward(f, n, x, xo, dy, 0, y, yo);
            });
        }
        return functions;
    }

    @TestFactory
    Stream<DynamicTest> sameBitsOverFloatsOfEveryMagnitude() {
        float[] x = Floats.sample(9_973);
        return functions().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    float[] expected = new float[x.length];
                    float[] actual = new float[x.length];
                    entry.getValue().apply(SCALAR, x.length, x, 0, expected, 0);
                    entry.getValue().apply(VECTOR, x.length, x, 0, actual, 0);
                    Floats.assertSameBits(expected, actual, i -> "f(%s = %a)".formatted(x[i], x[i]));
                }));
    }

    @TestFactory
    Stream<DynamicTest> sameBitsOnRaggedRunsInPlaceAndNotAWordBeyond() {
        return functions().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    float[] values = Floats.sample(20_000_003);
                    for (int n = 0; n <= 67; n++) {
                        int offset = n % 5;
                        float[] x = Arrays.copyOf(values, n + offset + 3);
                        float[] expected = x.clone();
                        float[] inPlace = x.clone();
                        float[] actual = x.clone();
                        entry.getValue().apply(SCALAR, n, x, offset, expected, offset);
                        entry.getValue().apply(VECTOR, n, x, offset, actual, offset);
                        entry.getValue().apply(VECTOR, n, inPlace, offset, inPlace, offset);
                        String run = "n = " + n;
                        Floats.assertSameBits(expected, actual, i -> run + " at " + i);
                        if (!entry.getKey().endsWith("backward")) {
                            Floats.assertSameBits(expected, inPlace, i -> run + " in place at " + i);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> backwardMayOverwriteEitherArgument() {
        return Arrays.stream(ActivationFunction.values())
                .map(f -> DynamicTest.dynamicTest(f.name(), () -> {
                    float[] saved = Arrays.copyOf(Floats.sample(40_000_003), 83);
                    float[] dy = new float[83];
                    for (int i = 0; i < 83; i++) {
                        dy[i] = (i - 41) / 7f;
                    }
                    float[] expected = new float[83];
                    SCALAR.backward(f, 83, saved, 0, dy, 0, expected, 0);
                    float[] overDy = dy.clone();
                    VECTOR.backward(f, 83, saved, 0, overDy, 0, overDy, 0);
                    float[] overSaved = saved.clone();
                    VECTOR.backward(f, 83, overSaved, 0, dy, 0, overSaved, 0);
                    Floats.assertSameBits(expected, overDy, i -> "over dy at " + i);
                    Floats.assertSameBits(expected, overSaved, i -> "over saved at " + i);
                    assertEquals(83, expected.length);
                }));
    }
}
