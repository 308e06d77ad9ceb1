package dev.lanewise.processor.check;

/**
 * Everything that can be wrong with a declaration, in one place: a stable key, what is said, and the way out. The
 * placeholders of both texts are filled by {@link Problems#report}.
 */
public enum Mistake {

    // The model as a type

    /** The declared type is not one to be implemented. */
    MODEL_KIND("model-kind", "%1$s is neither an interface nor an abstract class", "declare it as an interface"),
    /** The declared type cannot be reached from the generated one. */
    MODEL_PRIVATE(
            "model-private",
            "%1$s is private, and the class generated beside it could not refer to it",
            "make it and the types around it package-private or more"),
    /** The declared type belongs to an instance. */
    MODEL_INNER(
            "model-inner",
            "%1$s is an inner class, and belongs to an instance of the class around it",
            "make it static"),
    /** A model or a part with type parameters. */
    GENERIC_TYPE("generic-type", "%1$s has type parameters", "remove them: a model is one thing, of fixed shapes"),
    /** A type of the generated class's name is there already. */
    NAME_TAKEN("name-taken", "the generated class would be %1$s, which is there already", "rename one of the two"),

    /** The declaration hangs on something that was generated meanwhile. */
    LATE(
            "late",
            "%1$s refers to something that another annotation processor writes",
            "declare models in terms of types and constants that are there from the start"),

    // Its parts

    /** No encoder, or no decoder. */
    PART_MISSING("part-missing", "%1$s has no %2$s", "%3$s"),
    /** Two encoders, or two decoders. */
    PART_TWICE("part-twice", "%1$s has a second %2$s, %3$s", "%4$s"),
    /** Each part computes what the other one should. */
    PARTS_SWAPPED(
            "parts-swapped",
            "%1$s is marked as %2$s, but computes %3$s, and %4$s, marked as %5$s, computes %6$s",
            "swap the two annotations"),
    /** One type is the model and a part. */
    PART_MODEL(
            "part-model",
            "%1$s is marked as both @Autoencoder and %2$s",
            "parts are types nested in the model's: declare one there, and keep one annotation here"),
    /** One type is both. */
    PART_BOTH("part-both", "%1$s is marked as both @Encoder and @Decoder", "declare two types, one for each"),
    /** A part of no model. */
    PART_OUTSIDE(
            "part-outside",
            "%1$s on %2$s has no meaning: the type directly around it is not an @Autoencoder",
            "nest it in the @Autoencoder type that it is a part of"),
    /** A part's type is not one to be implemented. */
    PART_KIND("part-kind", "%1$s is neither an interface nor an abstract class", "declare it as an interface"),
    /** The part's name is used otherwise in the generated class. */
    PART_NAME(
            "part-name",
            "the part %1$s would become the method %2$s of the generated class, %3$s",
            "choose another name, such as Recognition or Generation"),

    // The input

    /** The input's shape has no dimensions. */
    INPUT_EMPTY("input-empty", "the input has no dimensions", "write its shape, such as input = {28, 28}"),
    /** A dimension below one. */
    INPUT_DIMENSION("input-dimension", "an input dimension must be at least 1, was %1$s", "the nearest is 1"),
    /** More elements than can be computed with. */
    INPUT_TOO_LARGE(
            "input-too-large",
            "an input of %1$s has %2$s values, more than the %3$s that a value can have",
            "make the input smaller"),

    // The condition

    /** A dimension below one. */
    CONDITION_DIMENSION(
            "condition-dimension", "a condition's dimension must be at least 1, was %1$s", "the nearest is 1"),
    /** More elements than can be computed with. */
    CONDITION_TOO_LARGE(
            "condition-too-large",
            "a condition of %1$s has %2$s values, more than the %3$s that a value can have",
            "make the condition smaller"),
    /** A condition that is taken and was not declared. */
    CONDITION_UNDECLARED(
            "condition-undeclared",
            "%1$s takes \"condition\", but %2$s declares none",
            "add its width to @Autoencoder, such as condition = 10"),
    /** A condition that was declared and is not taken. */
    CONDITION_UNUSED(
            "condition-unused",
            "%1$s declares a condition, but no layer takes it",
            "take it where it is known, such as @Concat Tensor given(Tensor codings, Tensor condition), or remove it"),
    /** A result that does not depend on what it should be computed from. */
    SOURCE_UNUSED(
            "source-unused",
            "%1$s is computed from the condition alone, whatever %2$s is",
            "take %2$s in one of the layers that lead to %1$s"),

