package dev.lanewise.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.lanewise.function.Functions;
import dev.lanewise.processor.check.Spelling;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;
import dev.lanewise.processor.read.Operand.Single;
import dev.lanewise.processor.read.Operand.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** What a call in a method's body stands for: an operation, a sum, or the body of another function. */
final class CallReader {

    /** The functions of {@link Functions} that are an operation each. */
    private static final Map<String, Op> OPERATIONS_BY_NAME = Map.ofEntries(
            Map.entry("abs", Op.ABS),
            Map.entry("sign", Op.SIGN),
            Map.entry("sqrt", Op.SQRT),
            Map.entry("min", Op.MIN),
            Map.entry("max", Op.MAX),
            Map.entry("exp", Op.EXP),
            Map.entry("log", Op.LOG),
            Map.entry("log1p", Op.LOG1P),
            Map.entry("tanh", Op.TANH),
            Map.entry("sigmoid", Op.SIGMOID),
            Map.entry("softplus", Op.SOFTPLUS),
            Map.entry("erfc", Op.ERFC),
            Map.entry("sinTurns", Op.SIN_TURNS),
            Map.entry("cosTurns", Op.COS_TURNS));

    /** The methods of {@link Math} that mean the same. */
    private static final Map<String, Op> EXACT = Map.of("abs", Op.ABS, "min", Op.MIN, "max", Op.MAX, "signum", Op.SIGN);

    private static final Set<String> COMPOSED = Set.of("erf", "square", "sum", "mean");

    private final FunctionBody body;
    private final Names scope;

    /** Calls in a scope. */
    CallReader(FunctionBody body, Names scope) {
        this.body = body;
        this.scope = scope;
    }

    /**
     * What a call stands for.
     *
     * @param arguments what its arguments stand for
     * @param before how many faults there were before them
     */
    Operand read(MethodInvocationTree call, List<Operand> arguments, int before) {
        Optional<ExecutableElement> target = target(call.getMethodSelect(), arguments.size());
        if (target.isEmpty()) {
            return body.fault(Kind.CALL, call, call.getMethodSelect().toString(), suggestion(call.getMethodSelect()));
        }
        TypeElement owner = (TypeElement) target.get().getEnclosingElement();
        if (isOurs(target.get())) {
            return builtIn(call, target.get(), arguments);
        }
        if (owner.getQualifiedName().contentEquals("java.lang.Math")
                || owner.getQualifiedName().contentEquals("java.lang.StrictMath")) {
            if (!EXACT.containsKey(FunctionBody.name(target.get()))) {
                withdraw(Kind.DOUBLE, before);
            }
            return ofMath(call, FunctionBody.name(target.get()), arguments);
        }
        return own(call, target.get(), arguments);
    }

    /** What is written to please a method of doubles is no mistake beside that of calling it. */
    private void withdraw(Kind kind, int from) {
        if (from <= body.faults.size()) {
            body.faults.subList(from, body.faults.size()).removeIf(fault -> fault.kind() == kind);
        }
    }

