package dev.lanewise.peers.tables;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A page of paragraphs and tables. */
final class Markdown {

    /** What stands in a cell that nothing was measured for. */
    static final String MISSING = "–";

    private final StringBuilder text = new StringBuilder();

    void paragraph(String line) {
        text.append(line).append("\n\n");
    }

    /** The first column is left-aligned, the others right. */
    void table(List<String> header, List<List<String>> rows) {
        row(header);
        text.append("|---").append("|---:".repeat(header.size() - 1)).append("|\n");
        rows.forEach(this::row);
        text.append('\n');
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** A number by its format, or the sign for a missing one. */
    static String cell(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : MISSING;
    }

    /** Geometric mean and least of ratios. */
    static String meanAndWorst(List<Double> ratios) {
        if (ratios.isEmpty()) {
            return MISSING;
        }
        double logs = ratios.stream().mapToDouble(Math::log).sum();
        return String.format(Locale.ROOT, "%.2f × (%.2f ×)", Math.exp(logs / ratios.size()), Collections.min(ratios));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
