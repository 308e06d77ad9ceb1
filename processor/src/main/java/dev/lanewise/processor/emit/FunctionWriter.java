package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.function.Schedule;
import dev.lanewise.processor.plan.OwnFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class of a user's function: the function and its derivative as they are read, and strip by strip. */
final class FunctionWriter {

    private static final Map<String, ClassName> TYPES = Map.of("Functions", Runtime.FUNCTIONS, "Strip", Runtime.STRIP);

    private static final Pattern CALL = Pattern.compile("\\b(Functions|Strip)\\.");

    private static final Set<String> NAMES = Set.of("i", "n", "scratch", "y", "slope", "da", "scale", "gradient");

    private final OwnFunction own;
    private final Function function;
    private final ClassName type;
    /** The user's names; with an underscore where a method over strips has one like it. */
    private final List<String> parameters;

    FunctionWriter(OwnFunction own, ClassName type) {
        this.own = own;
        this.function = own.function();
        this.type = type;
        this.parameters = namedBeside(NAMES);
    }

    private List<String> namedBeside(Set<String> others) {
        Set<String> taken = new HashSet<>(others);
        taken.addAll(ExpressionText.TYPES);
        List<String> names = new ArrayList<>();
        for (String parameter : function.parameters()) {
            String name = parameter;
            while (!taken.add(name)) {
                name += "_";
            }
            names.add(name);
        }
        return names;
    }

    TypeSpec type() {
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(type).addModifiers(Modifier.STATIC).superclass(superclass());
        builder.addJavadoc("The function $L, with its derivative, in plain loops.\n", function.name());
        if (!function.isRowwise()) {
            String call = function.name() + function.parameters().stream().collect(Collectors.joining(", ", "(", ")"));
            builder.addMethod(scalar("value", function.value(), call + "."));
            builder.addMethod(scalar(
                    "derivative",
                    function.derivative(),
                    "∂" + call + "/∂" + function.parameters().getFirst() + "."));
        }
        StripMethod.of(own, parameters).forEach(method -> builder.addMethod(strip(method)));
        return builder.build();
    }

    private ClassName superclass() {
        return switch (own.use()) {
            case ACTIVATION -> Runtime.OWN_ACTIVATION;
            case PENALTY -> Runtime.OWN_PENALTY;
            case LOSS -> Runtime.OWN_LOSS;
        };
    }

    // One value, to be read and debugged

