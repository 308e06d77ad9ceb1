package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.layer.Per;
import dev.lanewise.processor.plan.Figure;
import dev.lanewise.processor.plan.OwnFunction;
import dev.lanewise.processor.plan.Parameter;
import dev.lanewise.processor.plan.Slot;
import dev.lanewise.processor.plan.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/** Each statement of a plan as a call of the runtime. */
final class StatementWriter {

    private static final CodeBlock BARRIER = CodeBlock.of("worker.await()");
    private static final CodeBlock RULE = CodeBlock.of("rule");

    private final Names names;
    private final SortedSet<String> activations = new TreeSet<>();
    private final SortedSet<String> losses = new TreeSet<>();

    StatementWriter(Names names) {
        this.names = names;
    }

    /** The call, without the semicolon. */
    CodeBlock write(Statement statement) {
        return switch (statement) {
            case Statement.Forward forward -> forward(forward);
            case Statement.Backward backward -> backward(backward);
            case Statement.Update update -> update(update);
        };
    }

    private CodeBlock forward(Statement.Forward statement) {
        return switch (statement) {
            case Statement.Dense s ->
                forward("dense", name(s.x()), name(s.weight()), name(s.bias()), constant(s.activation()), name(s.y()));
            case Statement.DenseTransposed s ->
                forward(
                        "denseTransposed",
                        name(s.x()),
                        name(s.weight()),
                        name(s.bias()),
                        constant(s.activation()),
                        name(s.y()));
            case Statement.Activate s -> forward("activation", name(s.x()), constant(s.activation()), name(s.y()));
            case Statement.OwnActivate s -> forward("activation", name(s.x()), name(s.own()), name(s.y()));
            case Statement.OwnActivateAndSlope s ->
                forward("activationAndSlope", name(s.slope()), name(s.own()), name(s.y()));
            case Statement.OwnLossValue s ->
                forward("loss", name(s.own()), name(s.output()), name(s.target()), name(s.figure()));
            case Statement.OwnPenaltyValue s -> forward("penalty", name(s.own()), name(s.a()), name(s.figure()));
            case Statement.Dropout s ->
                forward("dropout", number(s.number()), single(s.rate()), name(s.x()), name(s.y()));
            case Statement.GaussianNoise s ->
                forward("gaussianNoise", number(s.number()), single(s.stddev()), name(s.x()), name(s.y()));
            case Statement.Sampling s ->
                forward(
                        "sampling",
                        number(s.number()),
                        name(s.mean()),
                        name(s.logVariance()),
                        name(s.noise()),
                        name(s.deviation()),
                        name(s.z()));
            case Statement.Copy s -> forward("copy", name(s.x()), name(s.y()));
            case Statement.Place s -> forward("place", name(s.x()), number(s.column()), name(s.y()));
            case Statement.Sum s -> forward("add", name(s.a()), name(s.b()), name(s.y()));
            case Statement.LossValue s ->
                forward("loss", constant(s.loss()), name(s.output()), name(s.target()), name(s.figure()));
            case Statement.ActivityValue s ->
                forward("activityRegularization", single(s.l1()), single(s.l2()), name(s.a()), name(s.figure()));
            case Statement.SparsityValue s -> forward("klSparsity", number(s.target()), name(s.a()), name(s.figure()));
            case Statement.LatentLossValue s ->
                forward("latentLoss", name(s.mean()), name(s.logVariance()), name(s.deviation()), name(s.figure()));
            case Statement.Barrier unused -> BARRIER;
        };
    }

