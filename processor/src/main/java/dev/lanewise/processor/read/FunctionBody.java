package dev.lanewise.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import dev.lanewise.function.Functions;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Expressions;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.graph.FunctionDeclaration.Fault;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;
import dev.lanewise.processor.graph.Position;
import dev.lanewise.processor.read.Operand.Condition;
import dev.lanewise.processor.read.Operand.Single;
import dev.lanewise.processor.read.Operand.Truth;
import dev.lanewise.processor.read.Operand.Unknown;
import dev.lanewise.processor.read.Operand.Whole;
import dev.lanewise.processor.read.Operand.Wide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * From the body of a method to what it computes. Statements are followed as they would run, with what each local variable stands
 * for: an {@code if} is a choice between the results of its two ways to the method's end, a call is the body of what is called.
 */
final class FunctionBody {

    /** More would not fit into the methods that are generated, whose derivative has several times as many. */
    static final int OPERATIONS = 400;

    private static final int STATEMENTS = 10_000;

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

    private final ProcessingEnvironment environment;
    private final ExecutableElement method;
    private final List<Fault> faults;
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final Expressions pool = new Expressions();
    private final Map<Expression, String> names = new HashMap<>();
    private final Set<ExecutableElement> calls = new LinkedHashSet<>();
    private int statements;
    private boolean tooLarge;

    /**
     * A body.
     *
     * @throws IllegalArgumentException if the compiler shows no trees
     */
    FunctionBody(ProcessingEnvironment environment, ExecutableElement method, List<Fault> faults) {
        this.environment = environment;
        this.method = method;
        this.faults = faults;
        this.trees = Wrapped.trees(environment);
        this.unit = trees.getPath(method).getCompilationUnit();
    }