    // A layer's method

    /** An abstract method that computes nothing. */
    LAYER_MISSING("layer-missing", "%1$s has no layer annotation, so nothing says what it computes", "%2$s"),
    /** Two annotations on one method. */
    LAYER_TWICE(
            "layer-twice",
            "%1$s has %2$s: a method is one layer",
            "keep one, and declare another method for the other"),
    /** A layer annotation where it means nothing. */
    LAYER_OUTSIDE(
            "layer-outside",
            "%1$s has no meaning in %2$s, which is neither encoder nor decoder",
            "move the method into the model's @Encoder or @Decoder type"),
    /** A layer's method has a body. */
    LAYER_BODY(
            "layer-body",
            "%1$s is a layer, but %2$s",
            "declare it as an abstract method: the compiler writes its body"),
    /** A layer's method has type parameters. */
    LAYER_GENERIC("layer-generic", "%1$s has type parameters", "remove them: layers take and return Tensor"),
    /** A layer's method has a variable number of arguments. */
    LAYER_VARARGS(
            "layer-varargs",
            "%1$s takes a variable number of arguments",
            "name each value: Tensor first, Tensor second"),
    /** A layer returns something else. */
    RETURN_TYPE("return-type", "%1$s returns %2$s", "a layer returns dev.lanewise.Tensor"),
    /** A layer takes and returns something else. */
    TENSOR_TYPE("tensor-type", "%1$s takes and returns %2$s", "a layer takes and returns dev.lanewise.Tensor"),
    /** A layer takes something else. */
    PARAMETER_TYPE("parameter-type", "%1$s takes %2$s as %3$s", "a layer takes dev.lanewise.Tensor"),
    /** Too few or too many values. */
    PARAMETER_COUNT("parameter-count", "%1$s takes %2$s, found %3$s in %4$s", "declare as many parameters"),
    /** More layers than fit into the generated methods. */
    TOO_MANY_LAYERS("too-many-layers", "%1$s has %2$s layers, more than %3$s", "declare a smaller model"),

    // A layer's numbers

    /** A layer of which something is not said. */
    ATTRIBUTE_MISSING("attribute-missing", "%1$s does not say %2$s", "write it, such as %3$s"),
    /** Units below one. */
    UNITS("units", "units must be at least 1, was %1$s", "the nearest is 1"),
    /** More units than can be computed with. */
    UNITS_TOO_LARGE("units-too-large", "units must be at most %2$s, was %1$s", "make the layer smaller"),
    /** A weight that does not fit into an array. */
    WEIGHT_TOO_LARGE(
            "weight-too-large",
            "the weight of %1$s would be %2$s × %3$s = %4$s values, more than the %5$s of a Java array",
            "make the layer, or the one before it, smaller"),
    /** A dropout rate that is not one. */
    RATE("rate", "the rate must be in [0, 1), was %1$s", "%2$s"),
    /** A standard deviation that is not one. */
    DEVIATION("deviation", "the standard deviation must be at least 0 and finite, was %1$s", "%2$s"),
    /** A factor of a penalty that is negative or not a number. */
    FACTOR("factor", "%1$s must be at least 0 and finite, was %2$s", "%3$s"),
    /** A mean activation that sigmoids cannot have. */
    TARGET("target", "the target must be in (0, 1), was %1$s", "%2$s"),
    /** A penalty without any factor. */
    PENALTY_EMPTY(
            "penalty-empty", "%1$s says neither l1 nor l2, so there is no penalty", "write one, such as l1 = 1e-4"),

    // Functions of a user's own