    private List<ExecutableElement> candidates(ExpressionTree select) {
        return switch (select) {
            case IdentifierTree identifier -> scope.methods(identifier.getName().toString());
            case MemberSelectTree member ->
                scope.type(member.getExpression())
                        .map(type -> scope.methods(type, member.getIdentifier().toString()))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    private Optional<ExecutableElement> target(ExpressionTree select, int arguments) {
        return candidates(select).stream()
                .filter(candidate -> candidate.getParameters().size() == arguments)
                .min((one, other) -> Integer.compare(distance(one), distance(other)));
    }

    /** Of several overloads javac takes the one of floats. */
    private static int distance(ExecutableElement candidate) {
        boolean ours = isOurs(candidate);
        boolean floats = candidate.getParameters().stream()
                .allMatch(parameter -> parameter.asType().getKind() == TypeKind.FLOAT);
        return (floats ? 0 : 2) + (ours ? 0 : 1);
    }

    private String suggestion(ExpressionTree select) {
        List<ExecutableElement> candidates = candidates(select);
        if (!candidates.isEmpty() && candidates.stream().allMatch(CallReader::isOurs)) {
            int count = candidates.getFirst().getParameters().size();
            return "it takes " + (count == 1 ? "one value" : count + " values");
        }
        String name = select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : select.toString();
        Set<String> ours = new TreeSet<>(OPERATIONS_BY_NAME.keySet());
        ours.addAll(COMPOSED);
        if (ours.contains(name)) {
            return "import static dev.lanewise.function.Functions.*";
        }
        return Spelling.nearest(name, ours)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse(
                        "there are the methods of dev.lanewise.function.Functions, and those that are marked @Elementwise");
    }

    private Operand builtIn(MethodInvocationTree call, ExecutableElement target, List<Operand> arguments) {
        Optional<Expression[]> x = singles(call, arguments);
        if (x.isEmpty()) {
            return new Unknown();
        }
        Op op = OPERATIONS_BY_NAME.get(FunctionBody.name(target));
        return op != null
                ? new Single(body.pool.of(op, x.get()))
                : composed(call, FunctionBody.name(target), x.get()[0]);
    }

    private Operand composed(MethodInvocationTree call, String name, Expression a) {
        switch (name) {
            case "erf" -> {
                return new Single(body.pool.of(Op.SUBTRACT, body.pool.constant(1), body.pool.of(Op.ERFC, a)));
            }
            case "square" -> {
                return new Single(body.pool.of(Op.MULTIPLY, a, a));
            }
            default -> {
                if (!FunctionReader.isRowwise(body.method)) {
                    return body.fault(Kind.SUM, call, name, FunctionBody.name(body.method));
                }
                Expression sum = body.pool.of(Op.SUM, a);
                return new Single(name.equals("sum") ? sum : body.pool.of(Op.DIVIDE, sum, body.pool.count()));
            }
        }
    }

    private Operand ofMath(MethodInvocationTree call, String name, List<Operand> arguments) {
        if (EXACT.containsKey(name)) {
            Optional<Expression[]> x = singles(call, arguments);
            return x.isPresent() ? new Single(body.pool.of(EXACT.get(name), x.get())) : new Unknown();
        }
        String ours = OPERATIONS_BY_NAME.containsKey(name)
                ? "write Functions." + name + ", which is the same on every machine"
                : "there are the methods of dev.lanewise.function.Functions";
        return body.fault(Kind.CALL, call, call.getMethodSelect().toString(), ours);
    }

    /** The arguments as floats, if they are. */
    private Optional<Expression[]> singles(MethodInvocationTree call, List<Operand> arguments) {
        List<Expression> x = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (body.arithmetic.asSingle(arguments.get(i), call.getArguments().get(i)) instanceof Single single) {
                x.add(single.expression());
            }
        }
        return x.size() == arguments.size() ? Optional.of(x.toArray(Expression[]::new)) : Optional.empty();
    }

    /** A cycle is met from each of its functions: it is reported of the first one in the file. */
    private Operand recursion(MethodInvocationTree call, ExecutableElement target) {
        List<ExecutableElement> path = new ArrayList<>(body.calls);
        boolean isFirst =
                target.equals(body.method) && path.stream().allMatch(other -> position(body.method) <= position(other));
        boolean isReadNowhereElse =
                path.subList(path.indexOf(target), path.size()).stream().noneMatch(body.readable::contains);
        path.add(target);
        return isFirst || isReadNowhereElse
                ? body.fault(
                        Kind.RECURSION,
                        call,
                        FunctionBody.name(target),
                        path.stream().map(FunctionBody::name).collect(Collectors.joining(" → ")))
                : new Unknown();
    }

    private long position(ExecutableElement function) {
        return body.trees.getSourcePositions().getStartPosition(body.unit, body.trees.getTree(function));
    }

    private Operand own(MethodInvocationTree call, ExecutableElement target, List<Operand> arguments) {
        TypeElement around = (TypeElement) target.getEnclosingElement();
        String called = call.getMethodSelect().toString();
        if (FunctionReader.isMarked(target) && isStray(target)) {
            return new Unknown();
        }
        if (!outermost(around).equals(scope.outermost())) {
            return FunctionReader.isMarked(target)
                    ? body.fault(
                            Kind.ELSEWHERE,
                            call,
                            called,
                            FunctionBody.name(around),
                            FunctionBody.name(scope.outermost()))
                    : body.fault(Kind.CALL, call, called, suggestion(call.getMethodSelect()));
        }
        if (!FunctionReader.isMarked(target)) {
            return body.fault(Kind.CALL, call, called, "mark it @Elementwise");
        }
        if (body.calls.contains(target)) {
            return recursion(call, target);
        }
        if (FunctionReader.isRowwise(target) && !FunctionReader.isRowwise(body.method)) {
            return body.fault(Kind.SUM, call, called, FunctionBody.name(body.method));
        }
        List<Operand> singles = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            singles.add(body.arithmetic.asSingle(
                    arguments.get(i), call.getArguments().get(i)));
        }
        Optional<String> objection = FunctionReader.objection(target);
        if (objection.isPresent()) {
            body.faults.add(FunctionReader.signature(target, objection.get()));
            return new Unknown();
        }
        return new StatementReader(body, target).run(body.trees.getTree(target), singles);
    }

    private static boolean isOurs(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement())
                .getQualifiedName()
                .contentEquals(Functions.class.getCanonicalName());
    }

    /** Whether it is complained of where it is declared. */
    private boolean isStray(ExecutableElement target) {
        return body.trees.getPath(target) != null
                && !Strays.holdsModel(outermost((TypeElement) target.getEnclosingElement()));
    }

    private static TypeElement outermost(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        return outermost;
    }
}
