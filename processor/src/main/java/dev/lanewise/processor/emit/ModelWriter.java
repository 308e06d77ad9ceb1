package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.PartWriter.Component;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Node;
import dev.lanewise.processor.graph.Part;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.plan.OwnFunction;
import dev.lanewise.processor.plan.Parameter;
import dev.lanewise.processor.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class of a planned model. */
public final class ModelWriter {

    /** The longest constant of a class file (JVMS 4.4.7). */
    private static final int CONSTANT_BYTES = 65_535;

    private final Plan plan;
    private final Model model;
    private final Names names;
    private final StatementWriter statements;
    private final PublicFace face;

    private ModelWriter(Plan plan) {
        this.plan = plan;
        this.model = plan.model();
        this.names = new Names(plan);
        this.statements = new StatementWriter(names);
        this.face = new PublicFace(
                model.type(), model.surroundings(), model.conditionValue().isPresent());
    }

    /**
     * Writes a model.
     *
     * @param plan its plan
     * @return the class
     */
    public static SourceFile write(Plan plan) {
        ModelWriter writer = new ModelWriter(plan);
        JavaFile.Builder file = writer.face.file(writer.type());
        file.addStaticImport(Runtime.ACTIVATION, writer.statements.activations().toArray(String[]::new));
        if (!writer.statements.losses().isEmpty()) {
            file.addStaticImport(Runtime.LOSS, writer.statements.losses().toArray(String[]::new));
        }
        return writer.face.source(file);
    }

