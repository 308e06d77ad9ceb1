package dev.lanewise.processor;

import dev.lanewise.processor.DiagnosticsTest.Wrong;
import dev.lanewise.processor.check.Mistake;
import java.util.stream.Stream;

/** Wrong functions, for {@link DiagnosticsTest}: one way each. */
final class FunctionMistakes {

    private static final String DOWN = "@Dense(units = 3, activationBy = \"f\") Tensor codings(Tensor input);";
    private static final String UP = "@Dense(units = 6) Tensor output(Tensor codings);";

    private FunctionMistakes() {}

    private static Wrong function(Mistake mistake, String text, String functions) {
        return new Wrong(mistake, text, Declarations.model("input = 6", functions, DOWN, UP));
    }

    private static Wrong use(Mistake mistake, String text, String functions, String encoder) {
        return new Wrong(mistake, text, Declarations.model("input = 6", functions, encoder, UP));
    }

    static Stream<Wrong> wrongs() {
        return Stream.of(signatures(), constructs(), calls(), numbers(), rows(), uses())
                .flatMap(wrongs -> wrongs);
    }

    private static Stream<Wrong> signatures() {
        return Stream.of(
                function(
                        Mistake.FUNCTION_SIGNATURE,
                        "f is not static; declare it as static float f(float x)",
                        "@Elementwise default float f(float x) { return x; } // HERE"),
                function(
                        Mistake.FUNCTION_SIGNATURE,
                        "f takes double as x; declare it as static float f(float x)",
                        "@Elementwise static float f(double x) { return (float) x; } // HERE"),
                function(
                        Mistake.FUNCTION_SIGNATURE,
                        "f returns double; declare it as static float f(float z)",
                        "@Elementwise static double f(float z) { return z; } // HERE"),
                function(
                        Mistake.FUNCTION_SIGNATURE,
                        "f takes nothing; declare it as static float f(float x)",
                        "@Elementwise static float f() { return 1; } // HERE"),
                function(
                        Mistake.FUNCTION_SIGNATURE,
                        "f takes a variable number of arguments; declare it as static float f(float x)",
                        "@Elementwise static float f(float... x) { return x[0]; } // HERE"),
                function(
                        Mistake.FUNCTION_SIGNATURE,
                        "f has type parameters; declare it as static float f(float x)",
                        "@Elementwise static <T> float f(float x) { return x; } // HERE"),
                function(
                        Mistake.FUNCTION_SIGNATURE,
                        "f is marked both @Elementwise and @Rowwise; declare it as static float f(float x)",
                        "@Elementwise @Rowwise static float f(float x) { return x; } // HERE"),
                new Wrong(
                        Mistake.FUNCTION_OUTSIDE,
                        "@Elementwise on f has no meaning: there is no @Autoencoder in its source file; declare it in the type of"
                                + " the model that uses it",
                        """
                        package demo;
                        import dev.lanewise.function.*;
                        class Sample {
                            Sample() {}
                            @Elementwise static float f(float x) { return x; } // HERE
                        }
                        class SampleModel {
                            SampleModel() {}
                            static SampleModel create(int seed) { return new SampleModel(); }
                            static void load(java.nio.file.Path file) throws java.io.IOException {}
                            void reconstruct(dev.lanewise.Matrix images) {}
                        }
                        """));
    }

    private static final String ARITHMETIC =
            "; write it with arithmetic, conditions, local variables and dev.lanewise.function.Functions";

    private static Wrong construct(String what, String wayOut, String body) {
        return function(
                Mistake.FUNCTION_CONSTRUCT,
                "a function that is differentiated cannot have " + what + "; " + wayOut,
                "@Elementwise static float f(float x) {\n" + body.indent(4) + "}");
    }

