package dev.lanewise.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
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
import dev.lanewise.processor.check.Spelling;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Expressions;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.function.Op;
import dev.lanewise.processor.graph.FunctionDeclaration.Fault;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;
import dev.lanewise.processor.graph.Position;
import dev.lanewise.processor.read.Operand.Single;
import dev.lanewise.processor.read.Operand.Truth;
import dev.lanewise.processor.read.Operand.Unknown;
import dev.lanewise.processor.read.Operand.Wide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
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
    /** Those that are read for their own sake. */
    private final Set<ExecutableElement> readable;

    private final List<Fault> faults;
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final Expressions pool = new Expressions();
    private final Arithmetic arithmetic = new Arithmetic(pool, this::fault);
    private final Map<Expression, String> names = new HashMap<>();
    private final Set<ExecutableElement> calls = new LinkedHashSet<>();
    private int statements;
    private boolean tooLarge;
    /** Whether javac, too, will find nothing wrong with how local variables are declared and assigned. */
    private boolean isJava = true;

    /**
     * A body.
     *
     * @throws IllegalArgumentException if the compiler shows no trees
     */
    FunctionBody(
            ProcessingEnvironment environment,
            ExecutableElement method,
            Set<ExecutableElement> readable,
            List<Fault> faults) {
        this.readable = readable;
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
        if (!(result instanceof Single single) || !faults.isEmpty() || !isJava) {
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
        private final Map<String, TypeKind> types = new HashMap<>();
        private final Set<String> constants = new HashSet<>();

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
                String name = tree.getParameters().get(i).getName().toString();
                types.put(name, TypeKind.FLOAT);
                locals.put(name, arguments.get(i));
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
                case ClassTree local -> {
                    fault(
                            Kind.CONSTRUCT,
                            local,
                            Constructs.describe(local.getKind()),
                            Constructs.wayOut(local.getKind()));
                    yield new Unknown();
                }
                default -> {
                    StatementTree line = lines.getFirst();
                    fault(Kind.CONSTRUCT, line, Constructs.describe(line.getKind()), Constructs.wayOut(line.getKind()));
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
            return arithmetic.choose(test, yes, no);
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
            isJava &= current.getParameters().stream()
                    .noneMatch(parameter -> name(parameter).equals(name));
            Optional<TypeKind> type = variable.getType() instanceof PrimitiveTypeTree primitive
                    ? Optional.of(primitive.getPrimitiveTypeKind())
                    : Optional.empty();
            Operand value =
                    variable.getInitializer() == null ? new Unknown() : evaluate(variable.getInitializer(), locals);
            types.put(name, type.orElseGet(() -> Arithmetic.typeOf(value)));
            locals.put(name, arithmetic.assigned(types.get(name), value, variable, name));
            note(name, locals.get(name));
            constants.remove(name);
            if (variable.getModifiers().getFlags().contains(Modifier.FINAL) && variable.getInitializer() != null) {
                constants.add(name);
            }
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
                    Optional<Op> op = Constructs.operation(assignment.getKind());
                    if (op.isEmpty()) {
                        fault(
                                Kind.CONSTRUCT,
                                assignment,
                                Constructs.describe(assignment.getKind()),
                                Constructs.wayOut(assignment.getKind()));
                    } else if (isLocal(assignment.getVariable(), locals)) {
                        Operand old = evaluate(assignment.getVariable(), locals);
                        Operand more = evaluate(assignment.getExpression(), locals);
                        Operand result = arithmetic.compute(
                                op.get(), old, more, assignment.getVariable(), assignment.getExpression());
                        assign(assignment.getVariable(), result, locals, assignment);
                    } else {
                        assign(assignment.getVariable(), new Unknown(), locals, assignment);
                    }
                }
                case MethodInvocationTree call ->
                    fault(Kind.CONSTRUCT, call, "a call without use of its result", "remove it");
                default ->
                    fault(
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
                isJava &= !constants.contains(name);
                locals.put(name, arithmetic.assigned(types.get(name), value, assignment, name));
                note(name, locals.get(name));
            } else {
                fault(Kind.ASSIGNMENT, assignment, variable.toString(), name(current));
            }
        }

        // Expressions

        /** The value of an expression where a float is wanted. */
        private Operand single(ExpressionTree tree, Map<String, Operand> locals) {
            return arithmetic.asSingle(evaluate(tree, locals), tree);
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
                    yield arithmetic.choose(
                            test,
                            Arithmetic.isNumber(yes)
                                    ? arithmetic.promoted(yes, no, conditional.getTrueExpression())
                                    : yes,
                            Arithmetic.isNumber(no)
                                    ? arithmetic.promoted(no, yes, conditional.getFalseExpression())
                                    : no);
                }
                case TypeCastTree cast -> cast(cast, locals);
                case MethodInvocationTree call -> call(call, locals);
                case InstanceOfTree test -> {
                    if (test.getPattern() instanceof BindingPatternTree binding) {
                        locals.put(binding.getVariable().getName().toString(), new Unknown());
                    }
                    yield fault(
                            Kind.CONSTRUCT,
                            test,
                            Constructs.describe(test.getKind()),
                            Constructs.wayOut(test.getKind()));
                }
                default ->
                    fault(Kind.CONSTRUCT, tree, Constructs.describe(tree.getKind()), Constructs.wayOut(tree.getKind()));
            };
        }

        private Operand literal(LiteralTree literal) {
            return literal.getValue() instanceof Boolean value
                    ? new Truth(new Operand.Known(value))
                    : arithmetic
                            .constant(literal.getValue())
                            .orElseGet(() -> fault(
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
            return arithmetic
                    .constant(field.getConstantValue())
                    .orElseGet(
                            () -> field.asType().getKind() == TypeKind.ERROR
                                    ? new Unknown()
                                    : fault(
                                            Kind.NAME,
                                            tree,
                                            tree.toString(),
                                            "declare it as static final float with a constant value, or pass it as a parameter"));
        }

        private Operand unary(UnaryTree unary, Map<String, Operand> locals) {
            switch (unary.getKind()) {
                case UNARY_MINUS, UNARY_PLUS, LOGICAL_COMPLEMENT -> {}
                default -> {
                    return fault(
                            Kind.CONSTRUCT,
                            unary,
                            Constructs.describe(unary.getKind()),
                            Constructs.wayOut(unary.getKind()));
                }
            }
            Operand operand = evaluate(unary.getExpression(), locals);
            return switch (unary.getKind()) {
                case UNARY_MINUS -> arithmetic.negative(operand, unary);
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
                    arithmetic.compare(Op.IF_LESS, a, b, binary.getLeftOperand(), binary.getRightOperand());
                case LESS_THAN_EQUAL ->
                    arithmetic.compare(Op.IF_AT_MOST, a, b, binary.getLeftOperand(), binary.getRightOperand());
                case GREATER_THAN ->
                    arithmetic.compare(Op.IF_LESS, b, a, binary.getRightOperand(), binary.getLeftOperand());
                case GREATER_THAN_EQUAL ->
                    arithmetic.compare(Op.IF_AT_MOST, b, a, binary.getRightOperand(), binary.getLeftOperand());
                case EQUAL_TO ->
                    arithmetic.compare(Op.IF_EQUAL, a, b, binary.getLeftOperand(), binary.getRightOperand());
                case NOT_EQUAL_TO ->
                    Arithmetic.negated(
                            arithmetic.compare(Op.IF_EQUAL, a, b, binary.getLeftOperand(), binary.getRightOperand()));
                default ->
                    Constructs.operation(binary.getKind())
                            .map(op -> arithmetic.compute(op, a, b, binary.getLeftOperand(), binary.getRightOperand()))
                            .orElseGet(() -> fault(
                                    Kind.CONSTRUCT,
                                    binary,
                                    Constructs.describe(binary.getKind()),
                                    Constructs.wayOut(binary.getKind())));
            };
        }

        private Operand cast(TypeCastTree cast, Map<String, Operand> locals) {
            Operand value = evaluate(cast.getExpression(), locals);
            TypeKind to =
                    cast.getType() instanceof PrimitiveTypeTree type ? type.getPrimitiveTypeKind() : TypeKind.NONE;
            if (to == TypeKind.FLOAT) {
                return switch (value) {
                    case Wide wide -> new Single(pool.constant((float) wide.value()));
                    default -> arithmetic.asSingle(value, cast);
                };
            }
            if (to == TypeKind.DOUBLE && Arithmetic.isConstant(value)) {
                return new Wide(Arithmetic.number(value));
            }
            if (value instanceof Unknown) {
                return value;
            }
            return to == TypeKind.DOUBLE
                    ? fault(Kind.DOUBLE, cast, cast.toString(), "compute with floats")
                    : fault(Kind.CONSTRUCT, cast, "a cast to " + cast.getType(), "functions compute in float alone");
        }

        // Calls

        private Operand call(MethodInvocationTree call, Map<String, Operand> locals) {
            int before = faults.size();
            List<Operand> arguments = new ArrayList<>();
            for (ExpressionTree argument : call.getArguments()) {
                arguments.add(evaluate(argument, locals));
            }
            Optional<ExecutableElement> target = target(call.getMethodSelect(), arguments.size());
            if (target.isEmpty()) {
                return fault(Kind.CALL, call, call.getMethodSelect().toString(), suggestion(call.getMethodSelect()));
            }
            TypeElement owner = (TypeElement) target.get().getEnclosingElement();
            if (isOurs(target.get())) {
                return builtIn(call, target.get(), arguments);
            }
            if (owner.getQualifiedName().contentEquals("java.lang.Math")
                    || owner.getQualifiedName().contentEquals("java.lang.StrictMath")) {
                if (!EXACT.containsKey(name(target.get()))) {
                    withdraw(Kind.DOUBLE, before);
                }
                return ofMath(call, name(target.get()), arguments);
            }
            return own(call, target.get(), arguments);
        }

        /** What is written to please a method of doubles is no mistake beside that of calling it. */
        private void withdraw(Kind kind, int from) {
            if (from <= faults.size()) {
                faults.subList(from, faults.size()).removeIf(fault -> fault.kind() == kind);
            }
        }

        private List<ExecutableElement> candidates(ExpressionTree select) {
            return switch (select) {
                case IdentifierTree identifier ->
                    scope.methods(identifier.getName().toString());
                case MemberSelectTree member ->
                    scope.type(member.getExpression())
                            .map(type ->
                                    scope.methods(type, member.getIdentifier().toString()))
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
            if (!candidates.isEmpty() && candidates.stream().allMatch(FunctionBody::isOurs)) {
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
            Op op = OPERATIONS_BY_NAME.get(name(target));
            return op != null ? new Single(pool.of(op, x.get())) : composed(call, name(target), x.get()[0]);
        }

        private Operand composed(MethodInvocationTree call, String name, Expression a) {
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
            if (EXACT.containsKey(name)) {
                Optional<Expression[]> x = singles(call, arguments);
                return x.isPresent() ? new Single(pool.of(EXACT.get(name), x.get())) : new Unknown();
            }
            String ours = OPERATIONS_BY_NAME.containsKey(name)
                    ? "write Functions." + name + ", which is the same on every machine"
                    : "there are the methods of dev.lanewise.function.Functions";
            return fault(Kind.CALL, call, call.getMethodSelect().toString(), ours);
        }

        /** The arguments as floats, if they are. */
        private Optional<Expression[]> singles(MethodInvocationTree call, List<Operand> arguments) {
            List<Expression> x = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                if (arithmetic.asSingle(arguments.get(i), call.getArguments().get(i)) instanceof Single single) {
                    x.add(single.expression());
                }
            }
            return x.size() == arguments.size() ? Optional.of(x.toArray(Expression[]::new)) : Optional.empty();
        }

        /** A cycle is met from each of its functions: it is reported of the first one in the file. */
        private Operand recursion(MethodInvocationTree call, ExecutableElement target) {
            List<ExecutableElement> path = new ArrayList<>(calls);
            boolean isFirst =
                    target.equals(method) && path.stream().allMatch(other -> position(method) <= position(other));
            boolean isReadNowhereElse =
                    path.subList(path.indexOf(target), path.size()).stream().noneMatch(readable::contains);
            path.add(target);
            return isFirst || isReadNowhereElse
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
                singles.add(arithmetic.asSingle(
                        arguments.get(i), call.getArguments().get(i)));
            }
            Optional<String> objection = FunctionReader.objection(target);
            if (objection.isPresent()) {
                faults.add(FunctionReader.signature(target, objection.get()));
                return new Unknown();
            }
            return new Frame(target).run(trees.getTree(target), singles);
        }
    }

    private static final Set<String> COMPOSED = Set.of("erf", "square", "sum", "mean");

    private static boolean isOurs(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement())
                .getQualifiedName()
                .contentEquals(Functions.class.getCanonicalName());
    }

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
}