    private TypeSpec type() {
        PassWriter passes = new PassWriter(plan, names, statements);
        PartWriter encoder = part(model.encoder());
        PartWriter decoder = part(model.decoder());
        TypeSpec.Builder type = face.type()
                .addJavadoc(
                        "The model that {@link $T} declares: $L.\n\n<pre>\n$L</pre>\n\n<p>$L\n",
                        face.declared(),
                        Texts.headline(model),
                        table(),
                        Texts.shapes(model));
        type.addField(text("STRUCTURE", Texts.structure(model))
                .addJavadoc("What every result follows from: it decides which model files fit.\n")
                .build());
        type.addField(text("SUMMARY", Texts.headline(model) + "\n\n" + table())
                .addJavadoc("The same for people to read.\n")
                .build());
        List<OwnFunction> functions = OwnFunction.of(model);
        functions.forEach(own -> type.addField(field(own)));
        plan.parameters().forEach(parameter -> type.addField(field(parameter)));
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement(
                        "super($S, STRUCTURE, $L, $L$L)",
                        model.type().simpleName(),
                        model.input().width(),
                        model.encoder().result().width(),
                        conditions())
                .build());
        type.addMethod(face.create(CodeBlock.builder()
                .addStatement("var model = new $T()", face.generated())
                .addStatement("model.initialize(seed)")
                .addStatement("return model")
                .build()));
        type.addMethod(face.load(CodeBlock.builder()
                .addStatement("var model = new $T()", face.generated())
                .addStatement("model.read(file)")
                .addStatement("return model")
                .build()));
        if (model.isGenerative()) {
            type.addMethod(sample());
        }
        type.addMethod(face.summary(CodeBlock.of("return SUMMARY;\n")));
        type.addMethods(values(model.encoder(), encoder));
        type.addMethods(values(model.decoder(), decoder));
        type.addMethod(face.blank(CodeBlock.of("return new $T();\n", face.generated())));
        type.addMethod(face.trainingPass(CodeBlock.of("return new $N(batchSize);\n", names.training())));
        type.addMethod(face.inferencePass(CodeBlock.of("return new $N();\n", names.inference())));
        type.addType(encoder.type()).addType(decoder.type());
        functions.forEach(own -> type.addType(new FunctionWriter(own, typeOf(own)).type()));
        type.addType(passes.training()).addType(passes.inference());
        return type.build();
    }

    /** The width of the condition and which part takes it, as further arguments, of a model that has one. */
    private CodeBlock conditions() {
        boolean encoder = model.isConditioned(model.encoder());
        boolean decoder = model.isConditioned(model.decoder());
        String conditioned = encoder && decoder ? "BOTH" : encoder ? "ENCODER" : "DECODER";
        return model.conditionValue()
                .map(value -> CodeBlock.of(",$W$L,$W$T.$L", value.width(), Runtime.CONDITIONED, conditioned))
                .orElse(CodeBlock.of(""));
    }

    private MethodSpec sample() {
        int width = model.encoder().result().width();
        CodeBlock.Builder body = CodeBlock.builder();
        return model.isConditioned(model.decoder())
                ? face.sampleOnCondition(
                        width,
                        conditionWidth(),
                        body.addStatement("return decode(codings(count, seed), condition)")
                                .build())
                : face.sample(
                        width,
                        body.addStatement("return decode(codings(count, seed))").build());
    }

    private int conditionWidth() {
        return model.conditionValue().orElseThrow().width();
    }

    private String table() {
        return Texts.summary(plan).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static FieldSpec.Builder text(String name, String text) {
        boolean isConstant = text.getBytes(StandardCharsets.UTF_8).length <= CONSTANT_BYTES;
        return FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(isConstant ? CodeBlock.of("\"\"\"\n$>$>$L\"\"\"$<$<", text) : joined(text));
    }

    /** A text that is too long for a constant of a class file, line by line. */
    private static CodeBlock joined(String text) {
        CodeBlock lines = Arrays.stream(text.split("\n", -1))
                .map(line -> CodeBlock.of("$S", line))
                .collect(CodeBlock.joining(",\n"));
        return CodeBlock.of("$T.join($S,\n$>$>$L)$<$<", String.class, "\n", lines);
    }

    /**
     * Writes the twins of a model's own functions that run on the Vector API.
     *
     * @param plan the model's plan
     * @return a class for each function, and for each place that it is used in; none for one that is too large
     */
    public static List<BinaryFile> vectors(Plan plan) {
        ModelWriter writer = new ModelWriter(plan);
        return OwnFunction.of(plan.model()).stream()
                .flatMap(own -> writer.vectors(own).stream())
                .toList();
    }

    private Optional<BinaryFile> vectors(OwnFunction own) {
        return VectorClassWriter.write(own, typeOf(own), vectorTypeOf(own));
    }

    private ClassName vectorTypeOf(OwnFunction own) {
        ClassName model = face.generated();
        return model.peerClass(model.simpleName() + "_" + names.typeOf(own) + "Vectors");
    }

    private ClassName typeOf(OwnFunction own) {
        return face.generated().nestedClass(names.typeOf(own));
    }

    private FieldSpec field(OwnFunction own) {
        FieldSpec.Builder field =
                FieldSpec.builder(typeOf(own), names.of(own), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        if (vectors(own).isEmpty()) {
            return field.initializer("new $T()", typeOf(own)).build();
        }
        return field.addJavadoc(
                        "On the Vector API, where it is in use: that class has no source, and gives the same bits as this one.\n")
                .initializer("$T.areInUse()$W? new $T()$W: new $T()", Runtime.VECTORS, vectorTypeOf(own), typeOf(own))
                .build();
    }

    private FieldSpec field(Parameter parameter) {
        CodeBlock initializer = switch (parameter) {
            case Parameter.Weight weight ->
                CodeBlock.of(
                        "weight($S,$W$L,$W$L,$W$T.$N)",
                        weight.name(),
                        weight.rows(),
                        weight.columns(),
                        Runtime.INITIALIZER,
                        weight.initializer().name());
            case Parameter.Bias bias -> CodeBlock.of("bias($S,$W$L)", bias.name(), bias.columns());
        };
        return FieldSpec.builder(Runtime.PARAMETER, names.of(parameter), Modifier.PRIVATE, Modifier.FINAL)
                .initializer(initializer)
                .build();
    }

    private PartWriter part(Part part) {
        List<Component> components = new ArrayList<>();
        for (Node node : part.nodes()) {
            components.add(
                    new Component(node.value().name(), "B × " + node.value().width()));
        }
        CodeBlock declared = face.declaredPart(part.typeName(), part.isPrivate());
        return new PartWriter(
                face.part(part.typeName()),
                CodeBlock.of("The values of the layers of $L, for B rows.", declared),
                components);
    }

    private List<MethodSpec> values(Part part, PartWriter writer) {
        ClassName type = face.part(part.typeName());
        String from = part.role() == Role.ENCODER ? "encoderValues" : "decoderValues";
        Function<String, CodeBlock> body = arguments -> CodeBlock.builder()
                .addStatement("var values = $N($L)", from, arguments)
                .addStatement("return $L", writer.fromValues())
                .build();
        int width = part.source().width();
        return model.isConditioned(part)
                ? face.valuesOnCondition(part.role(), type, part.name(), width, conditionWidth(), body)
                : face.values(part.role(), type, part.name(), width, body);
    }
}