    private static Stream<Wrong> constructs() {
        String arithmetic = ARITHMETIC.substring(2);
        return Stream.of(
                construct("a loop", "write its steps out", """
                        float y = x;
                        for (int i = 0; i < 3; i++) { // HERE
                            y = y * y;
                        }
                        return y;
                        """),
                construct("a loop", "write its steps out", """
                        float y = x;
                        while (y > 1) { y = y / 2; } // HERE
                        return y;
                        """),
                construct("a remainder", arithmetic, """
                        return x % 2; // HERE
                        """),
                construct("++", "write x = x + 1f", """
                        float y = x;
                        y++; // HERE
                        return y;
                        """),
                construct("a switch", "write if, or ? and :", """
                        return switch ((int) 2f) { default -> x; }; // HERE
                        """),
                construct("an object", arithmetic, """
                        float[] y = {1, 2}; // HERE
                        return x;
                        """),
                construct("a lambda", arithmetic, """
                        java.util.function.Supplier<Float> y = () -> 1f; // HERE
                        return x;
                        """),
                construct("throw", arithmetic, """
                        if (x > 0) {
                            return x;
                        }
                        throw new IllegalStateException(); // HERE
                        """),
                construct("&", "write &&", """
                        return x > 0 & x < 1 ? x : 0; // HERE
                        """),
                construct("instanceof", arithmetic, """
                        Object o = 1f;
                        return o instanceof Float y ? x * y : x; // HERE
                        """),
                construct("a local type", arithmetic, """
                        record Pair(float a) {} // HERE
                        return new Pair(x).a();
                        """),
                construct("an array's element", arithmetic, """
                        return x * Sample.TABLE[1]; // HERE
                        """),
                construct("a call without use of its result", "remove it", """
                        tanh(x); // HERE
                        return x;
                        """),
                construct("a cast to int", "functions compute in float alone", """
                        return x - (int) x; // HERE
                        """),
                construct("a whole number that depends on a condition", "write it as float, such as 1f", """
                        return x * ((x > 0 ? 1 : 3) / 2); // HERE
                        """),
                construct("a cast to a whole number", "declare k as float", """
                        int k = 3;
                        k *= 0.5f; // HERE
                        return k * x;
                        """),
                construct("a division of whole numbers by zero", "write 0f", """
                        return x * (1 / 0); // HERE
                        """),
                function(
                        Mistake.FUNCTION_LARGE,
                        "f has more than 400 operations, its calls included; write a smaller function",
                        """
                        @Elementwise static float twice(float x) { return (x + 1) * (x - 2) + x / (3 + x * x); }
                        @Elementwise static float four(float x) { return twice(twice(twice(twice(twice(x))))); }
                        @Elementwise static float f(float x) { // HERE
                            return four(four(four(four(four(four(four(four(four(four(four(four(four(four(x))))))))))))));
                        }
                        """));
    }

    private static Wrong call(String what, String wayOut, String body) {
        return function(
                Mistake.FUNCTION_CALL,
                what + " is no function that can be differentiated; " + wayOut,
                "static float plain(float x) { return x; }\n@Elementwise static float f(float x) {\n" + body.indent(4)
                        + "}");
    }

    private static Stream<Wrong> calls() {
        return Stream.of(
                call("Math.exp", "write Functions.exp, which is the same on every machine", """
                        return (float) Math.exp(x); // HERE
                        """),
                call("Math.sqrt", "write Functions.sqrt, which is the same on every machine", """
                        return (float) Math.sqrt((double) x); // HERE
                        """),
                call("Math.pow", "there are the methods of dev.lanewise.function.Functions", """
                        float y = x;
                        return (float) Math.pow(y, 2); // HERE
                        """),
                call("plain", "mark it @Elementwise", """
                        return plain(x); // HERE
                        """),
                call("tanh", "it takes one value", """
                        return tanh(x, 2); // HERE
                        """),
                call(
                        "wavelet",
                        "there are the methods of dev.lanewise.function.Functions, and those that are marked @Elementwise",
                        """
                        return wavelet(x); // HERE
                        """),
                call("tanhh", "did you mean tanh?", """
                        return tanhh(x); // HERE
                        """),
                call(
                        "Float.intBitsToFloat",
                        "there are the methods of dev.lanewise.function.Functions, and those that are marked @Elementwise",
                        """
                        return x * Float.intBitsToFloat(1); // HERE
                        """),
                function(
                        Mistake.FUNCTION_RECURSION,
                        "f calls itself: f → g → f; write it without recursion",
                        """
                        @Elementwise static float f(float x) { return g(x) + 1; }
                        static float g(float x) { return f(x / 2); } // HERE
                        """.replace("static float g", "@Elementwise static float g")));
    }

