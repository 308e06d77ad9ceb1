package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.Matrix;
import dev.lanewise.data.DataSet;
import dev.lanewise.kernels.Vectors;
import dev.lanewise.processor.ModelCompiler.Compiled;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Function;
import dev.lanewise.runtime.CompiledModel;
import dev.lanewise.runtime.Scratch;
import dev.lanewise.training.Nadam;
import dev.lanewise.training.Training;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions of a user's own: what the compiler makes of a body against the body itself, run as plain Java; its derivatives against
 * differences in double precision; whole models against the interpreter.
 */
class OwnFunctionTest {

    private static final String DOWN = "@Dense(units = 5, activationBy = \"f\") Tensor codings(Tensor input);";
    private static final String UP = "@Dense(units = 7, activationBy = \"f\") Tensor output(Tensor codings);";

    /** Bodies of f, each with all that is special about it. */
    static Stream<String> bodies() {
        return Stream.of(
                "return x * tanh(softplus(x));",
                "return exp(-x * x);",
                "return exp(x);",
                "return softplus(x);",
                "return log1p(softplus(x)) - 0.5f * x * x;",
                "return 0.5f * x * x;",
                "return x;",
                "return 0.1f * x + 3;",
                "return -x / (1 + abs(x));",
                "return 0.5f * x * erfc(-x * 0.70710678f);",
                "return x * erf(x) + square(x);",
                "return max(x, 0);",
                "return max(0, min(x, 2f)) + Math.min(-1f, x) - Math.max(x * x, x);",
                "return sqrt(1 + x * x) - 1;",
                "return log(2 + x * x) + log1p(abs(x)) + sigmoid(3 * x - 1);",
                "return x + square(sinTurns(0.3f * x)) - cosTurns(x / 5);",
                "return x > 0 ? x : 0.2f * (exp(x) - 1);",
                "return x >= 1 || x < -1 && x != -2 ? sign(x) * sqrt(abs(x)) : !(x > 0.25f) ? x * x * x : x;",
                "if (x < -1) { return 0.1f * x; } float t = x + 0.9f; return x > 2 ? 3 * t : t * t;",
                """
                float y = 1;
                y *= x;
                if (x <= 0.5f) {
                    y = y - 1;
                } else if (x == 2) {
                    y += 7;
                } else {
                    float z = sigmoid(y);
                    y = z * z;
                }
                { y /= 3; }
                return y + 1 / 2 * x + 1 / 2f * x;""",
                "boolean high = x > 1; final float c = (float) (2 / 3.0); double pi = 3.5; return high ? c * x : (float) pi + x;",
                "return helper(x, Sample.SLOPE) + helper(-x, THIRD) * Float.MIN_NORMAL;",
                "float scratch = tanh(x); float n = scratch * scratch; float i = n * x; float dy = i + n; return i * dy + n * dy;",
                "float Functions = x * x; float Math = exp(-Functions); float Float = Math + x; return Float * Functions + Math;",
                "float t = x; t = t * t + x; t = t * t + x; t = t * t + x; return 1e-3f * t;",
                "return tanh(tanh(x) * sigmoid(x)) + exp(-abs(tanh(x)));",
                "return (x - 1) / (x * x + 1) / (2 + exp(-x)) - (1 - (x - 3));",
                "float y; y = 7; int k = 7; k /= 2; int m = x > 0 ? 1 : 2; y = y / 2 * k + m * x; return y + x;",
                "var k = 7; var y = x; y += k / 2; return y * (x > 1 ? 1 : x < -1 ? 2 : 3);",
                "float q = 1 / (x * x + 1); return q * q + q;");
    }

    private static Compiled compile(String body) {
        String functions = """
                float SLOPE = 0.25f;
                double THIRD_OF_ONE = 1 / 3.0;
                float THIRD = (float) THIRD_OF_ONE;
                @Elementwise static float helper(float a, float b) { return a * b; }
                @Elementwise static float f(float x) {
                %s
                }
                """.formatted(body.indent(4).stripTrailing());
        return ModelCompiler.compile(Declarations.model("input = 7", functions, DOWN, UP));
    }

