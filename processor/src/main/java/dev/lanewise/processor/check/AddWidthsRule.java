package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Widths;
import dev.lanewise.processor.graph.Wiring;
import java.util.List;
import java.util.Optional;

/** The values of a sum are equally wide. Of those that are not, the first that differs from most is reported. */
final class AddWidthsRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Widths widths = Widths.of(model);
        for (PartDeclaration part : model.parts()) {
            for (MethodDeclaration method : part.methods()) {
                if (method.layer().filter(Layer.Add.class::isInstance).isPresent()) {
                    check(model, widths, part.role(), method, problems);
                }
            }
        }
    }

    private static void check(
            Declaration model, Widths widths, Role role, MethodDeclaration method, Problems problems) {
        List<ParameterDeclaration> known = method.parameters().stream()
                .filter(parameter -> widths.of(role, parameter.name()).isPresent())
                .toList();
        if (known.isEmpty()) {
            return;
        }
        ParameterDeclaration like = mostCommon(widths, role, known);
        known.stream()
                .filter(parameter -> !width(widths, role, parameter).equals(width(widths, role, like)))
                .findFirst()
                .ifPresent(odd -> problems.report(
                        Mistake.ADD_WIDTHS,
                        odd.at(),
                        described(model, widths, role, like),
                        described(model, widths, role, odd),
                        wayOut(model, widths, role, odd, like)));
    }

    /** The first of those of the most common width. */
    private static ParameterDeclaration mostCommon(Widths widths, Role role, List<ParameterDeclaration> known) {
        ParameterDeclaration best = known.getFirst();
        for (ParameterDeclaration parameter : known) {
            if (count(widths, role, known, parameter) > count(widths, role, known, best)) {
                best = parameter;
            }
        }
        return best;
    }

    private static long count(Widths widths, Role role, List<ParameterDeclaration> known, ParameterDeclaration like) {
        return known.stream()
                .filter(parameter -> width(widths, role, parameter).equals(width(widths, role, like)))
                .count();
    }

    private static Integer width(Widths widths, Role role, ParameterDeclaration parameter) {
        return widths.of(role, parameter.name()).orElseThrow();
    }

    private static String described(Declaration model, Widths widths, Role role, ParameterDeclaration value) {
        String path = WidthPath.to(model, widths, role, value.name());
        return value.name() + " has " + width(widths, role, value) + (path.contains("→") ? " (" + path + ")" : "");
    }

    private static String wayOut(
            Declaration model, Widths widths, Role role, ParameterDeclaration odd, ParameterDeclaration like) {
        if (isDense(model, role, odd)) {
            return "set units = " + width(widths, role, like) + " in " + odd.name();
        }
        return isDense(model, role, like)
                ? "set units = " + width(widths, role, odd) + " in " + like.name()
                : "bring one of them to the other's width with a @Dense layer";
    }

    private static boolean isDense(Declaration model, Role role, ParameterDeclaration value) {
        Optional<MethodDeclaration> layer =
                model.part(role).flatMap(part -> Wiring.of(part).find(value.name()));
        return layer.flatMap(MethodDeclaration::layer)
                .filter(Layer.Dense.class::isInstance)
                .isPresent();
    }
}