    private static Stream<Wrong> numbers() {
        return Stream.of(
                function(
                        Mistake.FUNCTION_DOUBLE,
                        "0.0 is a double, and functions compute in float; write 0f",
                        "@Elementwise static float f(float x) { return (float) Math.max(0.0, x); } // HERE"),
                function(Mistake.FUNCTION_DOUBLE, "0.5 is a double, and functions compute in float; write 0.5f", """
                        @Elementwise static float f(float x) {
                            float y = x + 1;
                            return (float) (y
                                    * 0.5); // HERE
                        }
                        """),
                function(
                        Mistake.FUNCTION_DOUBLE,
                        "Math.PI is a double, and functions compute in float; write it with floats, or (float) (Math.PI)",
                        """
                        @Elementwise static float f(float x) {
                            float y = x + 1;
                            return (float) (y
                                    * Math.PI); // HERE
                        }
                        """),
                function(
                        Mistake.FUNCTION_DOUBLE,
                        "y is a double, and functions compute in float; declare it as float",
                        """
                        @Elementwise static float f(float x) {
                            double y = x; // HERE
                            return (float) y;
                        }
                        """),
                function(Mistake.FUNCTION_NAME, "y is no parameter, local variable or constant; there are t, x", """
                        @Elementwise static float f(float x) {
                            float t = 2 * x;
                            return t * y; // HERE
                        }
                        """),
                function(
                        Mistake.FUNCTION_NAME,
                        "TABLE is no parameter, local variable or constant; declare it as static final float with a constant"
                                + " value, or pass it as a parameter",
                        """
                        float TABLE = Float.parseFloat("1");
                        @Elementwise static float f(float x) {
                            return x * TABLE; // HERE
                        }
                        """),
                function(
                        Mistake.FUNCTION_ASSIGNMENT,
                        "Counter.calls is no local variable of f; assign to local variables only",
                        """
                        final class Counter {
                            static float calls;
                            private Counter() {}
                        }
                        @Elementwise static float f(float x) {
                            Counter.calls += 1; // HERE
                            return x;
                        }
                        """));
    }

    private static final String IDENTITY = "@Elementwise static float f(float x) { return x; }\n";

    private static Stream<Wrong> rows() {
        return Stream.of(
                function(
                        Mistake.FUNCTION_ROW,
                        "p is @Rowwise, but returns a value for each of the row; return one number of them, with sum(…) or"
                                + " mean(…)",
                        IDENTITY + "@Rowwise static float p(float a) { return a * sum(a); } // HERE"),
                function(
                        Mistake.FUNCTION_SUM,
                        "sum makes one number of a row, and f is of one value; mark f @Rowwise, not @Elementwise",
                        "@Elementwise static float f(float x) { return x / sum(x); } // HERE"));
    }

