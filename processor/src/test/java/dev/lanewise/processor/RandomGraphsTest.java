package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.ModelCompiler.Compiled;
import dev.lanewise.processor.graph.Model;
import dev.lanewise.proof.reference.Difference;
import dev.lanewise.proof.reference.FiniteDifferences;
import dev.lanewise.proof.reference.ModelComparison;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred graphs, compiled in one run of javac: each against the interpreter, and that against finite differences. {@code
 * -Dlanewise.graphs=1000 -Dlanewise.seed=3} draws more, and others.
 */
class RandomGraphsTest {

    private static final long SEED = Long.getLong("lanewise.seed", 5);
    private static final int COUNT = Integer.getInteger("lanewise.graphs", 100);
    private static final List<String> DECLARATIONS = IntStream.range(0, COUNT)
            .mapToObj(i -> RandomGraphs.declaration("Graph" + i, SEED * 100_000 + i))
            .toList();

    private static Compiled compiled = new Compiled(null, List.of());

    @BeforeAll
    static void compile() {
        compiled = ModelCompiler.compile(DECLARATIONS.toArray(String[]::new));
        assertEquals(List.of(), compiled.compilation().diagnostics());
        assertEquals(COUNT, compiled.models().size());
    }

    static Stream<Integer> graphs() {
        return IntStream.range(0, COUNT).boxed();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void gradientsAndInferenceAreTheInterpreters(int graph) throws ReflectiveOperationException {
        try {
            ModelCheck.check(comparison(graph, 1));
        } catch (AssertionError first) {
            try {
                ModelCheck.check(comparison(graph, 2));
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + DECLARATIONS.get(graph), e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void interpretersGradientsAreThoseOfFiniteDifferences(int graph) throws ReflectiveOperationException {
        if (!tooLarge(comparison(graph, 1)).isEmpty()) {
            assertEquals(List.of(), tooLarge(comparison(graph, 2)), () -> DECLARATIONS.get(graph));
        }
    }

    private static List<Difference> tooLarge(ModelComparison comparison) {
        return FiniteDifferences.of(comparison).stream()
                .filter(difference -> !difference.isWithin(1e-6))
                .toList();
    }

    /** Where a gradient all but cancels out, or a value stands on a kink, a second draw of the parameters decides. */
    private static ModelComparison comparison(int graph, int draw) throws ReflectiveOperationException {
        Model model = compiled.models().stream()
                .filter(candidate -> candidate.type().simpleName().equals("Graph" + graph))
                .findFirst()
                .orElseThrow();
        return new ModelComparison(compiled.create(model, 3), draw);
    }

    @Test
    void drawsLeaveNothingOut() {
        for (String word : List.of(
                "@Dense(",
                "@DenseTransposed(",
                "@Dropout(",
                "@GaussianNoise(",
                "@ActivityRegularization(",
                "@KlSparsity(",
                "@Sampling(",
                "@Concat",
                "@Add",
                "condition =",
                "Tensor condition",
                "BINARY_CROSS_ENTROPY")) {
            long graphs =
                    DECLARATIONS.stream().filter(text -> text.contains(word)).count();
            assertTrue(10 * graphs >= COUNT, () -> word + " is in " + graphs + " of " + COUNT + " graphs");
        }
    }
}
