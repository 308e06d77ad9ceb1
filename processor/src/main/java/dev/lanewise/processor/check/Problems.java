package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Position;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mistakes found so far, each once. */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Starts without any. */
    public Problems() {}

    /**
     * Adds a mistake.
     *
     * @param mistake which
     * @param at where
     * @param arguments for the placeholders of its texts
     */
    public void report(Mistake mistake, Position at, Object... arguments) {
        found.add(new Problem(mistake, at, mistake.text(arguments)));
    }

    /** {@return the mistakes in the order they were found} */
    public List<Problem> found() {
        return List.copyOf(found);
    }
}
