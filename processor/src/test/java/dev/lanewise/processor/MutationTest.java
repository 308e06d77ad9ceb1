package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lanewise.processor.ModelCompiler.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Models with words deleted, doubled, swapped and replaced at random: each compiles, or gets errors where it is written; the
 * compiler never fails, and javac never complains of what was generated. {@code -Dlanewise.mutations=10000} tries more.
 */
class MutationTest {

    private static final Pattern WORD = Pattern.compile("@\\w+(\\([^()]*\\))?|[\\w.]+|\\S");

    /** Words that can mostly stand for each other without javac itself objecting. */
    private static final List<List<String>> KINDS = List.of(
            List.of(
                    "input",
                    "corrupted",
                    "hidden",
                    "codings",
                    "output",
                    "coding",
                    "größe",
                    "hashCode",
                    "worker",
                    "$",
                    "given",
                    "condition"),
            List.of("Tensor", "Tensor[]", "Tensor...", "int", "void", "Object", "Matrix", "<T> Tensor", "Recognition"),
            List.of("interface", "abstract class", "class", "record", "enum", "private interface", "sealed interface"),
            List.of(
                    "Recognition",
                    "Generation",
                    "Sample",
                    "SampleModel",
                    "Training",
                    "Matrix",
                    "Default",
                    "Encode",
                    "A<T>"),
            List.of(
                    "@Dense(units = 3)",
                    "@Dense(units = 6)",
                    "@Dense(units = 0)",
                    "@Dense(units = -7, activation = SILU)",
                    "@Dense(units = 2147483647)",
                    "@Dense(units = UNITS)",
                    "@Dense",
                    "@Dense(unit = 3)",
                    "@Dense(units = 3, activaton = SIGMOID)",
                    "@Dense(3)",
                    "@Dens(units = 3)",
                    "@Unknown",
                    "@Dropout",
                    "@DenseTransposed",
                    "@KlSparsity(weight = 1)",
                    "@ActivityRegularization(l = 1)",
                    "@Encodr",
                    "@Autoencoder",
                    "@Autoencoder(6)",
                    "@Autoencoder(imput = 6)",
                    "@Autoencoder(input = 6, los = Loss.MAE)",
                    "@Dense(units = 70000)",
                    "@Dropout(0.5)",
                    "@Dropout(-0.0)",
                    "@Dropout(1)",
                    "@Dropout(1e-50)",
                    "@Dropout(0.0 / 0)",
                    "@Concat",
                    "@Add",
                    "@Add()",
                    "@Concat(2)",
                    "@DenseTransposed(of = \"given\")",
                    "@DenseTransposed(of = \"hidden\")",
                    "@KlSparsity(weight = 1, target = 0.1)",
                    "@ActivityRegularization(l1 = 1)",
                    "@Sampling",
                    "@Sampling(beta = -1)",
                    "@Encoder",
                    "@Decoder",
                    "@Deprecated",
                    "@Override",
                    "@Autoencoder(input = 6)",
                    "@Autoencoder(input = {2, 3}, loss = Loss.BINARY_CROSS_ENTROPY)",
                    "@Autoencoder(input = {})",
                    "@Autoencoder(input = {65536, 65536})",
                    "@Autoencoder(input = -1)",
                    "@Autoencoder(input = 6, condition = 3)",
                    "@Autoencoder(input = 6, condition = {})",
                    "@Autoencoder(input = 6, condition = {2, 0})",
                    "@Autoencoder(input = 6, condition = {65536, 65536})",
                    "@Autoencoder(condition = 3)"));

    private static final List<String> ANYTHING = List.of(
            "static",
            "default",
            "private",
            "final",
            "abstract",
            "{",
            "}",
            "(",
            ")",
            ";",
            ",",
            "extends Sample",
            "extends Recognition",
            "{ return null; }",
            "record Recognition() {}",
            "strictfp",
            "native",
            "_",
            "null",
            "0",
            "");

    private static final String SOURCE =
            Declarations.model("input = {2, 3}, loss = Loss.MSE", """
            @Dropout(0.5) Tensor corrupted(Tensor input);
            @Dense(units = 4, activation = GELU) Tensor hidden(Tensor corrupted);
            @Dense(units = 3) Tensor codings(Tensor hidden);
            """, """
            @Dense(units = 4, activation = RELU) Tensor hidden(Tensor codings);
            @Dense(units = 6, activation = SIGMOID) Tensor output(Tensor hidden);
            """).replace("public interface", "interface");

    /** A graph with a condition: most of its values have several uses. */
    private static final String GRAPH =
            Declarations.model("input = 6, condition = 3", """
            @Concat Tensor given(Tensor input, Tensor condition);
            @Dense(units = 6, activation = SIGMOID) Tensor hidden(Tensor given);
            @Add Tensor corrupted(Tensor hidden, Tensor input);
            @Concat Tensor codings(Tensor corrupted, Tensor hidden);
            """, """
            @Concat Tensor given(Tensor codings, Tensor condition);
            @DenseTransposed(of = "hidden") Tensor hidden(Tensor corrupted);
            @Dense(units = 6) Tensor corrupted(Tensor given);
            @Concat Tensor coding(Tensor hidden, Tensor given, Tensor corrupted);
            @Dense(units = 6) Tensor output(Tensor coding);
            """).replace("public interface", "interface");

