package dev.lanewise.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.lanewise.processor.function.Expression;
import dev.lanewise.processor.function.Expressions;
import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.graph.FunctionDeclaration.Fault;
import dev.lanewise.processor.graph.FunctionDeclaration.Kind;
import dev.lanewise.processor.graph.Position;
import dev.lanewise.processor.read.Operand.Single;
import dev.lanewise.processor.read.Operand.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * From the body of a method to what it computes. Statements are followed as they would run, with what each local variable stands
 * for: an {@code if} is a choice between the results of its two ways to the method's end, a call is the body of what is called.
 */
final class FunctionBody {

    /** More would not fit into the methods that are generated, whose derivative has several times as many. */
    static final int OPERATIONS = 400;

    private static final int STATEMENTS = 10_000;

    private final ProcessingEnvironment environment;
    /** What is read. */
    final ExecutableElement method;
    /** Those that are read for their own sake. */
    final Set<ExecutableElement> readable;

    final List<Fault> faults;
    final Trees trees;
    final CompilationUnitTree unit;
    final Expressions pool = new Expressions();
    final Arithmetic arithmetic = new Arithmetic(pool, this::fault);
    /** What the user calls some of the nodes. */
    final Map<Expression, String> names = new HashMap<>();
    /** The methods that are being followed, each called by the one before. */
    final Set<ExecutableElement> calls = new LinkedHashSet<>();

    private int statements;
    private boolean tooLarge;
    /** Whether javac, too, will find nothing wrong with how local variables are declared and assigned. */
    boolean isJava = true;

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
        Operand result = new StatementReader(this, method).run(tree, parameters);
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

    void fault(Kind kind, Position at, String... words) {
        faults.add(new Fault(kind, at, List.of(words)));
    }

    Operand fault(Kind kind, Tree tree, String... words) {
        fault(kind, at(tree), words);
        return new Unknown();
    }

    static String name(Element element) {
        return element.getSimpleName().toString();
    }

    /** Whether there is still room; of a function that is too large, that is all that is said. */
    boolean hasRoom() {
        if (!tooLarge && (pool.size() > OPERATIONS || ++statements > STATEMENTS)) {
            tooLarge = true;
            faults.clear();
            fault(Kind.LARGE, SourcePosition.of(method), name(method), String.valueOf(OPERATIONS));
        }
        return !tooLarge;
    }

    /** What names stand for in a method. */
    Names scope(ExecutableElement of) {
        return new Names(environment.getElementUtils(), unit, of);
    }
}
