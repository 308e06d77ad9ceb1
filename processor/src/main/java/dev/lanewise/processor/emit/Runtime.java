package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;

/** The types that generated code is written with, by name: the compiler itself does not run them. */
final class Runtime {

    static final ClassName MATRIX = ClassName.get("dev.lanewise", "Matrix");
    static final ClassName INITIALIZER = ClassName.get("dev.lanewise.layer", "Initializer");
    static final ClassName PER = ClassName.get("dev.lanewise.layer", "Per");
    static final ClassName ACTIVATION = ClassName.get("dev.lanewise.kernels", "ActivationFunction");
    static final ClassName LOSS = ClassName.get("dev.lanewise.kernels", "LossFunction");

    static final ClassName VECTORS = ClassName.get("dev.lanewise.kernels", "Vectors");

    static final ClassName BACKWARD = runtime("Backward");
    static final ClassName BUFFER = runtime("Buffer");
    static final ClassName COMPILED_CONDITIONAL_MODEL = runtime("CompiledConditionalModel");
    static final ClassName CONDITIONED = runtime("Conditioned");
    static final ClassName COMPILED_MODEL = runtime("CompiledModel");
    static final ClassName FIGURE = runtime("Figure");
    static final ClassName FORWARD = runtime("Forward");
    static final ClassName INFERENCE_PASS = runtime("InferencePass");
    static final ClassName PARAMETER = runtime("Parameter");
    static final ClassName TRAINING_PASS = runtime("TrainingPass");
    static final ClassName UPDATE = runtime("Update");
    static final ClassName WORKER = runtime("Worker");
    static final ClassName UPDATE_RULE = ClassName.get("dev.lanewise.training", "UpdateRule");

    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    static final String GENERATOR = "dev.lanewise.processor.AutoencoderProcessor";

    static final ClassName FUNCTIONS = ClassName.get("dev.lanewise.function", "Functions");
    static final ClassName OWN_ACTIVATION = runtime("OwnActivation");
    static final ClassName OWN_LOSS = runtime("OwnLoss");
    static final ClassName OWN_PENALTY = runtime("OwnPenalty");
    static final ClassName SCRATCH = runtime("Scratch");
    static final ClassName STRIP = runtime("Strip");

    private Runtime() {}

    private static ClassName runtime(String name) {
        return ClassName.get("dev.lanewise.runtime", name);
    }
}