    /** A function that is none of numbers. */
    FUNCTION_SIGNATURE("function-signature", "%1$s %2$s", "declare it as %3$s"),
    /** A statement or expression that cannot be differentiated. */
    FUNCTION_CONSTRUCT("function-construct", "a function that is differentiated cannot have %1$s", "%2$s"),
    /** A call of something else. */
    FUNCTION_CALL("function-call", "%1$s is no function that can be differentiated", "%2$s"),
    /** A call of a function in another source file. */
    FUNCTION_ELSEWHERE(
            "function-elsewhere",
            "%1$s is declared in %2$s, and functions are read from the source of %3$s alone",
            "declare it there"),
    /** A function that is computed from itself. */
    FUNCTION_RECURSION("function-recursion", "%1$s calls itself: %2$s", "write it without recursion"),
    /** A double in a function. */
    FUNCTION_DOUBLE("function-double", "%1$s is a double, and functions compute in float", "%2$s"),
    /** A name that is no number. */
    FUNCTION_NAME("function-name", "%1$s is no parameter, local variable or constant", "%2$s"),
    /** An assignment to something that outlives the call. */
    FUNCTION_ASSIGNMENT("function-assignment", "%1$s is no local variable of %2$s", "assign to local variables only"),
    /** A value for each of the row where one number is wanted. */
    FUNCTION_ROW(
            "function-row",
            "%1$s is @Rowwise, but returns a value for each of the row",
            "return one number of them, with sum(…) or mean(…)"),
    /** A sum over a row where there is none. */
    FUNCTION_SUM(
            "function-sum",
            "%1$s makes one number of a row, and %2$s is of one value",
            "mark %2$s @Rowwise, not @Elementwise"),
    /** A function that would take too much code. */
    FUNCTION_LARGE(
            "function-large", "%1$s has more than %2$s operations, its calls included", "write a smaller function"),
    /** No access to source. */
    FUNCTION_SOURCE(
            "function-source",
            "the body of %1$s cannot be read: %2$s",
            "compile with javac, and no wrapper around its ProcessingEnvironment"),
    /** A function of no model. */
    FUNCTION_OUTSIDE(
            "function-outside",
            "%1$s on %2$s has no meaning: there is no @Autoencoder in its source file",
            "declare it in the type of the model that uses it"),
    /** A name of no function. */
    FUNCTION_UNKNOWN("function-unknown", "\"%1$s\" is no function of %2$s", "%3$s"),
    /** Several functions of one name. */
    FUNCTION_TWICE("function-twice", "\"%1$s\" could be any of %2$s functions", "give them different names"),
    /** A function that is used as something else. */
    FUNCTION_KIND("function-kind", "%1$s is %2$s, and %3$s", "%4$s"),
    /** A function through which nothing is learned. */
    FUNCTION_FLAT(
            "function-flat",
            "the derivative of %1$s by %2$s is 0 everywhere, so that nothing would be learned through it",
            "let it depend on %2$s by more than its sign"),
    /** Both an activation that is built in and one of one's own. */
    ACTIVATION_TWICE("activation-twice", "%1$s says both activation and activationBy", "keep one"),
    /** Both a loss that is built in and one of one's own. */
    LOSS_TWICE("loss-twice", "%1$s says both loss and lossBy", "keep one"),

    // Names

    /** Two layers of one name. */
    NAME_TWICE("name-twice", "%1$s declares the value %2$s a second time", "values of a part need different names"),
    /** Two layers of one name, each from another supertype. */
    INHERITED_TWICE(
            "inherited-twice",
            "%1$s inherits the value %2$s from %3$s and from %4$s",
            "declare it in %1$s, in place of both"),
    /** A name with a meaning of its own. */
    NAME_RESERVED("name-reserved", "a layer cannot be called %1$s: %2$s", "choose another name"),
    /** A name that stands for nothing. */
    UNKNOWN_NAME("unknown-name", "%1$s takes \"%2$s\", which is no value of the %3$s", "%4$s"),
    /** The names are not in the class file. */
    NAMES_LOST(
            "names-lost",
            "%1$s inherits the layer %2$s from a class file that has lost its parameter names",
            "compile it with javac -parameters, or declare the layer here"),
    /** No codings, or no output. */
    RESULT_MISSING("result-missing", "the %1$s %2$s computes no \"%3$s\"", "%4$s"),

