package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Tie;
import java.util.List;
import java.util.Optional;

/** A shared weight is that of a dense layer, of the encoder or of the same part. */
final class TiedLayerRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        for (PartDeclaration part : model.parts()) {
            for (MethodDeclaration method : part.methods()) {
                method.layer()
                        .flatMap(layer -> layer.tiedTo())
                        .ifPresent(name -> check(model, part.role(), method, name, problems));
            }
        }
    }

    private static void check(Declaration model, Role role, MethodDeclaration method, String name, Problems problems) {
        Optional<Tie> tie = Tie.find(model, role, name);
        if (tie.isEmpty()) {
            String where = role == Role.ENCODER ? role.noun() : "encoder or the decoder";
            problems.report(Mistake.TIED_UNKNOWN, method.at("of"), name, where, wayOut(model, role, name));
        } else if (tie.get().dense().isEmpty() && tie.get().method().layer().isPresent()) {
            String annotation = tie.get().method().layers().getFirst().annotation();
            problems.report(Mistake.TIED_KIND, method.at("of"), name, annotation);
        }
    }

    private static String wayOut(Declaration model, Role role, String name) {
        List<String> names = Tie.candidates(model, role).stream()
                .filter(tie -> tie.dense().isPresent())
                .map(tie -> tie.method().name())
                .distinct()
                .toList();
        return Spelling.nearest(name, names)
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElseGet(() -> names.isEmpty()
                        ? "declare a @Dense layer to share with"
                        : "dense layers are " + String.join(", ", names));
    }
}
