package dev.lanewise.processor.check;

import java.util.Set;

/** Names that a declaration cannot use, because the generated class could not be written with them. */
public final class ReservedNames {

    /** The methods of {@code dev.lanewise.runtime.CompiledModel} and what it implements, and those generated beside. */
    static final Set<String> MODEL_METHODS = Set.of(
            "beginTraining",
            "bias",
            "blank",
            "clone",
            "codings",
            "conditionColumns",
            "copy",
            "create",
            "decode",
            "decodeInto",
            "decoderValues",
            "encode",
            "encodeInto",
            "encoderValues",
            "endTraining",
            "equals",
            "evaluate",
            "finalize",
            "find",
            "fit",
            "forgetProvenance",
            "getClass",
            "hashCode",
            "inferInto",
            "inferOn",
            "inferencePass",
            "initialize",
            "load",
            "name",
            "notify",
            "notifyAll",
            "parameter",
            "parameterList",
            "parameters",
            "provenance",
            "read",
            "reconstruct",
            "reconstructInto",
            "requireFinite",
            "requireUnconditioned",
            "resume",
            "sample",
            "save",
            "setParameter",
            "structure",
            "summary",
            "toString",
            "trainingPass",
            "valuesOn",
            "wait",
            "weight");

    /** What a component of a record cannot be called (JLS 8.10.1). */
    static final Set<String> RECORD_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** The keywords and literals that start with a letter (JLS 3.9). */
    static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    private ReservedNames() {}

    /**
     * Whether a part can have a name.
     *
     * @param name with a small first letter
     * @return whether the generated class can have a method of that name
     */
    public static boolean canBePart(String name) {
        return !MODEL_METHODS.contains(name) && !KEYWORDS.contains(name);
    }

    /**
     * Whether a value can have a name.
     *
     * @param name the name
     * @return whether a record can have a component of that name
     */
    public static boolean canBeValue(String name) {
        return !RECORD_COMPONENTS.contains(name);
    }
}
