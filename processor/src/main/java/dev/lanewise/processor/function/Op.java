package dev.lanewise.processor.function;

/** What an {@link Expression} computes from its operands. All are on {@code float}, and mean what they mean in Java. */
public enum Op {
    /** A value that the function is given, by its number. */
    PARAMETER(Form.LEAF),
    /** A number. */
    CONSTANT(Form.LEAF),
    /** How many values a row has. */
    COUNT(Form.LEAF),
    /** What a row's number counts in the cost: the gradient starts with it. */
    SCALE(Form.LEAF),
    /** a + b. */
    ADD(Form.LOOP),
    /** a − b. */
    SUBTRACT(Form.LOOP),
    /** a·b. */
    MULTIPLY(Form.LOOP),
    /** a / b. */
    DIVIDE(Form.LOOP),
    /** −a. */
    NEGATE(Form.LOOP),
    /** |a|. */
    ABS(Form.LOOP),
    /** −1, ±0 or 1. */
    SIGN(Form.LOOP),
    /** √a. */
    SQRT(Form.LOOP),
    /** The smaller of a and b. */
    MIN(Form.LOOP),
    /** The larger of a and b. */
    MAX(Form.LOOP),
    /** exp(a). */
    EXP(Form.KERNEL),
    /** log(a). */
    LOG(Form.KERNEL),
    /** log(1 + a). */
    LOG1P(Form.KERNEL),
    /** tanh(a). */
    TANH(Form.KERNEL),
    /** 1 / (1 + exp(−a)). */
    SIGMOID(Form.KERNEL),
    /** log(1 + exp(a)). */
    SOFTPLUS(Form.KERNEL),
    /** erfc(a). */
    ERFC(Form.KERNEL),
    /** sin(2πa). */
    SIN_TURNS(Form.KERNEL),
    /** cos(2πa). */
    COS_TURNS(Form.KERNEL),
    /** a &lt; b ? p : q. */
    IF_LESS(Form.LOOP),
    /** a ≤ b ? p : q. */
    IF_AT_MOST(Form.LOOP),
    /** a = b ? p : q. */
    IF_EQUAL(Form.LOOP),
    /** Σ a over the values of a row. */
    SUM(Form.SUM);

    /** How an operation goes over a strip of values. */
    public enum Form {
        /** It is there. */
        LEAF,
        /** In a loop with others. */
        LOOP,
        /** By a kernel of its own. */
        KERNEL,
        /** By a reduction. */
        SUM
    }

    private final Form form;

    Op(Form form) {
        this.form = form;
    }

    /** {@return how it goes over a strip of values} */
    public Form form() {
        return form;
    }

    /** {@return whether it is a choice between two values} */
    public boolean isChoice() {
        return this == IF_LESS || this == IF_AT_MOST || this == IF_EQUAL;
    }
}
