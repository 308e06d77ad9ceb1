package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;

/** One rule of the language. Rules do not depend on each other, and say nothing of what another one says. */
interface Rule {

    /**
     * Reports every place that breaks the rule.
     *
     * @param model what is written
     * @param problems where to
     */
    void check(Declaration model, Problems problems);
}
