package dev.lanewise.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;
import dev.lanewise.processor.read.Operand.Single;
import dev.lanewise.processor.read.Operand.Truth;
import dev.lanewise.processor.read.Operand.Unknown;
import dev.lanewise.processor.read.Operand.Wide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** What an expression in a method's body stands for. */
final class ExpressionReader {

    private final FunctionBody body;
    private final Names scope;
    private final CallReader calls;

    /** Expressions in a scope. */
    ExpressionReader(FunctionBody body, Names scope) {
        this.body = body;
        this.scope = scope;
        this.calls = new CallReader(body, scope);
    }

    /** The value of an expression where a float is wanted. */
    Operand single(ExpressionTree tree, Map<String, Operand> locals) {
        return body.arithmetic.asSingle(evaluate(tree, locals), tree);
    }

    Operand evaluate(ExpressionTree tree, Map<String, Operand> locals) {
        if (!body.hasRoom()) {
            return new Unknown();
        }
        return switch (tree) {
            case ParenthesizedTree parentheses -> evaluate(parentheses.getExpression(), locals);
            case LiteralTree literal -> literal(literal);
            case IdentifierTree identifier -> identifier(identifier, locals);
            case MemberSelectTree select -> member(select);
            case UnaryTree unary -> unary(unary, locals);
            case BinaryTree binary -> binary(binary, locals);
            case ConditionalExpressionTree conditional -> {
                Operand test = evaluate(conditional.getCondition(), locals);
                Operand yes = evaluate(conditional.getTrueExpression(), locals);
                Operand no = evaluate(conditional.getFalseExpression(), locals);
                yield body.arithmetic.choose(
                        test,
                        Arithmetic.isNumber(yes)
                                ? body.arithmetic.promoted(yes, no, conditional.getTrueExpression())
                                : yes,
                        Arithmetic.isNumber(no)
                                ? body.arithmetic.promoted(no, yes, conditional.getFalseExpression())
                                : no);
            }
            case TypeCastTree cast -> cast(cast, locals);
            case MethodInvocationTree call -> call(call, locals);
            case InstanceOfTree test -> {
                if (test.getPattern() instanceof BindingPatternTree binding) {
                    locals.put(binding.getVariable().getName().toString(), new Unknown());
                }
                yield body.fault(
                        Kind.CONSTRUCT, test, Constructs.describe(test.getKind()), Constructs.wayOut(test.getKind()));
            }
            default ->
                body.fault(
                        Kind.CONSTRUCT, tree, Constructs.describe(tree.getKind()), Constructs.wayOut(tree.getKind()));
        };
    }

    private Operand literal(LiteralTree literal) {
        return literal.getValue() instanceof Boolean value
                ? new Truth(new Operand.Known(value))
                : body.arithmetic
                        .constant(literal.getValue())
                        .orElseGet(() -> body.fault(
                                Kind.CONSTRUCT,
                                literal,
                                Constructs.describe(literal.getKind()),
                                Constructs.wayOut(literal.getKind())));
    }

    private Operand identifier(IdentifierTree identifier, Map<String, Operand> locals) {
        String name = identifier.getName().toString();
        if (locals.containsKey(name)) {
            return locals.get(name);
        }
        return scope.field(name)
                .map(field -> constant(field, identifier))
                .orElseGet(() -> body.fault(Kind.NAME, identifier, name, "there are " + known(locals)));
    }

