package dev.lanewise.processor.graph;

/** What a part of a model is there for. */
public enum Role {
    /** From {@code input} to {@code codings}. */
    ENCODER("encoder", "@Encoder", "input", "codings"),
    /** From {@code codings} to {@code output}. */
    DECODER("decoder", "@Decoder", "codings", "output");

    /** The name of the model's second input, in both parts. */
    public static final String CONDITION = "condition";

    private final String noun;
    private final String annotation;
    private final String source;
    private final String result;

    Role(String noun, String annotation, String source, String result) {
        this.noun = noun;
        this.annotation = annotation;
        this.source = source;
        this.result = result;
    }

    /** {@return "encoder" or "decoder"} */
    public String noun() {
        return noun;
    }

    /** {@return the annotation as it is written} */
    public String annotation() {
        return annotation;
    }

    /** {@return the name of the value that the part starts from} */
    public String source() {
        return source;
    }

    /** {@return the name of the value that the part is there to compute} */
    public String result() {
        return result;
    }
}