    private static Stream<Wrong> uses() {
        String mish = "@Elementwise static float mish(float x) { return x * tanh(softplus(x)); }\n";
        String penalty = "@Rowwise static float small(float a) { return sum(abs(a)); }\n";
        return Stream.of(
                use(
                        Mistake.FUNCTION_UNKNOWN,
                        "\"mihs\" is no function of Sample; did you mean \"mish\"?",
                        mish,
                        "@Dense(units = 3, activationBy = \"mihs\") Tensor codings(Tensor input); // HERE"),
                use(
                        Mistake.FUNCTION_UNKNOWN,
                        "\"hoyer\" is no function of Sample; declare it there, as a static method that is marked",
                        mish,
                        """
                        @Dense(units = 3) Tensor hidden(Tensor input);
                        @Penalty(by = "hoyer") Tensor codings(Tensor hidden); // HERE
                        """),
                use(
                        Mistake.FUNCTION_UNKNOWN,
                        "\"plain\" is no function of Sample; the method of that name is not marked: add @Elementwise",
                        mish + "static float plain(float x) { return x; }",
                        "@Dense(units = 3, activationBy = \"plain\") Tensor codings(Tensor input); // HERE"),
                use(
                        Mistake.FUNCTION_UNKNOWN,
                        "\"large\" is no function of Sample; the method of that name is not marked: add @Rowwise",
                        mish + "static float large(float a) { return sum(a); }",
                        """
                        @Dense(units = 3) Tensor hidden(Tensor input);
                        @Penalty(by = "large") Tensor codings(Tensor hidden); // HERE
                        """),
                use(
                        Mistake.FUNCTION_UNKNOWN,
                        "\"relu\" is no function of Sample; it is built in: write activation = RELU",
                        mish,
                        "@Dense(units = 3, activationBy = \"relu\") Tensor codings(Tensor input); // HERE"),
                use(
                        Mistake.FUNCTION_UNKNOWN,
                        "\"Sample.mish(x)\" is no function of Sample; did you mean \"mish\"?",
                        mish,
                        "@Dense(units = 3, activationBy = \"Sample.mish(x)\") Tensor codings(Tensor input); // HERE"),
                new Wrong(
                        Mistake.FUNCTION_UNKNOWN,
                        "\"loss\" is no function of Sample; declare it there, as a static method that is marked",
                        Declarations.model(
                                        "input = 6, lossBy = \"loss\"",
                                        mish,
                                        "@Dense(units = 3) Tensor codings(Tensor input);",
                                        UP)
                                .replace("\"loss\")", "\"loss\") // HERE")),
                use(
                        Mistake.FUNCTION_TWICE,
                        "\"mish\" could be any of 2 functions; give them different names",
                        mish + "@Elementwise static float mish(float x, float y) { return x * y; }",
                        "@Dense(units = 3, activationBy = \"mish\") Tensor codings(Tensor input); // HERE"),
                use(
                        Mistake.FUNCTION_KIND,
                        "small is @Rowwise, of one value, and an activation is an @Elementwise function of one value; name a"
                                + " function of that kind",
                        penalty,
                        "@Dense(units = 3, activationBy = \"small\") Tensor codings(Tensor input); // HERE"),
                use(
                        Mistake.FUNCTION_KIND,
                        "mish is @Elementwise, of one value, and a penalty is a @Rowwise function of one value; name a function"
                                + " of that kind",
                        mish,
                        """
                        @Dense(units = 3) Tensor hidden(Tensor input);
                        @Penalty(by = "mish") Tensor codings(Tensor hidden); // HERE
                        """),
                use(
                        Mistake.FUNCTION_FLAT,
                        "the derivative of step by x is 0 everywhere, so that nothing would be learned through it; let it depend"
                                + " on x by more than its sign",
                        "@Elementwise static float step(float x) { return x > 0 ? 1 : -1; }",
                        "@Dense(units = 3, activationBy = \"step\") Tensor codings(Tensor input); // HERE"),
                use(
                        Mistake.ACTIVATION_TWICE,
                        "codings says both activation and activationBy; keep one",
                        mish,
                        "@Dense(units = 3, activation = RELU, activationBy = \"mish\") Tensor codings(Tensor input); // HERE"),
                new Wrong(
                        Mistake.LOSS_TWICE,
                        "Sample says both loss and lossBy; keep one",
                        Declarations.model(
                                        "input = 6, loss = Loss.MSE, lossBy = \"away\"",
                                        "@Elementwise static float away(float p, float t) { return abs(p - t); }",
                                        "@Dense(units = 3) Tensor codings(Tensor input);",
                                        UP)
                                .replace("\"away\")", "\"away\") // HERE")),
                use(Mistake.FACTOR, "weight must be at least 0 and finite, was -1.0; the nearest is 0", penalty, """
                        @Dense(units = 3) Tensor hidden(Tensor input);
                        @Penalty(by = "small", weight = -1) Tensor codings(Tensor hidden); // HERE
                        """),
                use(
                        Mistake.PENALTY_CONSTANT,
                        "@Penalty adds a cost that no training can lower: input depends on no parameter; move it behind a @Dense"
                                + " layer",
                        penalty,
                        """
                        @Penalty(by = "small") Tensor same(Tensor input); // HERE
                        @Dense(units = 3) Tensor codings(Tensor same);
                        """));
    }
}
