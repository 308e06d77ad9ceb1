package dev.lanewise.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.graph.FunctionDeclaration.Fault;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;
import dev.lanewise.processor.read.Operand.Single;
import dev.lanewise.processor.read.Operand.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/**
 * Follows the statements of a method as they would run, with what each local variable stands for: an {@code if} is a choice between the
 * results of its two ways to the method's end.
 */
final class StatementReader {

    private final FunctionBody body;
    private final ExecutableElement current;
    private final ExpressionReader expressions;
    private final Map<String, TypeKind> types = new HashMap<>();
    private final Set<String> constants = new HashSet<>();

    /** A method that is followed for a body's sake. */
    StatementReader(FunctionBody body, ExecutableElement current) {
        this.body = body;
        this.current = current;
        this.expressions = new ExpressionReader(body, body.scope(current));
    }

    /** What the method returns. */
    Operand run(MethodTree tree, List<Operand> arguments) {
        if (tree.getBody() == null) {
            return new Unknown();
        }
        Map<String, Operand> locals = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = tree.getParameters().get(i).getName().toString();
            types.put(name, TypeKind.FLOAT);
            locals.put(name, arguments.get(i));
        }
        body.calls.add(current);
        Operand result = run(List.copyOf(tree.getBody().getStatements()), locals);
        body.calls.remove(current);
        return result;
    }

    /** What the statements return, from the first one on. */
    private Operand run(List<StatementTree> lines, Map<String, Operand> locals) {
        if (!body.hasRoom() || lines.isEmpty()) {
            return new Unknown();
        }
        List<StatementTree> rest = lines.subList(1, lines.size());
        return switch (lines.getFirst()) {
            case ReturnTree line ->
                line.getExpression() == null ? new Unknown() : expressions.single(line.getExpression(), locals);
            case IfTree line -> branch(line, rest, locals);
            case BlockTree block -> run(before(block, rest), locals);
            case EmptyStatementTree unused -> run(rest, locals);
            case VariableTree variable -> {
                declare(variable, locals);
                yield run(rest, locals);
            }
            case ExpressionStatementTree line -> {
                execute(line.getExpression(), locals);
                yield run(rest, locals);
            }
            case ClassTree local -> {
                body.fault(
                        Kind.CONSTRUCT,
                        local,
                        Constructs.describe(local.getKind()),
                        Constructs.wayOut(local.getKind()));
                yield new Unknown();
            }
            default -> {
                StatementTree line = lines.getFirst();
                body.fault(
                        Kind.CONSTRUCT, line, Constructs.describe(line.getKind()), Constructs.wayOut(line.getKind()));
                yield run(rest, locals);
            }
        };
    }

    private static List<StatementTree> before(StatementTree first, List<StatementTree> rest) {
        List<StatementTree> lines = new ArrayList<>();
        if (first instanceof BlockTree block) {
            lines.addAll(block.getStatements());
        } else if (first != null) {
            lines.add(first);
        }
        lines.addAll(rest);
        return lines;
    }

    private Operand branch(IfTree line, List<StatementTree> rest, Map<String, Operand> locals) {
        Operand test = expressions.evaluate(line.getCondition(), locals);
        int before = body.faults.size();
        Operand yes = run(before(line.getThenStatement(), rest), new HashMap<>(locals));
        // What follows the branches is met in both: its body.faults are the same.
        Operand no = run(before(line.getElseStatement(), rest), new HashMap<>(locals));
        distinct(before);
        return body.arithmetic.choose(test, yes, no);
    }

    private void distinct(int from) {
        if (from <= body.faults.size()) {
            List<Fault> tail = body.faults.subList(from, body.faults.size());
            Set<Fault> once = new LinkedHashSet<>(tail);
            tail.clear();
            body.faults.addAll(once);
        }
    }

    private void declare(VariableTree variable, Map<String, Operand> locals) {
        String name = variable.getName().toString();
        body.isJava &= current.getParameters().stream()
                .noneMatch(parameter -> FunctionBody.name(parameter).equals(name));
        Optional<TypeKind> type = variable.getType() instanceof PrimitiveTypeTree primitive
                ? Optional.of(primitive.getPrimitiveTypeKind())
                : Optional.empty();
        Operand value = variable.getInitializer() == null
                ? new Unknown()
                : expressions.evaluate(variable.getInitializer(), locals);
        types.put(name, type.orElseGet(() -> Arithmetic.typeOf(value)));
        locals.put(name, body.arithmetic.assigned(types.get(name), value, variable, name));
        note(name, locals.get(name));
        constants.remove(name);
        if (variable.getModifiers().getFlags().contains(Modifier.FINAL) && variable.getInitializer() != null) {
            constants.add(name);
        }
    }

    private void note(String name, Operand value) {
        if (value instanceof Single single && !single.expression().operands().isEmpty()) {
            body.names.putIfAbsent(single.expression(), name);
        }
    }

    private void execute(ExpressionTree expression, Map<String, Operand> locals) {
        switch (expression) {
            case AssignmentTree assignment ->
                assign(
                        assignment.getVariable(),
                        expressions.evaluate(assignment.getExpression(), locals),
                        locals,
                        assignment);
            case CompoundAssignmentTree assignment -> {
                Optional<Op> op = Constructs.operation(assignment.getKind());
                if (op.isEmpty()) {
                    body.fault(
                            Kind.CONSTRUCT,
                            assignment,
                            Constructs.describe(assignment.getKind()),
                            Constructs.wayOut(assignment.getKind()));
                } else if (isLocal(assignment.getVariable(), locals)) {
                    Operand old = expressions.evaluate(assignment.getVariable(), locals);
                    Operand more = expressions.evaluate(assignment.getExpression(), locals);
                    Operand result = body.arithmetic.compute(
                            op.get(), old, more, assignment.getVariable(), assignment.getExpression());
                    assign(assignment.getVariable(), result, locals, assignment);
                } else {
                    assign(assignment.getVariable(), new Unknown(), locals, assignment);
                }
            }
            case MethodInvocationTree call ->
                body.fault(Kind.CONSTRUCT, call, "a call without use of its result", "remove it");
            default ->
                body.fault(
                        Kind.CONSTRUCT,
                        expression,
                        Constructs.describe(expression.getKind()),
                        Constructs.wayOut(expression.getKind()));
        }
    }

    private static boolean isLocal(ExpressionTree variable, Map<String, Operand> locals) {
        return variable instanceof IdentifierTree identifier
                && locals.containsKey(identifier.getName().toString());
    }

    private void assign(ExpressionTree variable, Operand value, Map<String, Operand> locals, Tree assignment) {
        if (isLocal(variable, locals)) {
            String name = variable.toString();
            body.isJava &= !constants.contains(name);
            locals.put(name, body.arithmetic.assigned(types.get(name), value, assignment, name));
            note(name, locals.get(name));
        } else {
            body.fault(Kind.ASSIGNMENT, assignment, variable.toString(), FunctionBody.name(current));
        }
    }
}
