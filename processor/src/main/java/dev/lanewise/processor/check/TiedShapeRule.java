package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Tie;
import dev.lanewise.processor.graph.Widths;
import dev.lanewise.processor.graph.Wiring;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shared weight, transposed, has as many rows as the layer's input has values, and a shape that does not hang on itself. */
final class TiedShapeRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Widths widths = Widths.of(model);
        for (PartDeclaration part : model.parts()) {
            for (MethodDeclaration method : part.methods()) {
                tie(model, part.role(), method).ifPresent(tie -> {
                    if (hangsOnItself(model, part.role(), method)) {
                        problems.report(
                                Mistake.TIED_CYCLE,
                                method.at("of"),
                                method.name(),
                                tie.method().name());
                    } else {
                        check(model, widths, part.role(), method, tie, problems);
                    }
                });
            }
        }
    }

    private static Optional<Tie> tie(Declaration model, Role role, MethodDeclaration method) {
        return method.layer()
                .flatMap(layer -> layer.tiedTo())
                .flatMap(name -> Tie.find(model, role, name))
                .filter(tie -> tie.dense().isPresent());
    }

    private static void check(
            Declaration model, Widths widths, Role role, MethodDeclaration method, Tie tie, Problems problems) {
        Optional<Integer> input = widths.input(role, method);
        Optional<Integer> rows = widths.input(tie.role(), tie.method());
        Optional<Integer> columns = widths.of(tie.role(), tie.method().name());
        if (input.isPresent() && rows.isPresent() && columns.isPresent() && !input.equals(columns)) {
            problems.report(
                    Mistake.TIED_SHAPE,
                    method.at("of"),
                    method.name(),
                    input.get(),
                    tie.method().name(),
                    rows.get(),
                    columns.get(),
                    wayOut(model, role, input.get()));
        }
    }

    private static String wayOut(Declaration model, Role role, int input) {
        List<String> fitting = Tie.candidates(model, role).stream()
                .filter(tie ->
                        tie.dense().filter(dense -> dense.units() == input).isPresent())
                .map(tie -> tie.method().name())
                .distinct()
                .toList();
        return fitting.isEmpty()
                ? "tie it to a layer of " + input + " units"
                : "tie it to " + String.join(" or ", fitting) + ", of " + input + " units";
    }

    /** Follows a width to where it is decided; all of that is in one part, since the encoder's widths come first. */
    private static boolean hangsOnItself(Declaration model, Role role, MethodDeclaration start) {
        Set<MethodDeclaration> seen = new HashSet<>();
        Deque<MethodDeclaration> open = new ArrayDeque<>(deciders(model, role, start));
        while (!open.isEmpty()) {
            MethodDeclaration next = open.remove();
            if (next.equals(start)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(deciders(model, role, next));
            }
        }
        return false;
    }

    /** The layers of the same part whose widths decide a layer's. */
    private static List<MethodDeclaration> deciders(Declaration model, Role role, MethodDeclaration method) {
        Optional<Layer> layer = method.layer();
        if (layer.isEmpty() || layer.get() instanceof Layer.Dense) {
            return List.of();
        }
        Optional<MethodDeclaration> from = layer.get().tiedTo().isEmpty()
                ? Optional.of(method)
                : tie(model, role, method).filter(tie -> tie.role() == role).map(Tie::method);
        return from.stream()
                .flatMap(takes -> takes.parameters().stream())
                .limit(layer.get() instanceof Layer.Merge ? Long.MAX_VALUE : 1)
                .flatMap(parameter ->
                        model.part(role).flatMap(part -> Wiring.of(part).find(parameter.name())).stream())
                .toList();
    }
}