    private MethodSpec scalar(String name, Expression result, String javadoc) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(float.class)
                .addJavadoc("$L\n", javadoc);
        List<String> names = namedBeside(Set.of());
        names.forEach(parameter -> method.addParameter(float.class, parameter));
        ExpressionText text = new ExpressionText(function, names);
        for (int i = 0; i < names.size(); i++) {
            text.refer(function.expressions().parameter(i), names.get(i));
        }
        List<Expression> nodes = Expression.below(List.of(result));
        for (Expression node : nodes) {
            if (ExpressionText.isShared(node, nodes)) {
                String computed = text.computed(node);
                String local = text.newName(node);
                method.addStatement(code("float " + local + " = " + computed));
                text.refer(node, local);
            }
        }
        return method.addStatement(code("return " + text.of(result))).build();
    }

    // A strip of values

    private MethodSpec strip(StripMethod strip) {
        Body body = new Body(strip);
        body.write();
        MethodSpec.Builder method = MethodSpec.methodBuilder(strip.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(strip.returned().isPresent() ? float.class : void.class)
                .addJavadoc("$L\n", strip.javadoc())
                .addParameter(int.class, "n");
        if (strip.isScaled()) {
            method.addParameter(float.class, "scale");
        }
        strip.arrays().forEach(array -> method.addParameter(float[].class, array));
        return method.addParameter(Runtime.SCRATCH, "scratch")
                .addCode(body.build())
                .build();
    }

    /** The body of a method over strips: what is in which array, and the steps. */
    private final class Body {

        private final StripMethod strip;
        private final Set<String> taken = new HashSet<>(NAMES);
        private final Map<Expression, String> arrays = new HashMap<>();
        private final List<String> declared = new ArrayList<>();
        private final CodeBlock.Builder steps = CodeBlock.builder();
        private final ExpressionText text;

        Body(StripMethod strip) {
            this.strip = strip;
            taken.addAll(parameters);
            text = new ExpressionText(function, taken);
            strip.given().forEach(this::array);
        }

        void array(Expression node, String name) {
            arrays.put(node, name);
            text.refer(node, name + "[i]");
        }

        /** Steps that leave each of the results in its array, and return what is returned. */
        void write() {
            for (Schedule.Step step : new Schedule(strip.wanted()).steps()) {
                switch (step) {
                    case Schedule.Kernel kernel -> kernel(kernel.result());
                    case Schedule.Reduction reduction -> reduction(reduction.result());
                    case Schedule.Scalar scalar -> scalar(scalar.result());
                    case Schedule.Loop loop -> loop(loop.items());
                }
            }
            strip.results().forEach((destination, result) -> {
                if (!destination.equals(arrays.get(result))) {
                    steps.beginControlFlow("for (int i = 0; i < n; i++)");
                    steps.addStatement(code(destination + "[i] = " + text.of(result)));
                    steps.endControlFlow();
                }
            });
            strip.returned().ifPresent(result -> steps.addStatement(code("return " + text.of(result))));
        }

        private String arrayFor(Expression node) {
            return strip.destination(node).orElseGet(() -> declare(text.newName(node)));
        }

        private String declare(String name) {
            declared.add(name);
            return name;
        }

        private void kernel(Expression e) {
            String to = arrayFor(e);
            steps.addStatement(
                    "$T.$L(n, $L, $L)", Runtime.STRIP, ExpressionText.nameOf(e.op()), arrays.get(e.operand(0)), to);
            array(e, to);
        }

        private void reduction(Expression e) {
            List<Expression> results = strip.wanted();
            boolean isReturned = results.contains(e)
                    && Expression.below(results).stream()
                            .noneMatch(node -> node.operands().contains(e));
            if (isReturned) {
                text.refer(e, "Strip.sum(n, " + arrays.get(e.operand(0)) + ")");
                return;
            }
            String name = text.newName(e);
            steps.addStatement("float $L = $T.sum(n, $L)", name, Runtime.STRIP, arrays.get(e.operand(0)));
            text.refer(e, name);
        }

        private void scalar(Expression e) {
            String computed = text.computed(e);
            String name = text.newName(e);
            steps.addStatement(code("float " + name + " = " + computed));
            text.refer(e, name);
        }

        private void loop(List<Schedule.Item> items) {
            Map<Expression, String> kept = new HashMap<>();
            steps.beginControlFlow("for (int i = 0; i < n; i++)");
            for (Schedule.Item item : items) {
                Expression e = item.result();
                String computed = text.computed(e);
                boolean isStored = item.isStored() || item.sum().isPresent();
                String to = isStored ? arrayFor(e) : "";
                if (isStored) {
                    kept.put(e, to);
                }
                if (item.isLocal()) {
                    String local = isStored ? text.free(to + "At") : text.newName(e);
                    steps.addStatement(code("float " + local + " = " + computed));
                    text.refer(e, local);
                    computed = local;
                }
                if (isStored) {
                    steps.addStatement(code(to + "[i] = " + computed));
                }
            }
            steps.endControlFlow();
            kept.forEach(this::array);
        }

        CodeBlock build() {
            CodeBlock.Builder body = CodeBlock.builder();
            for (int i = 0; i < declared.size(); i++) {
                body.addStatement("float[] $N = scratch.array($L, n)", declared.get(i), i);
            }
            return body.add(steps.build()).build();
        }
    }

    /** Text with places where a line may be broken, as JavaPoet writes it. The types of calls are imported. */
    static CodeBlock code(String text) {
        CodeBlock.Builder code = CodeBlock.builder();
        String[] words = text.split(String.valueOf(ExpressionText.BREAK), -1);
        for (int i = 0; i < words.length; i++) {
            code.add(i == 0 ? "" : "$W");
            Matcher call = CALL.matcher(words[i]);
            int end = 0;
            while (call.find()) {
                code.add("$L$T.", words[i].substring(end, call.start()), TYPES.get(call.group(1)));
                end = call.end();
            }
            code.add("$L", words[i].substring(end));
        }
        return code.build();
    }
}
