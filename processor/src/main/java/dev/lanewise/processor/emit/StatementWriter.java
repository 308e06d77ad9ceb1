package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.processor.plan.DenseParameters;
import dev.lanewise.processor.plan.Slot;
import dev.lanewise.processor.plan.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/** Each statement of a plan as a call of the runtime. */
final class StatementWriter {

    private final Names names;
    private final SortedSet<String> activations = new TreeSet<>();
    private final SortedSet<String> losses = new TreeSet<>();

    StatementWriter(Names names) {
        this.names = names;
    }

    /** The call, without the semicolon. */
    CodeBlock write(Statement statement) {
        return switch (statement) {
            case Statement.Dense s ->
                call(
                        "$T.dense($L)",
                        Runtime.FORWARD,
                        name(s.x()),
                        weight(s.parameters()),
                        bias(s.parameters()),
                        constant(s.activation()),
                        name(s.y()));
            case Statement.Activate s ->
                call("$T.activation($L)", Runtime.FORWARD, name(s.x()), constant(s.activation()), name(s.y()));
            case Statement.Dropout s ->
                call("$T.dropout($L)", Runtime.FORWARD, number(s.number()), rate(s.rate()), name(s.x()), name(s.y()));
            case Statement.Copy s -> call("$T.copy($L)", Runtime.FORWARD, name(s.x()), name(s.y()));
            case Statement.LossValue s ->
                call(
                        "$T.loss($L)",
                        Runtime.FORWARD,
                        constant(s.loss()),
                        name(s.output()),
                        name(s.target()),
                        CodeBlock.of("$N", names.figure()));
            case Statement.LossGradient s ->
                call(
                        "$T.loss($L)",
                        Runtime.BACKWARD,
                        constant(s.loss()),
                        name(s.output()),
                        name(s.target()),
                        CodeBlock.of("$N", names.figure()),
                        name(s.dy()));
            case Statement.ActivationGradient s ->
                call("$T.activation($L)", Runtime.BACKWARD, constant(s.activation()), name(s.saved()), name(s.dy()));
            case Statement.DenseGradient s ->
                call("$T.dense($L)", Runtime.BACKWARD, name(s.dy()), weight(s.parameters()), name(s.dx()));
            case Statement.DropoutGradient s ->
                call("$T.dropout($L)", Runtime.BACKWARD, number(s.number()), rate(s.rate()), name(s.dy()));
            case Statement.AddGradient s -> call("$T.add($L)", Runtime.BACKWARD, name(s.dy()), name(s.dx()));
            case Statement.DenseUpdate s ->
                call(
                        "$T.dense($L)",
                        Runtime.UPDATE,
                        CodeBlock.of("rule"),
                        name(s.x()),
                        name(s.dy()),
                        weight(s.parameters()),
                        bias(s.parameters()));
        };
    }

    /** The activations that were written, for the imports. */
    SortedSet<String> activations() {
        return activations;
    }

    /** The losses that were written, for the imports. */
    SortedSet<String> losses() {
        return losses;
    }

    private static CodeBlock call(String format, Object type, CodeBlock... arguments) {
        CodeBlock.Builder list = CodeBlock.builder().add("worker");
        for (CodeBlock argument : arguments) {
            list.add(",$W").add(argument);
        }
        return CodeBlock.of(format, type, list.build());
    }

    private CodeBlock name(Slot slot) {
        return CodeBlock.of("$N", names.of(slot));
    }

    private CodeBlock weight(DenseParameters parameters) {
        return CodeBlock.of("$N", names.weight(parameters));
    }

    private CodeBlock bias(DenseParameters parameters) {
        return CodeBlock.of("$N", names.bias(parameters));
    }

    private CodeBlock constant(Activation activation) {
        activations.add(activation.name());
        return CodeBlock.of("$T." + activation.name(), Runtime.ACTIVATION);
    }

    private CodeBlock constant(Loss loss) {
        losses.add(loss.name());
        return CodeBlock.of("$T." + loss.name(), Runtime.LOSS);
    }

    private static CodeBlock number(int number) {
        return CodeBlock.of("$L", number);
    }

    private static CodeBlock rate(double rate) {
        return CodeBlock.of("$Lf", (float) rate);
    }
}