    private static String known(Map<String, Operand> locals) {
        return locals.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private Operand member(MemberSelectTree select) {
        String name = select.getIdentifier().toString();
        return scope.type(select.getExpression())
                .flatMap(type -> scope.field(type, name))
                .map(field -> constant(field, select))
                .orElseGet(() -> body.fault(
                        Kind.NAME, select, select.toString(), "name a constant by its type, such as Sample." + name));
    }

    private Operand constant(VariableElement field, Tree tree) {
        return body.arithmetic
                .constant(field.getConstantValue())
                .orElseGet(() -> field.asType().getKind() == TypeKind.ERROR
                        ? new Unknown()
                        : body.fault(
                                Kind.NAME,
                                tree,
                                tree.toString(),
                                "declare it as static final float with a constant value, or pass it as a parameter"));
    }

    private Operand unary(UnaryTree unary, Map<String, Operand> locals) {
        switch (unary.getKind()) {
            case UNARY_MINUS, UNARY_PLUS, LOGICAL_COMPLEMENT -> {}
            default -> {
                return body.fault(
                        Kind.CONSTRUCT,
                        unary,
                        Constructs.describe(unary.getKind()),
                        Constructs.wayOut(unary.getKind()));
            }
        }
        Operand operand = evaluate(unary.getExpression(), locals);
        return switch (unary.getKind()) {
            case UNARY_MINUS -> body.arithmetic.negative(operand, unary);
            case UNARY_PLUS -> operand;
            default -> Arithmetic.negated(operand);
        };
    }

    private Operand binary(BinaryTree binary, Map<String, Operand> locals) {
        Operand a = evaluate(binary.getLeftOperand(), locals);
        Operand b = evaluate(binary.getRightOperand(), locals);
        return switch (binary.getKind()) {
            case CONDITIONAL_AND -> Arithmetic.combine(a, b, Operand.Both::new);
            case CONDITIONAL_OR -> Arithmetic.combine(a, b, Operand.Either::new);
            case LESS_THAN ->
                body.arithmetic.compare(Op.IF_LESS, a, b, binary.getLeftOperand(), binary.getRightOperand());
            case LESS_THAN_EQUAL ->
                body.arithmetic.compare(Op.IF_AT_MOST, a, b, binary.getLeftOperand(), binary.getRightOperand());
            case GREATER_THAN ->
                body.arithmetic.compare(Op.IF_LESS, b, a, binary.getRightOperand(), binary.getLeftOperand());
            case GREATER_THAN_EQUAL ->
                body.arithmetic.compare(Op.IF_AT_MOST, b, a, binary.getRightOperand(), binary.getLeftOperand());
            case EQUAL_TO ->
                body.arithmetic.compare(Op.IF_EQUAL, a, b, binary.getLeftOperand(), binary.getRightOperand());
            case NOT_EQUAL_TO ->
                Arithmetic.negated(
                        body.arithmetic.compare(Op.IF_EQUAL, a, b, binary.getLeftOperand(), binary.getRightOperand()));
            default ->
                Constructs.operation(binary.getKind())
                        .map(op -> body.arithmetic.compute(op, a, b, binary.getLeftOperand(), binary.getRightOperand()))
                        .orElseGet(() -> body.fault(
                                Kind.CONSTRUCT,
                                binary,
                                Constructs.describe(binary.getKind()),
                                Constructs.wayOut(binary.getKind())));
        };
    }

    private Operand cast(TypeCastTree cast, Map<String, Operand> locals) {
        Operand value = evaluate(cast.getExpression(), locals);
        TypeKind to = cast.getType() instanceof PrimitiveTypeTree type ? type.getPrimitiveTypeKind() : TypeKind.NONE;
        if (to == TypeKind.FLOAT) {
            return switch (value) {
                case Wide wide -> new Single(body.pool.constant((float) wide.value()));
                default -> body.arithmetic.asSingle(value, cast);
            };
        }
        if (to == TypeKind.DOUBLE && Arithmetic.isConstant(value)) {
            return new Wide(Arithmetic.number(value));
        }
        if (value instanceof Unknown) {
            return value;
        }
        return to == TypeKind.DOUBLE
                ? body.fault(Kind.DOUBLE, cast, cast.toString(), "compute with floats")
                : body.fault(Kind.CONSTRUCT, cast, "a cast to " + cast.getType(), "functions compute in float alone");
    }

    private Operand call(MethodInvocationTree call, Map<String, Operand> locals) {
        int before = body.faults.size();
        List<Operand> arguments = new ArrayList<>();
        for (ExpressionTree argument : call.getArguments()) {
            arguments.add(evaluate(argument, locals));
        }
        return calls.read(call, arguments, before);
    }
}
