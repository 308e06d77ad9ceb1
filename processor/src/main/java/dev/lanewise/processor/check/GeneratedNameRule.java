package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;

/** The generated class's name is free. */
final class GeneratedNameRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        if (model.nameTaken()) {
            problems.report(Mistake.NAME_TAKEN, model.at(), model.type().qualifiedModelName());
        }
    }
}