    // How the values hang together

    /** Values computed from each other. */
    CYCLE("cycle", "%1$s is computed from itself: %2$s", "take one of these values from elsewhere"),
    /** A value that nothing uses. */
    UNUSED(
            "unused",
            "%1$s is computed, but does not reach %2$s",
            "use it as a parameter of a later layer, or remove it"),
    /** The output is not as wide as the input. */
    OUTPUT_WIDTH("output-width", "output has %1$s values, but the input has %2$s: %3$s", "%4$s"),
    /** Cross-entropy of something that is not a probability. */
    CROSS_ENTROPY_OUTPUT(
            "cross-entropy-output",
            "BINARY_CROSS_ENTROPY needs an output in (0, 1), and %1$s",
            "declare output as @Dense(…, activation = SIGMOID), or choose another loss"),
    /** Sparsity of something that is not a probability. */
    SPARSITY_RANGE(
            "sparsity-range",
            "@KlSparsity needs activations in [0, 1], and %1$s",
            "give it a layer with activation = SIGMOID"),
    /** A mean and a variance of different shapes. */
    SAMPLING_WIDTHS(
            "sampling-widths",
            "@Sampling needs a mean and a logarithm of the variance of one width, but %1$s has %2$s values and %3$s has %4$s",
            "give both the same units"),
    /** A sum of values of different shapes. */
    ADD_WIDTHS("add-widths", "@Add needs values of one width, but %1$s and %2$s", "%3$s"),
    /** More elements side by side than can be computed with. */
    CONCAT_TOO_WIDE(
            "concat-too-wide",
            "%1$s would have %2$s values, more than the %3$s that a value can have",
            "join fewer values, or narrower ones"),
    /** A penalty of what training cannot change. */
    PENALTY_CONSTANT(
            "penalty-constant",
            "%1$s adds a cost that no training can lower: %2$s depends on no parameter",
            "move it behind a @Dense layer"),
    /** A weight of no layer. */
    TIED_UNKNOWN("tied-unknown", "\"%1$s\" is no layer of the %2$s", "%3$s"),
    /** A weight of a layer that has none of its own. */
    TIED_KIND("tied-kind", "%1$s is %2$s, which has no weight of its own", "name a @Dense layer"),
    /** A weight of the wrong shape. */
    TIED_SHAPE(
            "tied-shape",
            "%1$s takes B × %2$s, but the weight of %3$s, %4$s × %5$s, is %5$s × %4$s transposed and needs B × %5$s",
            "%6$s"),
    /** A shape that follows from itself. */
    TIED_CYCLE(
            "tied-cycle",
            "the width of %1$s follows from the weight of %2$s, whose rows follow from the width of %1$s",
            "tie it to a layer whose input has a width of its own"),
    /** A model without parameters. */
    NOTHING_TO_TRAIN("nothing-to-train", "%1$s has no layer with parameters", "add a @Dense layer"),

    // Ours

    /** A defect of this compiler. */
    INTERNAL(
            "internal",
            "the compiler failed on %1$s: %2$s",
            "this is a defect of Lanewise, please report it with the declaration and these lines:%n%3$s");

    private final String key;
    private final String message;
    private final String wayOut;

    Mistake(String key, String message, String wayOut) {
        this.key = key;
        this.message = message;
        this.wayOut = wayOut;
    }

    /** {@return the stable key, such as {@code lanewise.unknown-name}} */
    public String key() {
        return "lanewise." + key;
    }

    /** {@return what is said, with placeholders} */
    public String message() {
        return message;
    }

    /** {@return the way out, with placeholders} */
    public String wayOut() {
        return wayOut;
    }

    String text(Object... arguments) {
        return "[" + key() + "] " + message.formatted(arguments) + "; " + wayOut.formatted(arguments);
    }
}