    private static float[] points() {
        Random random = new Random(1);
        float[] points = new float[1500];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (3 * random.nextGaussian());
        }
        float[] special = {
            0f,
            -0f,
            1,
            -1,
            2,
            -2,
            0.5f,
            0.25f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            1e-40f,
            -1e-40f,
            1e30f
        };
        System.arraycopy(special, 0, points, 37, special.length);
        return points;
    }

    /** The generated classes of f: two static methods for one value; two over strips, in plain loops and on the Vector API. */
    private record Generated(Class<?> type, Object instance, Optional<Object> vectors, Compiled compiled) {

        static Generated of(Compiled compiled) throws ReflectiveOperationException {
            compiled.model();
            ClassLoader loader = compiled.loader();
            Class<?> type = loader.loadClass("demo.SampleModel$F");
            Optional<Object> vectors = Vectors.areInUse() && hasTwin(compiled)
                    ? Optional.of(create(loader.loadClass("demo.SampleModel_FVectors")))
                    : Optional.empty();
            return new Generated(type, create(type), vectors, compiled);
        }

        static boolean hasTwin(Compiled compiled) {
            return compiled.generated().contains("new SampleModel_FVectors()");
        }

        private static Object create(Class<?> type) throws ReflectiveOperationException {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        }

        float one(String name, float x) throws ReflectiveOperationException {
            Method method = type.getDeclaredMethod(name, float.class);
            method.setAccessible(true);
            return (float) method.invoke(null, x);
        }

        float[] values(float[] x) throws ReflectiveOperationException {
            float[] y = new float[x.length];
            Method method = type.getDeclaredMethod("values", int.class, float[].class, float[].class, Scratch.class);
            method.setAccessible(true);
            method.invoke(instance, x.length, x, y, new Scratch());
            return y;
        }

        float[] slopes(float[] x) throws ReflectiveOperationException {
            float[] slope = new float[x.length];
            Method method = type.getDeclaredMethod(
                    "slopes", int.class, float[].class, float[].class, float[].class, Scratch.class);
            method.setAccessible(true);
            float[] y = new float[x.length];
            method.invoke(instance, x.length, x, y, slope, new Scratch());
            assertEquals(Arrays.toString(values(x)), Arrays.toString(y));
            return slope;
        }

        /** y, by the twin, in place of x. */
        float[] valuesOfVectors(float[] x, int n) throws ReflectiveOperationException {
            float[] values = shifted(x, 3);
            placed("values", 2).invoke(vectors.orElseThrow(), n, values, 3, values, 3, new Scratch());
            return Arrays.copyOfRange(values, 3, 3 + x.length);
        }

        /** y, then f′(x), by the twin, the second in place of x. */
        List<float[]> slopesOfVectors(float[] x, int n) throws ReflectiveOperationException {
            float[] slope = shifted(x, 3);
            float[] y = new float[x.length + 5];
            placed("slopes", 3).invoke(vectors.orElseThrow(), n, slope, 3, y, 5, slope, 3, new Scratch());
            return List.of(Arrays.copyOfRange(y, 5, y.length), Arrays.copyOfRange(slope, 3, slope.length));
        }

        private Method placed(String name, int arrays) throws ReflectiveOperationException {
            List<Class<?>> types = new ArrayList<>(List.of(int.class));
            for (int i = 0; i < arrays; i++) {
                types.add(float[].class);
                types.add(int.class);
            }
            types.add(Scratch.class);
            Method method = vectors.orElseThrow().getClass().getDeclaredMethod(name, types.toArray(Class<?>[]::new));
            method.setAccessible(true);
            return method;
        }

        private static float[] shifted(float[] x, int by) {
            float[] shifted = new float[x.length + by];
            System.arraycopy(x, 0, shifted, by, x.length);
            return shifted;
        }
    }

    private static void assertSameBits(float expected, float actual, float x) {
        assertEquals(
                Float.floatToIntBits(expected),
                Float.floatToIntBits(actual),
                () -> "at " + x + ": " + expected + " and " + actual);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void compiledFunctionHasTheBitsOfItsBodyRunAsJava(String body) throws ReflectiveOperationException {
        Generated generated = Generated.of(compile(body));
        Method written =
                generated.type().getClassLoader().loadClass("demo.Sample").getMethod("f", float.class);
        float[] x = points();
        float[] y = generated.values(x);
        float[] slope = generated.slopes(x);
        for (int i = 0; i < x.length; i++) {
            float expected = (float) written.invoke(null, x[i]);
            assertSameBits(expected, generated.one("value", x[i]), x[i]);
            assertSameBits(expected, y[i], x[i]);
            assertSameBits(generated.one("derivative", x[i]), slope[i], x[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void vectorsGiveTheBitsOfPlainLoops(String body) throws ReflectiveOperationException {
        assumeTrue(Vectors.areInUse(), "skipped: no Vector API");
        assertSameBits(Generated.of(compile(body)));
    }

    /** Several loops where one would be too long, and more operations than a method that is compiled at run time has room for. */
    @ParameterizedTest
    @ValueSource(ints = {15, 60})
    void longFunctionsAreSplitOrRunOnPlainLoops(int pieces) throws ReflectiveOperationException {
        assumeTrue(Vectors.areInUse(), "skipped: no Vector API");
        StringBuilder body = new StringBuilder("float y = x;");
        for (int i = 1; i <= pieces; i++) {
            body.append(" y = x > %df ? y * x - %d : y / %d + x;".formatted(i - 20, i, i + 1));
        }
        Compiled compiled = compile(body + " return y;");
        assertEquals(pieces < 30, Generated.hasTwin(compiled));
        if (Generated.hasTwin(compiled)) {
            assertSameBits(Generated.of(compiled));
        }
    }

    private static void assertSameBits(Generated generated) throws ReflectiveOperationException {
        float[] x = points();
        float[] y = generated.values(x);
        float[] slope = generated.slopes(x);
        for (int n : new int[] {0, 1, 3, 4, 15, 16, 17, 63, 100, x.length - 5, x.length}) {
            float[] values = generated.valuesOfVectors(x, n);
            List<float[]> both = generated.slopesOfVectors(x, n);
            for (int i = 0; i < x.length; i++) {
                assertSameBits(i < n ? y[i] : x[i], values[i], x[i]);
                assertSameBits(i < n ? y[i] : 0, both.getFirst()[i], x[i]);
                assertSameBits(i < n ? slope[i] : x[i], both.getLast()[i], x[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Functions",
                "Strip",
                "Math",
                "Float",
                "$x",
                "$L",
                "y",
                "dy",
                "n",
                "i",
                "from",
                "scratch",
                "ß",
                "record"
            })
    void parameterMayHaveANameThatGeneratedCodeUses(String name) throws ReflectiveOperationException {
        String function = "@Elementwise static float f(float x) { return x * tanh(softplus(x)) + sqrt(abs(x)); }";
        Generated usual = Generated.of(ModelCompiler.compile(Declarations.model("input = 7", function, DOWN, UP)));
        Generated unusual = Generated.of(ModelCompiler.compile(Declarations.model(
                "input = 7", function.replaceAll("\\bx\\b", Matcher.quoteReplacement(name)), DOWN, UP)));
        float[] x = points();
        assertArrayEquals(usual.values(x), unusual.values(x));
        assertArrayEquals(usual.slopes(x), unusual.slopes(x));
        assertEquals(usual.one("derivative", 0.3f), unusual.one("derivative", 0.3f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f", "F"})
    void functionsMayDifferInCaseAlone(String activation) {
        String functions = """
                @Elementwise static float f(float x) { return x * tanh(softplus(x)); }
                @Elementwise static float F(float x) { return x / (1 + abs(x)); }
                """;
        ModelCompiler.compile(Declarations.model(
                        "input = 7",
                        functions,
                        "@Dense(units = 7, activationBy = \"f\") Tensor a(Tensor input);\n"
                                + "@Dense(units = 7, activationBy = \"F\") Tensor codings(Tensor a);",
                        "@Dense(units = 7, activationBy = \"" + activation + "\") Tensor output(Tensor codings);"))
                .model();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void derivativeIsThatOfFiniteDifferences(String body) throws ReflectiveOperationException {
        Generated generated = Generated.of(compile(body));
        Function f = generated.compiled().model().functions().get("f");
        Expression derivative = f.derivative();
        double worst = 0;
        double worstOfFloats = 0;
        double largest = 0;
        for (double x = -4.0123; x < 4; x += 0.0179) {
            double h = 1e-5;
            double expected = (8 * (evaluate(f.value(), x + h) - evaluate(f.value(), x - h))
                            - (evaluate(f.value(), x + 2 * h) - evaluate(f.value(), x - 2 * h)))
                    / (12 * h);
            double symbolic = evaluate(derivative, x);
            largest = Math.max(largest, Math.abs(expected));
            worst = Math.max(worst, Math.abs(symbolic - expected));
            worstOfFloats = Math.max(
                    worstOfFloats, Math.abs(generated.one("derivative", (float) x) - evaluate(derivative, (float) x)));
        }
        System.out.printf(
                "  %9.2e double, %9.2e float: %s%n",
                worst / largest,
                worstOfFloats / largest,
                body.strip().lines().findFirst().orElse(""));
        assertTrue(worst <= 1e-6 * largest, "differs by " + worst);
        assertTrue(worstOfFloats <= 1e-6 * largest, "in float differs by " + worstOfFloats);
    }

    /** A graph in double precision. */
    private static double evaluate(Expression e, double x) {
        Map<Expression, Double> known = new HashMap<>();
        for (Expression node : Expression.below(List.of(e))) {
            double[] a = node.operands().stream().mapToDouble(known::get).toArray();
            known.put(
                    node,
                    switch (node.op()) {
                        case PARAMETER -> x;
                        case CONSTANT -> (double) node.value();
                        case ADD -> a[0] + a[1];
                        case SUBTRACT -> a[0] - a[1];
                        case MULTIPLY -> a[0] * a[1];
                        case DIVIDE -> a[0] / a[1];
                        case NEGATE -> -a[0];
                        case ABS -> Math.abs(a[0]);
                        case SIGN -> Math.signum(a[0]);
                        case SQRT -> Math.sqrt(a[0]);
                        case MIN -> Math.min(a[0], a[1]);
                        case MAX -> Math.max(a[0], a[1]);
                        case EXP -> StrictMath.exp(a[0]);
                        case LOG -> StrictMath.log(a[0]);
                        case LOG1P -> StrictMath.log1p(a[0]);
                        case TANH -> StrictMath.tanh(a[0]);
                        case SIGMOID -> 1 / (1 + StrictMath.exp(-a[0]));
                        case SOFTPLUS -> Math.max(a[0], 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a[0])));
                        case ERFC -> erfc(a[0]);
                        case SIN_TURNS -> StrictMath.sin(2 * Math.PI * a[0]);
                        case COS_TURNS -> StrictMath.cos(2 * Math.PI * a[0]);
                        case IF_LESS -> a[0] < a[1] ? a[2] : a[3];
                        case IF_AT_MOST -> a[0] <= a[1] ? a[2] : a[3];
                        case IF_EQUAL -> a[0] == a[1] ? a[2] : a[3];
                        case COUNT, SCALE, SUM -> throw new AssertionError(node.op());
                    });
        }
        return known.get(e);
    }

    /** 2·Φ(−x·√2) with G. Marsaglia's series, whose terms are all of one sign, and 2 − erfc(−x). */
    private static double erfc(double x) {
        if (x > 0) {
            return 2 - erfc(-x);
        }
        double z = -x * Math.sqrt(2);
        double term = z;
        double sum = z;
        for (int i = 3; term > 1e-18 * sum; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 1 + 2 * sum * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(x, 0f) 0 0",
                "max(0f, x) 0 0",
                "min(x, 6f) 6 0",
                "min(6f, x) 6 0",
                "abs(x) 0 0",
                "abs(x) -0 0",
                "max(2*x, x) 0 1",
                "max(x, 2*x) 0 2",
                "x>0?x:0.2f*x 0 0.2",
                "x>=0?x:0.2f*x 0 1",
                "x*sign(x) 0 0"
            })
    void kinksHaveTheirStatedDerivative(String stated) throws ReflectiveOperationException {
        String[] words = stated.replace(", ", ",").split(" ");
        Generated generated = Generated.of(compile("return " + words[0] + ";"));
        float[] x = {Float.parseFloat(words[1])};
        assertEquals(Float.parseFloat(words[2]), generated.slopes(x)[0], 0f);
    }

    /** (0 · ∞ would be NaN.) */
    @Test
    void branchThatIsNotTakenLeavesNothing() throws ReflectiveOperationException {
        Generated generated = Generated.of(compile("return x > 0 ? sqrt(x) + log(x) : x / 2;"));
        float[] x = {-3, 0, -1e30f};
        assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f}, generated.slopes(x));
    }

    /** Functions that are penalties or losses as well. */
    static final String FUNCTIONS = """
            float EPSILON = 1e-3f;
            @Elementwise static float mish(float x) { return x * tanh(softplus(x)); }
            @Elementwise static float bump(float x) { return exp(-x * x); }
            @Elementwise static float piecewise(float x) {
                if (x < -1) {
                    return 0.1f * x;
                }
                float t = x + 0.9f;
                return x > 2 ? 3 * t : t * t;
            }
            @Elementwise static float charbonnier(float prediction, float target) {
                float d = prediction - target;
                return sqrt(d * d + EPSILON * EPSILON);
            }
            @Rowwise static float cosine(float prediction, float target) {
                return 1 - sum(prediction * target) / sqrt(sum(square(prediction)) * sum(square(target)) + 1e-12f);
            }
            @Rowwise static float hoyer(float a) {
                float magnitude = sum(abs(a));
                return magnitude * magnitude / (sum(a * a) + 1e-6f);
            }
            @Rowwise static float rootHoyer(float a) {
                float root = sqrt(sum(1f));
                return (root - sum(abs(a)) / sqrt(sum(a * a) + 1e-6f)) / (root - 1);
            }
            @Rowwise static float spread(float a) { return mean(square(a - mean(a))) + 0.1f * mean(tanh(a)); }
            @Rowwise static float skewed(float a) {
                float m = mean(a);
                float s = sqrt(mean(square(a - m)) + 0.1f);
                return mean((a > m ? square(a - m) : exp((a - m) / s)) / s) * sigmoid(m);
            }
            """;

    /** Penalties and losses: what a row comes to. */
    static Stream<String> rows() {
        return Stream.of(
                "@Rowwise static float f(float a) { return sum(abs(a)); }",
                "@Rowwise static float f(float a) { return sum(a > 0 ? a : -0.5f * a) / (1 + sum(a * a)); }",
                "@Rowwise static float f(float a) { float m = mean(a); return m > 0 ? mean(exp(-square(a - m))) : m * m; }",
                "@Rowwise static float f(float a) { return max(sum(a), 1f) + sqrt(abs(sum(sign(a) + tanh(a)))); }",
                "@Rowwise static float f(float a) { return sum(a) * 0.5f; }",
                "@Elementwise static float f(float a, float b) { float d = a - b; return sqrt(d * d + 1e-2f); }",
                """
                @Elementwise static float f(float a, float b) {
                    float d = abs(a - b);
                    return d <= 1 ? 0.5f * d * d : d - 0.5f;
                }""",
                "@Elementwise static float f(float a, float b) { return 3 * a - b; }",
                "@Elementwise static float f(float a, float b) { return softplus(a) - a * b; }",
                "@Rowwise static float f(float a, float b) { return 1 - sum(a * b) / sqrt(sum(a * a) * sum(b * b) + 1e-12f); }");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void vectorsGiveTheBitsOfPlainLoopsForRows(String function) throws ReflectiveOperationException {
        assumeTrue(Vectors.areInUse(), "skipped: no Vector API");
        boolean isLoss = function.contains("float b");
        ClassLoader loader = ModelCompiler.compile(Declarations.model(
                        isLoss ? "input = 7, lossBy = \"f\"" : "input = 7",
                        function,
                        isLoss
                                ? "@Dense(units = 5) Tensor codings(Tensor input);"
                                : "@Dense(units = 5) Tensor h(Tensor input); @Penalty(by = \"f\") Tensor codings(Tensor h);",
                        "@Dense(units = 7) Tensor output(Tensor codings);"))
                .loader();
        Object plain = Generated.create(loader.loadClass("demo.SampleModel$F"));
        Object vectors = Generated.create(loader.loadClass("demo.SampleModel_FVectors"));
        float[] a = points();
        float[] b = new float[a.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = a[(i + 700) % a.length] / 2;
        }
        // From 0 on there are NaN and infinities among the first 60 values; from 60 on there are none.
        for (int from : new int[] {0, 60}) {
            for (int n : new int[] {1, 2, 15, 16, 17, 31, 33, 100, 784, 1024}) {
                float[] before = Arrays.copyOfRange(b, from, from + n);
                float[] first = Arrays.copyOfRange(a, from, from + n);
                float[] second = isLoss ? before : new float[0];
                float[] expected = before.clone();
                float[] actual = new float[n + 4];
                System.arraycopy(before, 0, actual, 4, n);
                assertSameBits(
                        row(plain, "value", n, first, second, new float[0], 0),
                        row(vectors, "value", n, a, isLoss ? b : new float[0], new float[0], from),
                        n);
                assertSameBits(
                        row(plain, "gradients", n, first, second, expected, 0),
                        row(vectors, "gradients", n, a, isLoss ? b : new float[0], actual, from),
                        n);
                for (int i = 0; i < n; i++) {
                    assertSameBits(expected[i], actual[4 + i], first[i]);
                }
            }
        }
    }

    @Test
    void sameFunctionGivesTheSameBytes() throws IOException {
        String model = Declarations.model(
                "input = 11, lossBy = \"cosine\"",
                FUNCTIONS,
                encoders().toList().get(2),
                "@Dense(units = 11, activationBy = \"mish\") Tensor output(Tensor codings);");
        Map<String, byte[]> once = twins(model);
        Map<String, byte[]> again = twins(model);
        assertEquals(5, once.size());
        once.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    }

    private static Map<String, byte[]> twins(String model) throws IOException {
        Map<String, byte[]> twins = new HashMap<>();
        for (JavaFileObject file : ModelCompiler.compile(model).compilation().generatedFiles()) {
            if (file.getName().endsWith("Vectors.class")) {
                try (InputStream in = file.openInputStream()) {
                    twins.put(file.getName(), in.readAllBytes());
                }
            }
        }
        return twins;
    }

    /** Calls the method with rows from index 0, or the one with rows from anywhere: the gradient's begins at 4. */
    private static float row(Object f, String name, int n, float[] a, float[] b, float[] gradient, int from)
            throws ReflectiveOperationException {
        boolean isPlaced = f.getClass().getName().endsWith("Vectors");
        List<Class<?>> types = new ArrayList<>(List.of(int.class));
        List<Object> arguments = new ArrayList<>(List.of(n));
        if (name.equals("gradients")) {
            types.add(float.class);
            arguments.add(0.37f);
        }
        for (float[] array : List.of(a, b, gradient)) {
            if (array.length > 0) {
                types.add(float[].class);
                arguments.add(array);
                if (isPlaced) {
                    types.add(int.class);
                    arguments.add(array == gradient ? 4 : from);
                }
            }
        }
        types.add(Scratch.class);
        arguments.add(new Scratch());
        Method method = f.getClass().getDeclaredMethod(name, types.toArray(Class<?>[]::new));
        method.setAccessible(true);
        return (float) method.invoke(f, arguments.toArray());
    }

    static Stream<String> encoders() {
        return Stream.of("""
                @Dense(units = 19, activationBy = "mish") Tensor hidden(Tensor input);
                @Dense(units = 9, activationBy = "bump") Tensor second(Tensor hidden);
                @Dense(units = 5, activationBy = "piecewise") Tensor codings(Tensor second);
                """, """
                @Dense(units = 19, activation = TANH) Tensor hidden(Tensor input);
                @Penalty(by = "hoyer", weight = 0.01) Tensor sparse(Tensor hidden);
                @Penalty(by = "spread", weight = 2, per = Per.BATCH) Tensor spread(Tensor sparse);
                @Dense(units = 5, activationBy = "mish") Tensor codings(Tensor spread);
                """, """
                @Dropout(0.4) Tensor dropped(Tensor input);
                @Dense(units = 33, activationBy = "mish") Tensor hidden(Tensor dropped);
                @Penalty(by = "rootHoyer") Tensor sparse(Tensor hidden);
                @GaussianNoise(0.2) Tensor noisy(Tensor sparse);
                @Penalty(by = "rootHoyer", weight = 0.1) Tensor again(Tensor noisy);
                @Penalty(by = "skewed", weight = 0.1) Tensor skewed(Tensor again);
                @Dense(units = 3) Tensor mean(Tensor skewed);
                @Dense(units = 3, activationBy = "bump") Tensor logVariance(Tensor skewed);
                @Sampling Tensor codings(Tensor mean, Tensor logVariance);
                """);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void modelsAgreeWithTheInterpreter(String encoder) throws ReflectiveOperationException {
        for (String loss : List.of("lossBy = \"charbonnier\"", "lossBy = \"cosine\"", "loss = Loss.MAE")) {
            ModelCheck.check(Declarations.model(
                    "input = 11, " + loss,
                    FUNCTIONS,
                    encoder,
                    "@Dense(units = 11, activationBy = \"mish\") Tensor output(Tensor codings);"));
        }
    }

    @Test
    void tiedLayersTakeThemToo() throws ReflectiveOperationException {
        ModelCheck.check(Declarations.model(
                "input = 11",
                FUNCTIONS,
                "@Dense(units = 4, activationBy = \"mish\") Tensor codings(Tensor input);",
                "@DenseTransposed(of = \"codings\", activationBy = \"bump\") Tensor output(Tensor codings);"));
    }

    @Test
    void threadsChangeNoBit() throws ReflectiveOperationException {
        Compiled compiled = ModelCompiler.compile(Declarations.model(
                "input = 1100, lossBy = \"charbonnier\"",
                FUNCTIONS,
                encoders().toList().get(2),
                "@Dense(units = 1100, activationBy = \"mish\") Tensor output(Tensor codings);"));
        Matrix rows = Matrix.zeros(70, 1100);
        Random random = new Random(4);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = random.nextFloat();
        }
        Map<Integer, String> digests = new HashMap<>();
        for (int threads : List.of(1, 2, 3)) {
            CompiledModel model = compiled.create(3);
            var history = model.fit(
                    DataSet.of(rows),
                    Training.with(new Nadam())
                            .epochs(2)
                            .batchSize(32)
                            .threads(threads)
                            .validation(DataSet.of(rows)));
            assertTrue(history.toString().length() > 0);
            StringBuilder digest = new StringBuilder();
            model.parameters().forEach((name, values) -> digest.append(name).append(Arrays.hashCode(values.values())));
            digest.append(Arrays.hashCode(model.reconstruct(rows).values()));
            digests.put(threads, digest.toString());
        }
        assertEquals(digests.get(1), digests.get(2));
        assertEquals(digests.get(1), digests.get(3));
    }
}