    /** What the method computes; empty where there are faults, or javac will find some. */
    Optional<Function> read() {
        List<Operand> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            parameters.add(new Single(pool.parameter(i)));
        }
        MethodTree tree = trees.getTree(method);
        Operand result = new Frame(method).run(tree, parameters);
        if (!(result instanceof Single single) || !faults.isEmpty()) {
            return Optional.empty();
        }
        Function function = new Function(
                name(method),
                FunctionReader.isRowwise(method),
                method.getParameters().stream()
                        .map(parameter -> parameter.getSimpleName().toString())
                        .toList(),
                pool,
                single.expression(),
                Map.copyOf(names));
        if (function.isRowwise() && single.expression().isPerElement()) {
            fault(Kind.ROW, SourcePosition.of(method), name(method));
            return Optional.empty();
        }
        return Optional.of(function);
    }

    private Position at(Tree tree) {
        return new TreePosition(tree, unit, trees);
    }

    private void fault(Kind kind, Position at, String... words) {
        faults.add(new Fault(kind, at, List.of(words)));
    }

    private Operand fault(Kind kind, Tree tree, String... words) {
        fault(kind, at(tree), words);
        return new Unknown();
    }

    private static String name(Element element) {
        return element.getSimpleName().toString();
    }

    /** Whether there is still room; of a function that is too large, that is all that is said. */
    private boolean hasRoom() {
        if (!tooLarge && (pool.size() > OPERATIONS || ++statements > STATEMENTS)) {
            tooLarge = true;
            faults.clear();
            fault(Kind.LARGE, SourcePosition.of(method), name(method), String.valueOf(OPERATIONS));
        }
        return !tooLarge;
    }

    /** A method that is being followed. */
    private final class Frame {

        private final ExecutableElement current;
        private final Names scope;

        Frame(ExecutableElement current) {
            this.current = current;
            this.scope = new Names(environment.getElementUtils(), unit, current);
        }

        Operand run(MethodTree tree, List<Operand> arguments) {
            if (tree.getBody() == null) {
                return new Unknown();
            }
            Map<String, Operand> locals = new HashMap<>();
            for (int i = 0; i < arguments.size(); i++) {
                locals.put(tree.getParameters().get(i).getName().toString(), arguments.get(i));
            }
            calls.add(current);
            Operand result = run(List.copyOf(tree.getBody().getStatements()), locals);
            calls.remove(current);
            return result;
        }

        // Statements

        /** What the statements return, from the first one on. */
        private Operand run(List<StatementTree> lines, Map<String, Operand> locals) {
            if (!hasRoom() || lines.isEmpty()) {
                return new Unknown();
            }
            List<StatementTree> rest = lines.subList(1, lines.size());
            return switch (lines.getFirst()) {
                case ReturnTree line ->
                    line.getExpression() == null ? new Unknown() : single(line.getExpression(), locals);
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
                default -> {
                    StatementTree line = lines.getFirst();
                    fault(Kind.CONSTRUCT, line, describe(line.getKind()), wayOut(line.getKind()));
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
            Operand test = evaluate(line.getCondition(), locals);
            int before = faults.size();
            Operand yes = run(before(line.getThenStatement(), rest), new HashMap<>(locals));
            // What follows the branches is met in both: its faults are the same.
            Operand no = run(before(line.getElseStatement(), rest), new HashMap<>(locals));
            distinct(before);
            return choose(test, yes, no);
        }

        private void distinct(int from) {
            if (from <= faults.size()) {
                List<Fault> tail = faults.subList(from, faults.size());
                Set<Fault> once = new LinkedHashSet<>(tail);
                tail.clear();
                faults.addAll(once);
            }
        }

        private void declare(VariableTree variable, Map<String, Operand> locals) {
            String name = variable.getName().toString();
            if (variable.getInitializer() == null) {
                locals.put(name, new Unknown());
                return;
            }
            Operand value = evaluate(variable.getInitializer(), locals);
            TypeKind type = variable.getType() instanceof PrimitiveTypeTree primitive
                    ? primitive.getPrimitiveTypeKind()
                    : TypeKind.NONE;
            locals.put(
                    name,
                    switch (type) {
                        case FLOAT -> asSingle(value, variable.getInitializer());
                        case DOUBLE -> asWide(value, variable, name);
                        default -> value;
                    });
            note(name, locals.get(name));
        }

        /** A constant may be a double. */
        private Operand asWide(Operand value, Tree tree, String name) {
            return switch (value) {
                case Wide wide -> wide;
                case Whole whole -> new Wide(whole.value());
                case Single unused ->
                    isConstant(value) ? new Wide(number(value)) : fault(Kind.DOUBLE, tree, name, "declare it as float");
                case Truth unused -> new Unknown();
                case Unknown unused -> value;
            };
        }

        private void note(String name, Operand value) {
            if (value instanceof Single single
                    && !single.expression().operands().isEmpty()) {
                names.putIfAbsent(single.expression(), name);
            }
        }

        private void execute(ExpressionTree expression, Map<String, Operand> locals) {
            switch (expression) {
                case AssignmentTree assignment ->
                    assign(assignment.getVariable(), evaluate(assignment.getExpression(), locals), locals, assignment);
                case CompoundAssignmentTree assignment -> {
                    Optional<Op> op = operation(assignment.getKind());
                    if (op.isEmpty()) {
                        fault(Kind.CONSTRUCT, assignment, describe(assignment.getKind()), wayOut(assignment.getKind()));
                    } else if (isLocal(assignment.getVariable(), locals)) {
                        Operand old = evaluate(assignment.getVariable(), locals);
                        Operand more = evaluate(assignment.getExpression(), locals);
                        Operand result =
                                compute(op.get(), old, more, assignment.getVariable(), assignment.getExpression());
                        assign(assignment.getVariable(), result, locals, assignment);
                    } else {
                        assign(assignment.getVariable(), new Unknown(), locals, assignment);
                    }
                }
                case MethodInvocationTree call ->
                    fault(Kind.CONSTRUCT, call, "a call without use of its result", "remove it");
                default ->
                    fault(Kind.CONSTRUCT, expression, describe(expression.getKind()), wayOut(expression.getKind()));
            }
        }

        private static boolean isLocal(ExpressionTree variable, Map<String, Operand> locals) {
            return variable instanceof IdentifierTree identifier
                    && locals.containsKey(identifier.getName().toString());
        }

        private void assign(ExpressionTree variable, Operand value, Map<String, Operand> locals, Tree assignment) {
            if (isLocal(variable, locals)) {
                locals.put(variable.toString(), value instanceof Wide ? asSingle(value, assignment) : value);
                note(variable.toString(), value);
            } else {
                fault(Kind.ASSIGNMENT, assignment, variable.toString(), name(current));
            }
        }

        // Expressions

        /** The value of an expression where a float is wanted. */
        private Operand single(ExpressionTree tree, Map<String, Operand> locals) {
            return asSingle(evaluate(tree, locals), tree);
        }

        private Operand asSingle(Operand value, Tree tree) {
            return switch (value) {
                case Single single -> single;
                case Whole whole -> new Single(pool.constant(whole.value()));
                case Wide wide -> wide(wide, tree);
                case Truth unused -> new Unknown();
                case Unknown unused -> value;
            };
        }

        /** A double where a float is wanted. */
        private Operand wide(Wide wide, Tree tree) {
            Tree inner = tree;
            while (inner instanceof ParenthesizedTree parentheses) {
                inner = parentheses.getExpression();
            }
            String wayOut = inner instanceof LiteralTree
                    ? "write " + literal(wide.value())
                    : "write it with floats, or (float) (" + inner + ")";
            return fault(Kind.DOUBLE, tree, tree.toString(), wayOut);
        }

        private static String literal(double value) {
            String text = Double.toString(value);
            return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "f";
        }

        private Operand evaluate(ExpressionTree tree, Map<String, Operand> locals) {
            if (!hasRoom()) {
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
                    yield choose(
                            test,
                            isNumber(yes) ? promoted(yes, no, conditional.getTrueExpression()) : yes,
                            isNumber(no) ? promoted(no, yes, conditional.getFalseExpression()) : no);
                }
                case TypeCastTree cast -> cast(cast, locals);
                case MethodInvocationTree call -> call(call, locals);
                default -> fault(Kind.CONSTRUCT, tree, describe(tree.getKind()), wayOut(tree.getKind()));
            };
        }

        private static boolean isNumber(Operand operand) {
            return operand instanceof Whole || operand instanceof Wide;
        }

        /** A constant as one of two branches: a float, unless both are of a kind that can only be constant. */
        private Operand promoted(Operand operand, Operand other, Tree tree) {
            return isNumber(other) && operand.getClass() == other.getClass() ? operand : asSingle(operand, tree);
        }

        private Operand literal(LiteralTree literal) {
            return literal.getValue() instanceof Boolean value
                    ? new Truth(new Operand.Known(value))
                    : number(literal.getValue())
                            .orElseGet(() -> fault(
                                    Kind.CONSTRUCT, literal, describe(literal.getKind()), wayOut(literal.getKind())));
        }

        private Operand identifier(IdentifierTree identifier, Map<String, Operand> locals) {
            String name = identifier.getName().toString();
            if (locals.containsKey(name)) {
                return locals.get(name);
            }
            return scope.field(name)
                    .map(field -> constant(field, identifier))
                    .orElseGet(() -> fault(Kind.NAME, identifier, name, "there are " + known(locals)));
        }

        private static String known(Map<String, Operand> locals) {
            return locals.keySet().stream().sorted().collect(Collectors.joining(", "));
        }

        private Operand member(MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            return scope.type(select.getExpression())
                    .flatMap(type -> scope.field(type, name))
                    .map(field -> constant(field, select))
                    .orElseGet(() -> fault(
                            Kind.NAME,
                            select,
                            select.toString(),
                            "name a constant by its type, such as Sample." + name));
        }

        private Operand constant(VariableElement field, Tree tree) {
            return number(field.getConstantValue())
                    .orElseGet(
                            () -> field.asType().getKind() == TypeKind.ERROR
                                    ? new Unknown()
                                    : fault(
                                            Kind.NAME,
                                            tree,
                                            tree.toString(),
                                            "declare it as static final float with a constant value, or pass it as a parameter"));
        }

        private Optional<Operand> number(Object value) {
            return value instanceof Float number
                    ? Optional.of(new Single(pool.constant(number)))
                    : value instanceof Double number
                            ? Optional.of(new Wide(number))
                            : value instanceof Integer || value instanceof Short || value instanceof Byte
                                    ? Optional.of(new Whole(((Number) value).intValue()))
                                    : Optional.empty();
        }

        private Operand unary(UnaryTree unary, Map<String, Operand> locals) {
            switch (unary.getKind()) {
                case UNARY_MINUS, UNARY_PLUS, LOGICAL_COMPLEMENT -> {}
                default -> {
                    return fault(Kind.CONSTRUCT, unary, describe(unary.getKind()), wayOut(unary.getKind()));
                }
            }
            Operand operand = evaluate(unary.getExpression(), locals);
            boolean minus = unary.getKind() == Tree.Kind.UNARY_MINUS;
            return switch (operand) {
                case Single single -> minus ? new Single(pool.of(Op.NEGATE, single.expression())) : operand;
                case Whole whole -> minus ? new Whole(-whole.value()) : operand;
                case Wide wide -> minus ? new Wide(-wide.value()) : operand;
                case Truth truth -> new Truth(new Operand.Not(truth.condition()));
                case Unknown unused -> operand;
            };
        }

        private Operand binary(BinaryTree binary, Map<String, Operand> locals) {
            Operand a = evaluate(binary.getLeftOperand(), locals);
            Operand b = evaluate(binary.getRightOperand(), locals);
            return switch (binary.getKind()) {
                case CONDITIONAL_AND -> combine(a, b, Operand.Both::new);
                case CONDITIONAL_OR -> combine(a, b, Operand.Either::new);
                case LESS_THAN -> compare(Op.IF_LESS, a, b, binary.getLeftOperand(), binary.getRightOperand());
                case LESS_THAN_EQUAL -> compare(Op.IF_AT_MOST, a, b, binary.getLeftOperand(), binary.getRightOperand());
                case GREATER_THAN -> compare(Op.IF_LESS, b, a, binary.getRightOperand(), binary.getLeftOperand());
                case GREATER_THAN_EQUAL ->
                    compare(Op.IF_AT_MOST, b, a, binary.getRightOperand(), binary.getLeftOperand());
                case EQUAL_TO -> compare(Op.IF_EQUAL, a, b, binary.getLeftOperand(), binary.getRightOperand());
                case NOT_EQUAL_TO ->
                    negated(compare(Op.IF_EQUAL, a, b, binary.getLeftOperand(), binary.getRightOperand()));
                default ->
                    operation(binary.getKind())
                            .map(op -> compute(op, a, b, binary.getLeftOperand(), binary.getRightOperand()))
                            .orElseGet(() -> fault(
                                    Kind.CONSTRUCT, binary, describe(binary.getKind()), wayOut(binary.getKind())));
            };
        }

        private interface Combination {
            Condition of(Condition a, Condition b);
        }

        private static Operand combine(Operand a, Operand b, Combination combination) {
            return a instanceof Truth first && b instanceof Truth second
                    ? new Truth(combination.of(first.condition(), second.condition()))
                    : new Unknown();
        }

        private static Operand negated(Operand operand) {
            return operand instanceof Truth truth ? new Truth(new Operand.Not(truth.condition())) : operand;
        }

        private Operand compare(Op op, Operand a, Operand b, Tree first, Tree second) {
            if (a instanceof Truth || b instanceof Truth) {
                return a instanceof Truth
                        ? fault(Kind.CONSTRUCT, first, "a comparison of conditions", "use && and ||")
                        : a;
            }
            if (a instanceof Whole m && b instanceof Whole n) {
                return new Truth(new Operand.Known(
                        switch (op) {
                            case IF_LESS -> m.value() < n.value();
                            case IF_AT_MOST -> m.value() <= n.value();
                            default -> m.value() == n.value();
                        }));
            }
            return asSingle(a, first) instanceof Single x && asSingle(b, second) instanceof Single y
                    ? new Truth(new Operand.Test(op, x.expression(), y.expression()))
                    : new Unknown();
        }

        private Operand compute(Op op, Operand a, Operand b, Tree first, Tree second) {
            if (a instanceof Truth || b instanceof Truth || a instanceof Unknown || b instanceof Unknown) {
                return new Unknown();
            }
            if (a instanceof Whole m && b instanceof Whole n) {
                return whole(op, m.value(), n.value(), second);
            }
            if ((a instanceof Wide || b instanceof Wide) && isConstant(a) && isConstant(b)) {
                return new Wide(wide(op, number(a), number(b)));
            }
            return asSingle(a, first) instanceof Single x && asSingle(b, second) instanceof Single y
                    ? new Single(pool.of(op, x.expression(), y.expression()))
                    : new Unknown();
        }

        private static boolean isConstant(Operand operand) {
            return isNumber(operand)
                    || (operand instanceof Single single && single.expression().op() == Op.CONSTANT);
        }

        private static double number(Operand constant) {
            return switch (constant) {
                case Whole whole -> whole.value();
                case Wide wide -> wide.value();
                case Single single -> single.expression().value();
                case Truth unused -> Double.NaN;
                case Unknown unused -> Double.NaN;
            };
        }

        private Operand whole(Op op, int m, int n, Tree divisor) {
            return switch (op) {
                case ADD -> new Whole(m + n);
                case SUBTRACT -> new Whole(m - n);
                case MULTIPLY -> new Whole(m * n);
                default ->
                    n == 0
                            ? fault(Kind.CONSTRUCT, divisor, "a division of whole numbers by zero", "write 0f")
                            : new Whole(m / n);
            };
        }

        private static double wide(Op op, double a, double b) {
            return switch (op) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                default -> a / b;
            };
        }

        private Operand cast(TypeCastTree cast, Map<String, Operand> locals) {
            Operand value = evaluate(cast.getExpression(), locals);
            TypeKind to =
                    cast.getType() instanceof PrimitiveTypeTree type ? type.getPrimitiveTypeKind() : TypeKind.NONE;
            if (to == TypeKind.FLOAT) {
                return switch (value) {
                    case Wide wide -> new Single(pool.constant((float) wide.value()));
                    default -> asSingle(value, cast);
                };
            }
            if (to == TypeKind.DOUBLE && isConstant(value)) {
                return new Wide(number(value));
            }
            if (value instanceof Unknown) {
                return value;
            }
            return to == TypeKind.DOUBLE
                    ? fault(Kind.DOUBLE, cast, cast.toString(), "compute with floats")
                    : fault(Kind.CONSTRUCT, cast, "a cast to " + cast.getType(), "functions compute in float alone");
        }

        private Operand choose(Operand test, Operand yes, Operand no) {
            if (!(test instanceof Truth truth)) {
                return new Unknown();
            }
            if (yes instanceof Truth p && no instanceof Truth q) {
                return new Truth(new Operand.Either(
                        new Operand.Both(truth.condition(), p.condition()),
                        new Operand.Both(new Operand.Not(truth.condition()), q.condition())));
            }
            if (truth.condition() instanceof Operand.Known known) {
                return known.value() ? yes : no;
            }
            if (yes.equals(no)) {
                return yes;
            }
            return yes instanceof Single p && no instanceof Single q
                    ? new Single(truth.condition().choose(pool, p.expression(), q.expression()))
                    : yes instanceof Whole m && no instanceof Whole n
                            ? new Single(
                                    truth.condition().choose(pool, pool.constant(m.value()), pool.constant(n.value())))
                            : new Unknown();
        }

        // Calls

        private Operand call(MethodInvocationTree call, Map<String, Operand> locals) {
            List<Operand> arguments = new ArrayList<>();
            for (ExpressionTree argument : call.getArguments()) {
                arguments.add(evaluate(argument, locals));
            }
            Optional<ExecutableElement> target = target(call.getMethodSelect(), arguments.size());
            if (target.isEmpty()) {
                return fault(Kind.CALL, call, call.getMethodSelect().toString(), suggestion(call.getMethodSelect()));
            }
            TypeElement owner = (TypeElement) target.get().getEnclosingElement();
            if (owner.getQualifiedName().contentEquals(Functions.class.getCanonicalName())) {
                return builtIn(call, target.get(), arguments);
            }
            if (owner.getQualifiedName().contentEquals("java.lang.Math")
                    || owner.getQualifiedName().contentEquals("java.lang.StrictMath")) {
                return ofMath(call, name(target.get()), arguments);
            }
            return own(call, target.get(), arguments);
        }

        private Optional<ExecutableElement> target(ExpressionTree select, int arguments) {
            List<ExecutableElement> methods = switch (select) {
                case IdentifierTree identifier ->
                    scope.methods(identifier.getName().toString());
                case MemberSelectTree member ->
                    scope.type(member.getExpression())
                            .map(type ->
                                    scope.methods(type, member.getIdentifier().toString()))
                            .orElse(List.of());
                default -> List.of();
            };
            return methods.stream()
                    .filter(candidate -> candidate.getParameters().size() == arguments)
                    .min((one, other) -> Integer.compare(distance(one), distance(other)));
        }

        /** Of several overloads javac takes the one of floats. */
        private static int distance(ExecutableElement candidate) {
            boolean ours = ((TypeElement) candidate.getEnclosingElement())
                    .getQualifiedName()
                    .contentEquals(Functions.class.getCanonicalName());
            boolean floats = candidate.getParameters().stream()
                    .allMatch(parameter -> parameter.asType().getKind() == TypeKind.FLOAT);
            return (floats ? 0 : 2) + (ours ? 0 : 1);
        }

        private String suggestion(ExpressionTree select) {
            String name = select instanceof MemberSelectTree member
                    ? member.getIdentifier().toString()
                    : select.toString();
            return environment.getElementUtils().getTypeElement(Functions.class.getCanonicalName()) != null
                            && (OPERATIONS_BY_NAME.containsKey(name) || COMPOSED.contains(name))
                    ? "import static dev.lanewise.function.Functions.*"
                    : "there are the methods of dev.lanewise.function.Functions, and those that are marked @Elementwise";
        }

        private Operand builtIn(MethodInvocationTree call, ExecutableElement target, List<Operand> arguments) {
            List<Expression> x = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                if (asSingle(arguments.get(i), call.getArguments().get(i)) instanceof Single single) {
                    x.add(single.expression());
                }
            }
            if (x.size() < arguments.size()) {
                return new Unknown();
            }
            Op op = OPERATIONS_BY_NAME.get(name(target));
            return op != null ? new Single(pool.of(op, x.toArray(Expression[]::new))) : composed(call, name(target), x);
        }

        private Operand composed(MethodInvocationTree call, String name, List<Expression> x) {
            Expression a = x.getFirst();
            switch (name) {
                case "erf" -> {
                    return new Single(pool.of(Op.SUBTRACT, pool.constant(1), pool.of(Op.ERFC, a)));
                }
                case "square" -> {
                    return new Single(pool.of(Op.MULTIPLY, a, a));
                }
                default -> {
                    if (!FunctionReader.isRowwise(method)) {
                        return fault(Kind.SUM, call, name, name(method));
                    }
                    Expression sum = pool.of(Op.SUM, a);
                    return new Single(name.equals("sum") ? sum : pool.of(Op.DIVIDE, sum, pool.count()));
                }
            }
        }

        private Operand ofMath(MethodInvocationTree call, String name, List<Operand> arguments) {
            boolean floats = arguments.stream().noneMatch(Wide.class::isInstance);
            if (EXACT.containsKey(name) && floats) {
                List<Expression> x = new ArrayList<>();
                for (int i = 0; i < arguments.size(); i++) {
                    if (asSingle(arguments.get(i), call.getArguments().get(i)) instanceof Single single) {
                        x.add(single.expression());
                    }
                }
                return x.size() == arguments.size()
                        ? new Single(pool.of(EXACT.get(name), x.toArray(Expression[]::new)))
                        : new Unknown();
            }
            String ours = OPERATIONS_BY_NAME.containsKey(name)
                    ? "write Functions." + name + ", which is the same on every machine"
                    : "there are the methods of dev.lanewise.function.Functions";
            return fault(Kind.CALL, call, call.getMethodSelect().toString(), ours);
        }

        /** A cycle is met from each of its functions: it is reported of the first one in the file. */
        private Operand recursion(MethodInvocationTree call, ExecutableElement target) {
            List<ExecutableElement> path = new ArrayList<>(calls);
            boolean isFirst =
                    target.equals(method) && path.stream().allMatch(other -> position(method) <= position(other));
            path.add(target);
            return isFirst
                    ? fault(
                            Kind.RECURSION,
                            call,
                            name(target),
                            path.stream().map(FunctionBody::name).collect(Collectors.joining(" → ")))
                    : new Unknown();
        }

        private long position(ExecutableElement function) {
            return trees.getSourcePositions().getStartPosition(unit, trees.getTree(function));
        }

        private Operand own(MethodInvocationTree call, ExecutableElement target, List<Operand> arguments) {
            TypeElement around = (TypeElement) target.getEnclosingElement();
            String called = call.getMethodSelect().toString();
            if (FunctionReader.isMarked(target) && isStray(target)) {
                return new Unknown();
            }
            if (!outermost(around).equals(scope.outermost())) {
                return FunctionReader.isMarked(target)
                        ? fault(Kind.ELSEWHERE, call, called, name(around), name(scope.outermost()))
                        : fault(Kind.CALL, call, called, suggestion(call.getMethodSelect()));
            }
            if (!FunctionReader.isMarked(target)) {
                return fault(Kind.CALL, call, called, "mark it @Elementwise");
            }
            if (calls.contains(target)) {
                return recursion(call, target);
            }
            if (FunctionReader.isRowwise(target) && !FunctionReader.isRowwise(method)) {
                return fault(Kind.SUM, call, called, name(method));
            }
            List<Operand> singles = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                singles.add(asSingle(arguments.get(i), call.getArguments().get(i)));
            }
            if (FunctionReader.objection(target).isPresent()) {
                return new Unknown();
            }
            return new Frame(target).run(trees.getTree(target), singles);
        }
    }

    private static final Set<String> COMPOSED = Set.of("erf", "square", "sum", "mean");

    /** Whether it is complained of where it is declared. */
    private boolean isStray(ExecutableElement target) {
        return trees.getPath(target) != null
                && !Strays.holdsModel(outermost((TypeElement) target.getEnclosingElement()));
    }

    private static TypeElement outermost(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        return outermost;
    }

    private static Optional<Op> operation(Tree.Kind kind) {
        return switch (kind) {
            case PLUS, PLUS_ASSIGNMENT -> Optional.of(Op.ADD);
            case MINUS, MINUS_ASSIGNMENT -> Optional.of(Op.SUBTRACT);
            case MULTIPLY, MULTIPLY_ASSIGNMENT -> Optional.of(Op.MULTIPLY);
            case DIVIDE, DIVIDE_ASSIGNMENT -> Optional.of(Op.DIVIDE);
            default -> Optional.empty();
        };
    }

    private static String describe(Tree.Kind kind) {
        return switch (kind) {
            case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> "a loop";
            case SWITCH, SWITCH_EXPRESSION -> "a switch";
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> "++";
            case PREFIX_DECREMENT, POSTFIX_DECREMENT -> "--";
            case REMAINDER, REMAINDER_ASSIGNMENT -> "a remainder";
            case NEW_CLASS, NEW_ARRAY -> "an object";
            case ARRAY_ACCESS -> "an array's element";
            case ASSIGNMENT -> "an assignment within an expression";
            case LAMBDA_EXPRESSION, MEMBER_REFERENCE -> "a lambda";
            case STRING_LITERAL, CHAR_LITERAL, NULL_LITERAL, LONG_LITERAL -> "a literal of another type";
            case THROW -> "throw";
            case TRY -> "try";
            case ASSERT -> "assert";
            default -> "a " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String wayOut(Tree.Kind kind) {
        return switch (kind) {
            case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> "write its steps out";
            case SWITCH, SWITCH_EXPRESSION -> "write if, or ? and :";
            case PREFIX_INCREMENT, POSTFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_DECREMENT -> "write x = x + 1f";
            case ASSIGNMENT -> "assign in a statement of its own";
            default -> "write it with arithmetic, conditions, local variables and dev.lanewise.function.Functions";
        };
    }
}
