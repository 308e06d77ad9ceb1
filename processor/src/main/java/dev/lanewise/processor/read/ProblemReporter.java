package dev.lanewise.processor.read;

import dev.lanewise.processor.check.Problem;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Hands problems to javac as errors, each once: a shared interface's mistake shows in every model that inherits it. */
public final class ProblemReporter {

    private final Messager messager;
    private final Set<Problem> reported = new HashSet<>();

    /**
     * Reports to a compiler.
     *
     * @param messager the compiler's
     */
    public ProblemReporter(Messager messager) {
        this.messager = messager;
    }

    /**
     * Reports a problem, unless it has been.
     *
     * @param problem the problem, at a position that this package made
     */
    public void report(Problem problem) {
        if (!reported.add(problem)) {
            return;
        }
        if (problem.at() instanceof Printable place) {
            place.print(problem.text());
        } else if (problem.at() instanceof SourcePosition at) {
            if (at.value().isPresent()) {
                messager.printMessage(
                        Kind.ERROR,
                        problem.text(),
                        at.element(),
                        at.annotation().orElseThrow(),
                        at.value().get());
            } else if (at.annotation().isPresent()) {
                messager.printMessage(
                        Kind.ERROR,
                        problem.text(),
                        at.element(),
                        at.annotation().get());
            } else {
                messager.printMessage(Kind.ERROR, problem.text(), at.element());
            }
        }
    }
}