    private CodeBlock backward(Statement.Backward statement) {
        return switch (statement) {
            case Statement.LossGradient s ->
                backward(
                        "loss", constant(s.loss()), name(s.output()), name(s.target()), name(s.figure()), name(s.dy()));
            case Statement.OwnLossGradient s ->
                backward(
                        "loss",
                        name(s.own()),
                        number(s.elements()),
                        name(s.output()),
                        name(s.target()),
                        name(s.figure()),
                        name(s.dy()));
            case Statement.SlopeGradient s -> backward("slope", name(s.slope()), name(s.dy()));
            case Statement.OwnPenaltyGradient s ->
                backward(
                        "penalty",
                        name(s.own()),
                        number(s.weight()),
                        constant(s.per()),
                        name(s.a()),
                        name(s.figure()),
                        name(s.da()));
            case Statement.ActivationGradient s ->
                backward("activation", constant(s.activation()), name(s.saved()), name(s.dy()));
            case Statement.DenseGradient s -> backward("dense", name(s.dy()), name(s.weight()), name(s.dx()));
            case Statement.DenseTransposedGradient s ->
                backward("denseTransposed", name(s.dy()), name(s.weight()), name(s.dx()));
            case Statement.DropoutGradient s -> backward("dropout", number(s.number()), single(s.rate()), name(s.dy()));
            case Statement.ActivityGradient s ->
                backward(
                        "activityRegularization",
                        single(s.l1()),
                        single(s.l2()),
                        constant(s.per()),
                        name(s.a()),
                        name(s.figure()),
                        name(s.da()));
            case Statement.SparsityGradient s ->
                backward(
                        "klSparsity",
                        number(s.weight()),
                        number(s.target()),
                        constant(s.per()),
                        name(s.a()),
                        name(s.figure()),
                        name(s.da()));
            case Statement.SamplingGradient s ->
                backward(
                        "sampling",
                        number(s.beta()),
                        number(s.inputs()),
                        name(s.sample().mean()),
                        name(s.sample().logVariance()),
                        name(s.sample().noise()),
                        name(s.sample().deviation()),
                        name(s.dz()),
                        name(s.figure()),
                        name(s.dMean()),
                        name(s.dLogVariance()));
            case Statement.AddGradient s -> backward("add", name(s.dy()), name(s.dx()));
            case Statement.CopyGradient s -> backward("copy", name(s.dy()), name(s.dx()));
            case Statement.SliceGradient s -> backward("slice", name(s.dy()), number(s.column()), name(s.dx()));
            case Statement.AddSliceGradient s -> backward("addSlice", name(s.dy()), number(s.column()), name(s.dx()));
            case Statement.Barrier unused -> BARRIER;
        };
    }

    private CodeBlock update(Statement.Update statement) {
        return switch (statement) {
            case Statement.DenseUpdate s ->
                update("dense", RULE, name(s.x()), name(s.dy()), name(s.weight()), name(s.bias()));
            case Statement.WeightGradient s -> update("gradient", name(s.x()), name(s.dy()), name(s.weight()));
            case Statement.TransposedGradient s ->
                update("addTransposedGradient", name(s.x()), name(s.dy()), name(s.weight()));
            case Statement.WeightUpdate s -> update("weight", RULE, name(s.weight()));
            case Statement.BiasUpdate s -> update("bias", RULE, name(s.dy()), name(s.bias()));
        };
    }

    private static CodeBlock forward(String method, CodeBlock... arguments) {
        return call(Runtime.FORWARD, method, arguments);
    }

    private static CodeBlock backward(String method, CodeBlock... arguments) {
        return call(Runtime.BACKWARD, method, arguments);
    }

    private static CodeBlock update(String method, CodeBlock... arguments) {
        return call(Runtime.UPDATE, method, arguments);
    }

    /** The activations that were written, for the imports. */
    SortedSet<String> activations() {
        return activations;
    }

    /** The losses that were written, for the imports. */
    SortedSet<String> losses() {
        return losses;
    }

    private static CodeBlock call(ClassName type, String method, CodeBlock... arguments) {
        CodeBlock.Builder list = CodeBlock.builder().add("worker");
        for (CodeBlock argument : arguments) {
            list.add(",$W").add(argument);
        }
        return CodeBlock.of("$T.$N($L)", type, method, list.build());
    }

    private CodeBlock name(Slot slot) {
        return CodeBlock.of("$N", names.of(slot));
    }

    private CodeBlock name(OwnFunction own) {
        return CodeBlock.of("$N", names.of(own));
    }

    private CodeBlock name(Parameter parameter) {
        return CodeBlock.of("$N", names.of(parameter));
    }

    private CodeBlock name(Figure figure) {
        return CodeBlock.of("$N", names.of(figure));
    }

    private CodeBlock constant(Activation activation) {
        activations.add(activation.name());
        return CodeBlock.of("$T." + activation.name(), Runtime.ACTIVATION);
    }

    private CodeBlock constant(Loss loss) {
        losses.add(loss.name());
        return CodeBlock.of("$T." + loss.name(), Runtime.LOSS);
    }

    private static CodeBlock constant(Per per) {
        return CodeBlock.of("$T." + per.name(), Runtime.PER);
    }

    private static CodeBlock number(int number) {
        return CodeBlock.of("$L", number);
    }

    private static CodeBlock number(double number) {
        return CodeBlock.of("$L", number);
    }

    private static CodeBlock single(double number) {
        return CodeBlock.of("$Lf", (float) number);
    }
}
