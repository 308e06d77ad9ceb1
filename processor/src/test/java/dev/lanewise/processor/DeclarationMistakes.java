package dev.lanewise.processor;

import static dev.lanewise.processor.DiagnosticsTest.encoder;
import static dev.lanewise.processor.DiagnosticsTest.type;

import dev.lanewise.processor.DiagnosticsTest.Wrong;
import dev.lanewise.processor.check.Mistake;
import java.util.stream.Stream;

/** Declarations that are wrong as a whole, for {@link DiagnosticsTest}: one mistake each, though several rules could see it. */
final class DeclarationMistakes {

    private DeclarationMistakes() {}

    static Stream<Wrong> wrongs() {
        return Stream.of(attributes(), types(), inherited(), parts()).flatMap(wrongs -> wrongs);
    }

    private static Wrong missing(String text, String encoder) {
        return encoder(Mistake.ATTRIBUTE_MISSING, text, "@Dense(units = 3) Tensor hidden(Tensor input);\n" + encoder);
    }

    private static Stream<Wrong> attributes() {
        return Stream.of(
                missing("@Dense does not say how many units it has; write it, such as @Dense(units = 100)", """
                        @Dense(activation = RELU) // HERE
                        Tensor codings(Tensor hidden);
                        """),
                missing(
                        "@Dropout does not say its rate; write it, such as @Dropout(0.5)",
                        "@Dropout Tensor codings(Tensor hidden); // HERE"),
                missing(
                        "@GaussianNoise does not say its standard deviation; write it, such as @GaussianNoise(0.2)",
                        "@GaussianNoise() Tensor codings(Tensor hidden); // HERE"),
                missing(
                        "@KlSparsity does not say its weight and target; write it, such as @KlSparsity(weight = 1e-3, target = 0.1)",
                        "@KlSparsity Tensor codings(Tensor hidden); // HERE"),
                missing(
                        "@KlSparsity does not say its target; write it, such as @KlSparsity(weight = 1e-3, target = 0.1)",
                        "@KlSparsity(weight = 1) Tensor codings(Tensor hidden); // HERE"),
                missing(
                        "@DenseTransposed does not say whose weight it takes; write it, such as @DenseTransposed(of ="
                                + " \"hidden1\")",
                        "@DenseTransposed Tensor codings(Tensor hidden); // HERE"),
                missing(
                        "@Penalty does not say by which function; write it, such as @Penalty(by = \"hoyer\")",
                        "@Penalty(weight = 2) Tensor codings(Tensor hidden); // HERE"),
                type(
                        Mistake.INPUT_EMPTY,
                        "the input has no dimensions; write its shape, such as input = {28, 28}",
                        """
                        @Autoencoder // HERE
                        interface Sample {
                            @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """));
    }

    private static Stream<Wrong> types() {
        return Stream.of(
                encoder(
                        Mistake.TENSOR_TYPE,
                        "codings takes and returns float[]; a layer takes and returns dev.lanewise.Tensor",
                        "@Dense(units = 3) float[] codings(float[] input); // HERE"),
                type(
                        Mistake.PART_KIND,
                        "Down is neither an interface nor an abstract class; declare it as an interface",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder record Down(int i) { // HERE
                                @Dense(units = 3) Tensor codings(Tensor input) { return input; }
                            }
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """));
    }

    private static Wrong inherits(Mistake mistake, String text, String heading, String layers, String supertypes) {
        return type(mistake, text, """
                @Autoencoder(input = 6)
                interface Sample {
                %s
                %s
                    }
                    @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                }
                %s
                """.formatted(
                        heading.indent(4).stripTrailing(), layers.indent(8).stripTrailing(), supertypes));
    }

    private static Stream<Wrong> inherited() {
        String noise = "interface %s { @Dropout(%s) Tensor noisy(Tensor input); }\n";
        return Stream.of(
                inherits(
                        Mistake.INHERITED_TWICE,
                        "Down inherits the value noisy from Little and from Much; declare it in Down, in place of both",
                        "@Encoder interface Down extends Little, Much { // HERE",
                        "@Dense(units = 3) Tensor codings(Tensor noisy);",
                        noise.formatted("Little", "0.1") + noise.formatted("Much", "0.5")),
                inherits(
                        Mistake.LAYER_MISSING,
                        "Runnable.run has no layer annotation, so nothing says what it computes; give it a body here, or do not"
                                + " inherit from Runnable",
                        "@Encoder interface Down extends Runnable { // HERE",
                        "@Dense(units = 3) Tensor codings(Tensor input);",
                        ""),
                inherits(
                        Mistake.UNKNOWN_NAME,
                        "codings takes \"noisy\", which is no value of the encoder; the method of that name has a body, and no layer"
                                + " annotation: declare it as a layer",
                        "@Encoder interface Down extends Little {",
                        """
                        @Override default Tensor noisy(Tensor input) { return input; }
                        @Dense(units = 3) Tensor codings(Tensor noisy); // HERE
                        """,
                        noise.formatted("Little", "0.1")));
    }

    private static Stream<Wrong> parts() {
        return Stream.of(
                type(
                        Mistake.PARTS_SWAPPED,
                        "Up is marked as @Encoder, but computes output, and Down, marked as @Decoder, computes codings; swap the"
                                + " two annotations",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Encoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); } // HERE
                            @Decoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                        }
                        """),
                type(
                        Mistake.PART_MODEL,
                        "Sample is marked as both @Autoencoder and @Encoder; parts are types nested in the model's: declare one"
                                + " there, and keep one annotation here",
                        """
                        @Autoencoder(input = 6)
                        @Encoder
                        interface Sample { // HERE
                            @Dense(units = 3) Tensor codings(Tensor input);
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.PART_MODEL,
                        "Down is marked as both @Autoencoder and @Encoder; parts are types nested in the model's: declare one"
                                + " there, and keep one annotation here",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            @Autoencoder(input = 6)
                            @Encoder
                            interface Down { @Dense(units = 3) Tensor codings(Tensor input); } // HERE
                            @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.PART_MISSING,
                        "Sample has no encoder and no decoder; nest an @Encoder and a @Decoder interface in it",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {} // HERE
                        """),
                type(
                        Mistake.PART_MISSING,
                        "Sample has no encoder and no decoder; move its layers into an @Encoder and a @Decoder interface nested"
                                + " in it",
                        """
                        @Autoencoder(input = 6)
                        interface Sample { // HERE
                            @Dense(units = 3) Tensor codings(Tensor input);
                            @Dense(units = 6) Tensor output(Tensor codings);
                        }
                        """),
                type(
                        Mistake.PART_MISSING,
                        "Sample has no encoder and no decoder; did you mean @Encoder interface Down and @Decoder interface Up?",
                        """
                        @Autoencoder(input = 6)
                        interface Sample { // HERE
                            interface Down { @Dense(units = 3) Tensor codings(Tensor input); }
                            interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                        }
                        """),
                type(
                        Mistake.PART_OUTSIDE,
                        "@Encoder on Down has no meaning: the type directly around it is not an @Autoencoder; nest it in the"
                                + " @Autoencoder type that it is a part of",
                        """
                        @Autoencoder(input = 6)
                        interface Sample {
                            interface Parts {
                                @Encoder interface Down { @Dense(units = 3) Tensor codings(Tensor input); } // HERE
                                @Decoder interface Up { @Dense(units = 6) Tensor output(Tensor codings); }
                            }
                        }
                        """));
    }
}
