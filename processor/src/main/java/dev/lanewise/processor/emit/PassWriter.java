package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.plan.Figure;
import dev.lanewise.processor.plan.Parameter;
import dev.lanewise.processor.plan.Plan;
import dev.lanewise.processor.plan.Slot;
import dev.lanewise.processor.plan.Statement;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The nested classes of the training pass and the inference pass. */
final class PassWriter {

    private static final Optional<String> BARRIER = Optional.of("what follows needs the rows of every worker");

    private final Plan plan;
    private final Names names;
    private final StatementWriter statements;

    PassWriter(Plan plan, Names names, StatementWriter statements) {
        this.plan = plan;
        this.names = names;
        this.statements = statements;
    }

    TypeSpec training() {
        Model model = plan.model();
        Plan.Training training = plan.training();
        TypeSpec.Builder type = TypeSpec.classBuilder(names.training())
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(Runtime.TRAINING_PASS)
                .addJavadoc("A training step; B is the batch size.\n");
        training.values()
                .forEach(slot -> type.addField(buffer(
                        slot, CodeBlock.of("values($S,$W$L)", slot.value().qualifiedName(), slot.width()))));
        training.saved().forEach(slot -> type.addField(buffer(slot, CodeBlock.of("saved($L)", slot.width()))));
        training.gradients().forEach(slot -> type.addField(buffer(slot, CodeBlock.of("gradient($L)", slot.width()))));
        training.figures().forEach(figure -> type.addField(figure(figure)));
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(int.class, "batchSize")
                .addStatement("super(batchSize, $L$L)", model.input().width(), conditions(model))
                .build());
        type.addMethod(pass("forward", training.forward()));
        type.addMethod(pass("backward", training.backward()));
        type.addMethod(method("update")
                .addParameter(Runtime.UPDATE_RULE, "rule")
                .addCode(lines(training.update()))
                .build());
        type.addMethod(pass("validate", training.validate()));
        return type.build();
    }

    TypeSpec inference() {
        Model model = plan.model();
        Plan.PartInference encoder = plan.inference().parts().get(Role.ENCODER);
        Plan.PartInference decoder = plan.inference().parts().get(Role.DECODER);
        TypeSpec.Builder type = TypeSpec.classBuilder(names.inference())
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .superclass(Runtime.INFERENCE_PASS)
                .addJavadoc("The inference of some rows; B is their number.\n");
        plan.inference()
                .buffers()
                .forEach(slot -> type.addField(buffer(slot, CodeBlock.of("values($L)", slot.width()))));
        type.addMethod(MethodSpec.constructorBuilder()
                .addStatement(
                        "super($L, $L$L)",
                        model.input().width(),
                        model.encoder().result().width(),
                        conditions(model))
                .addStatement("encoderValues($L)", list(encoder.values()))
                .addStatement("decoderValues($L)", list(decoder.values()))
                .build());
        type.addMethod(pass("encode", encoder.quiet()));
        if (encoder.hasNoise()) {
            type.addMethod(pass("encodeWithNoise", encoder.noisy()));
        }
        type.addMethod(pass("decode", decoder.quiet()));
        if (decoder.hasNoise()) {
            type.addMethod(pass("decodeWithNoise", decoder.noisy()));
        }
        return type.build();
    }

    /** The width of the condition as a further argument, of a model that has one. */
    private static String conditions(Model model) {
        return model.conditionValue().map(value -> ", " + value.width()).orElse("");
    }

    private FieldSpec figure(Figure figure) {
        CodeBlock initializer = switch (figure.kind()) {
            case RECONSTRUCTION -> CodeBlock.of("loss($S, $L)", figure.name(), figure.elements());
            case RECONSTRUCTION_FROM_MEAN -> CodeBlock.of("report($S, $L)", figure.name(), figure.elements());
            case ACTIVITY_REGULARIZATION, OWN_PENALTY, LATENT_LOSS -> penalty("rowPenalty", figure);
            case KL_SPARSITY -> penalty("batchPenalty", figure);
        };
        return FieldSpec.builder(Runtime.FIGURE, names.of(figure), Modifier.PRIVATE, Modifier.FINAL)
                .initializer(initializer)
                .build();
    }

    private static CodeBlock penalty(String method, Figure figure) {
        CodeBlock weight = figure.elements() == 1
                ? CodeBlock.of("$L", figure.weight())
                : CodeBlock.of("$L / $L", figure.weight(), figure.elements());
        return CodeBlock.of(
                "$L($S,$W$S,$W$L,$W$T.$L)",
                method,
                figure.name(),
                figure.value().qualifiedName(),
                weight,
                Runtime.PER,
                figure.per());
    }

    private FieldSpec buffer(Slot slot, CodeBlock initializer) {
        return FieldSpec.builder(Runtime.BUFFER, names.of(slot), Modifier.PRIVATE, Modifier.FINAL)
                .initializer(initializer)
                .build();
    }

    private CodeBlock list(List<Slot> slots) {
        return slots.stream().map(slot -> CodeBlock.of("$N", names.of(slot))).collect(CodeBlock.joining(",$W"));
    }

    private MethodSpec pass(String name, List<? extends Statement> lines) {
        return method(name).addCode(lines(lines)).build();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(Runtime.WORKER, "worker");
    }

    private CodeBlock lines(List<? extends Statement> lines) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Statement line : lines) {
            comment(line).ifPresent(comment -> code.add("// $L\n", comment));
            code.addStatement(statements.write(line));
        }
        return code.build();
    }

    /** What the arguments of a line do not show: shapes, and why it is there. */
    private static Optional<String> comment(Statement statement) {
        return switch (statement) {
            case Statement.Forward forward -> comment(forward);
            case Statement.Backward backward -> comment(backward);
            case Statement.Update update -> comment(update);
        };
    }

    private static Optional<String> comment(Statement.Forward statement) {
        return switch (statement) {
            case Statement.Dense s -> Optional.of(name(s.y()) + ": " + shape(s.x()) + " → " + shape(s.y()));
            case Statement.DenseTransposed s -> Optional.of(name(s.y()) + ": " + shape(s.x()) + " → " + shape(s.y()));
            case Statement.Activate unused -> Optional.empty();
            case Statement.Dropout s -> Optional.of(name(s.y()) + ": " + shape(s.y()));
            case Statement.GaussianNoise s -> Optional.of(name(s.y()) + ": " + shape(s.y()));
            case Statement.Sampling s -> Optional.of(name(s.z()) + ": " + shape(s.z()));
            case Statement.Copy s -> Optional.of("without noise " + name(s.y()) + " is " + name(s.x()));
            case Statement.Place s ->
                Optional.of(name(s.y()) + ": " + s.value().qualifiedName() + " in columns " + s.column() + " to "
                        + (s.column() + s.x().width() - 1));
            case Statement.Sum s ->
                s.a().equals(s.y()) ? Optional.empty() : Optional.of(name(s.y()) + ": " + shape(s.y()));
            case Statement.OwnActivate unused -> Optional.empty();
            case Statement.OwnActivateAndSlope s ->
                Optional.of("and its slope, in the place of what "
                        + s.own().function().name() + " is given");
            case Statement.OwnLossValue s -> Optional.of(name(s.output()) + " against input" + suffix(s.figure()));
            case Statement.OwnPenaltyValue s -> Optional.of("penalty of " + name(s.figure()));
            case Statement.LossValue s -> Optional.of(name(s.output()) + " against input" + suffix(s.figure()));
            case Statement.ActivityValue s -> Optional.of("penalty of " + name(s.figure()));
            case Statement.SparsityValue s -> Optional.of("penalty of " + name(s.figure()));
            case Statement.LatentLossValue s -> Optional.of("latent loss of " + name(s.figure()));
            case Statement.Barrier unused -> BARRIER;
        };
    }

    private static Optional<String> comment(Statement.Backward statement) {
        return switch (statement) {
            case Statement.LossGradient s -> Optional.of(name(s.output()) + " against input: " + shape(s.dy()));
            case Statement.OwnLossGradient s -> Optional.of(name(s.output()) + " against input: " + shape(s.dy()));
            case Statement.SlopeGradient unused -> Optional.empty();
            case Statement.OwnPenaltyGradient s -> Optional.of("penalty of " + name(s.figure()) + ": " + shape(s.da()));
            case Statement.ActivationGradient unused -> Optional.empty();
            case Statement.DenseGradient s -> Optional.of(name(s.dx()) + ": " + shape(s.dy()) + " → " + shape(s.dx()));
            case Statement.DenseTransposedGradient s ->
                Optional.of(name(s.dx()) + ": " + shape(s.dy()) + " → " + shape(s.dx()));
            case Statement.DropoutGradient s -> Optional.of(name(s.dy()) + ": through the mask of the forward pass");
            case Statement.ActivityGradient s -> Optional.of("penalty of " + name(s.figure()) + ": " + shape(s.da()));
            case Statement.SparsityGradient s -> Optional.of("penalty of " + name(s.figure()) + ": " + shape(s.da()));
            case Statement.SamplingGradient s ->
                Optional.of(name(s.dMean()) + " and " + name(s.dLogVariance()) + ": " + shape(s.dMean()));
            case Statement.CopyGradient s -> Optional.of(name(s.dx()) + ": " + shape(s.dx()));
            case Statement.SliceGradient s -> Optional.of(name(s.dx()) + ": " + shape(s.dy()) + " → " + shape(s.dx()));
            case Statement.AddSliceGradient s -> Optional.of(name(s.dx()) + " has a further use: the gradients add up");
            case Statement.AddGradient s -> Optional.of(name(s.dx()) + " has a further use: the gradients add up");
            case Statement.Barrier unused -> BARRIER;
        };
    }

    private static Optional<String> comment(Statement.Update statement) {
        return switch (statement) {
            case Statement.DenseUpdate s -> Optional.of(s.weight().layer().qualifiedName() + ": " + shape(s.weight()));
            case Statement.WeightGradient s ->
                Optional.of(s.weight().layer().qualifiedName() + ": " + shape(s.weight()));
            case Statement.TransposedGradient s ->
                Optional.of(s.tied().qualifiedName() + " shares the weight: the gradients add up");
            case Statement.WeightUpdate unused -> Optional.empty();
            case Statement.BiasUpdate unused -> Optional.empty();
        };
    }

    private static String suffix(Figure figure) {
        return figure.kind() == Figure.Kind.RECONSTRUCTION_FROM_MEAN ? ", from the mean" : "";
    }

    private static String name(Figure figure) {
        return figure.value().qualifiedName();
    }

    private static String shape(Parameter.Weight weight) {
        return weight.rows() + " × " + weight.columns();
    }

    private static String name(Slot slot) {
        return slot.value().qualifiedName();
    }

    private static String shape(Slot slot) {
        return "B × " + slot.width();
    }
}
