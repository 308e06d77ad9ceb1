package dev.lanewise.examples.findings;

import dev.lanewise.file.AtomicFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found out about a model.
 *
 * @param numbers the short form
 * @param details lines for a report; may be empty
 * @param files the tables and charts behind the numbers; may be empty
 */
public record Findings(List<Finding> numbers, List<String> details, List<Attachment> files) {
    /** There is nothing to say. */
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Findings {
        numbers = List.copyOf(numbers);
        details = List.copyOf(details);
        files = List.copyOf(files);
    }

    /**
     * A file that goes with the findings.
     *
     * @param name its name
     * @param needsFont whether it is a chart, which can only be drawn where Java finds a font
     * @param content what it contains
     */
    public record Attachment(String name, boolean needsFont, AtomicFile.Content content) {
        static Attachment table(String name, AtomicFile.Content content) {
            return new Attachment(name, false, content);
        }

        static Attachment chart(String name, AtomicFile.Content content) {
            return new Attachment(name, true, content);
        }
    }

    /**
     * These findings and more numbers.
     *
     * @param more the numbers to add at the end
     * @return the findings together
     */
    public Findings with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(numbers);
        all.addAll(more);
        return new Findings(all, details, files);
    }
}
