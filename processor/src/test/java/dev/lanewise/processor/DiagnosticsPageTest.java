package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.processor.DiagnosticsTest.Wrong;
import dev.lanewise.processor.check.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/diagnostics.md}: what is said comes from {@link Mistake}, when from its comments, and the examples from {@link
 * DiagnosticsTest}. With {@code -Dlanewise.updateGoldens=true} it is written anew.
 */
class DiagnosticsPageTest {

    private static final Path PAGE = Path.of("../docs/diagnostics.md");
    private static final Path ENUM = Path.of("src/main/java/dev/lanewise/processor/check/Mistake.java");

    /** A heading, or a constant with its comment. */
    private static final Pattern ENTRY = Pattern.compile("\n    // (.+)\n|\n    /\\*\\* (.+) \\*/\n    ([A-Z_]+)\\(");

    private static final String INTRODUCTION = """
            # Diagnostics

            What javac says about a wrong model: every mistake by its key, what is said about it (… stands for names and numbers of the
            model), when, and an example. All mistakes of a model come in one run, each once, at the place where it was made.

            What is no Java at all javac says itself. Before some of its errors (`activation = RELLU`, `units = "3"`, a constant that is
            none) it runs no processor, so that "cannot find symbol" may follow for the generated class: mend the first error first.

            <!-- Written by DiagnosticsPageTest from the enum Mistake and the declarations of DiagnosticsTest; see CONTRIBUTING.md. -->
            """;

    @Test
    void pageIsUpToDate() throws IOException {
        String text = page();
        if (Boolean.getBoolean("lanewise.updateGoldens")) {
            Files.writeString(PAGE, text);
        }
        assertEquals(Files.readString(PAGE), text, "stale: write it anew with -Dlanewise.updateGoldens=true");
    }

    private static String page() throws IOException {
        Map<Mistake, Wrong> examples = new EnumMap<>(Mistake.class);
        DiagnosticsTest.wrongs().forEach(wrong -> examples.putIfAbsent(wrong.mistake(), wrong));
        StringBuilder page = new StringBuilder(INTRODUCTION);
        Matcher entry = ENTRY.matcher(Files.readString(ENUM));
        int found = 0;
        while (entry.find()) {
            if (entry.group(1) != null) {
                page.append("\n## ").append(entry.group(1)).append('\n');
            } else {
                Mistake mistake = Mistake.valueOf(entry.group(3));
                page.append(section(mistake, entry.group(2)));
                if (examples.containsKey(mistake)) {
                    page.append(example(examples.get(mistake)));
                }
                found++;
            }
        }
        assertEquals(Mistake.values().length, found, "mistakes with a comment of one line");
        return page.toString();
    }

    private static String section(Mistake mistake, String when) {
        return """

                ### `%s`

                %s

                > %s; %s
                """.formatted(mistake.key(), when, template(mistake.message()), template(mistake.wayOut()));
    }

    private static String template(String text) {
        return text.replaceAll("%\\d\\$s", "…").replace("%n", " ");
    }

    private static String example(Wrong wrong) {
        return """

                ```java
                %s
                ```

                `%s`
                """.formatted(excerpt(wrong.source()), wrong.text());
    }

    /** The part of the model that the error is in; the whole declaration where it is in none. */
    private static String excerpt(String source) {
        String declaration = source.replaceAll("(?m)^(package|import) .*\n", "")
                .replace("// HERE", "// ← here")
                .replace("/* HERE */", "/* ← here */")
                .strip();
        for (String part : declaration.split("(?m)(?=^    @(Encoder|Decoder)\\b)")) {
            boolean isPart = part.startsWith("    @");
            if (isPart && part.contains("← here")) {
                int end = part.indexOf("\n    }");
                return (end < 0 ? part.lines().findFirst().orElseThrow() : part.substring(0, end + 6))
                        .stripIndent()
                        .strip();
            }
        }
        return declaration;
    }
}