    /** Words of functions that can mostly stand for each other. */
    private static final List<String> FUNCTION_WORDS = List.of(
            ("x y $x Functions 0.5f 0.5 1 0 a sum mean tanh exp max f g Math.exp + - * / % < >= == && || ! ? : = += return if else while float double"
                            + " int boolean var final true null 'c' \"text\" 1L x++ Sample.E E this () { } ( ) ; , @Elementwise @Rowwise static")
                    .split(" "));

    private static final String FUNCTIONS = """
            float E = 1e-3f ;
            @Elementwise static float f ( float x ) { float y = x * tanh ( x ) ; if ( x > 1 && y < 2 ) { return y ; } y += 3 ; return g ( y , 0.5f ) ; }
            @Elementwise static float g ( float x , float y ) { return x < 0 ? exp ( x ) - E : x / ( 1 + y * abs ( x ) ) ; }
            @Rowwise static float p ( float a ) { float m = mean ( a ) ; return sqrt ( mean ( square ( a - m ) ) + E ) ; }
            """;

    @Test
    void mutantsOfFunctionsCompileOrAreRefusedWhereTheyAreWritten() {
        int mutants = Integer.getInteger("lanewise.mutations", 150);
        Random random = new Random(Long.getLong("lanewise.seed", 12));
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < mutants; i++) {
            List<String> words = new ArrayList<>(List.of(FUNCTIONS.split(" ")));
            for (int change = 0, changes = 1 + random.nextInt(3); change < changes; change++) {
                int at = random.nextInt(words.size());
                String word = FUNCTION_WORDS.get(random.nextInt(FUNCTION_WORDS.size()));
                switch (random.nextInt(4)) {
                    case 0 -> words.add(at, word);
                    case 1 -> words.remove(at);
                    default -> words.set(at, word);
                }
            }
            String mutant = Declarations.model(
                    "input = 6, lossBy = \"g\"",
                    String.join(" ", words),
                    """
                    @Dense(units = 3, activationBy = "f") Tensor hidden(Tensor input);
                    @Penalty(by = "p") Tensor codings(Tensor hidden);
                    """,
                    "@Dense(units = 6) Tensor output(Tensor codings);");
            outcomes.merge(outcome(mutant), 1, Integer::sum);
        }
        System.out.println("  " + outcomes);
    }

    @Test
    void mutantsCompileOrAreRefusedWhereTheyAreWritten() {
        int mutants = Integer.getInteger("lanewise.mutations", 100);
        Random random = new Random(Long.getLong("lanewise.seed", 11));
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < mutants; i++) {
            String mutant = mutate(i % 2 == 0 ? SOURCE : GRAPH, 1 + random.nextInt(3), random);
            outcomes.merge(outcome(mutant), 1, Integer::sum);
        }
        System.out.println("  " + outcomes);
    }

    private static String outcome(String mutant) {
        Compiled compiled;
        try {
            compiled = ModelCompiler.compile(List.of("--release", "25"), mutant);
        } catch (RuntimeException e) {
            throw new AssertionError(mutant, e);
        }
        String outcome = "compiled";
        for (Diagnostic<? extends JavaFileObject> error : compiled.compilation().errors()) {
            String text = error.getMessage(Locale.ROOT);
            assertFalse(text.contains("lanewise.internal"), () -> text + "\n" + mutant);
            boolean inGenerated =
                    error.getSource() != null && error.getSource().getName().contains("SOURCE_OUTPUT");
            assertFalse(inGenerated, () -> error + "\n" + mutant);
            Matcher key = Pattern.compile("^\\[lanewise\\.([\\w-]+)]").matcher(text);
            outcome = key.find() ? key.group(1) : outcome.equals("compiled") ? "javac" : outcome;
        }
        if (compiled.compilation().errors().isEmpty()) {
            assertEquals(
                    compiled.models().size(),
                    compiled.compilation().generatedSourceFiles().size(),
                    mutant);
        }
        return outcome;
    }

    private static String mutate(String source, int changes, Random random) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(source.substring(source.indexOf("@Autoencoder")));
        while (word.find()) {
            words.add(word.group());
        }
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(words.size());
            List<String> kind = kindOf(words.get(at));
            switch (random.nextInt(8)) {
                case 0 -> words.set(at, ANYTHING.get(random.nextInt(ANYTHING.size())));
                case 1 -> words.add(at, ANYTHING.get(random.nextInt(ANYTHING.size())));
                case 2 -> repeatOrRemoveLine(words, at, random);
                default -> words.set(at, kind.get(random.nextInt(kind.size())));
            }
        }
        return source.substring(0, source.indexOf("@Autoencoder")) + String.join(" ", words);
    }

    private static List<String> kindOf(String word) {
        for (List<String> kind : KINDS) {
            if (kind.contains(word) || word.startsWith("@") && kind.getFirst().startsWith("@")) {
                return kind;
            }
        }
        return List.of(word);
    }

    /** Repeats or removes the words up to the next semicolon. */
    private static void repeatOrRemoveLine(List<String> words, int at, Random random) {
        int end = at;
        while (end < words.size() - 1 && !words.get(end).equals(";")) {
            end++;
        }
        List<String> line = List.copyOf(words.subList(at, end + 1));
        if (random.nextBoolean()) {
            words.addAll(end + 1, line);
        } else {
            words.subList(at, end + 1).clear();
        }
        if (words.isEmpty()) {
            words.add(";");
        }
    }
}
