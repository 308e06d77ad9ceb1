package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Wiring;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every value reaches the part's result. Where another mistake may be the reason why one does not (a mistyped name, a
 * missing parameter, a cycle), this rule is silent.
 */
final class UseRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        for (PartDeclaration part : model.clearParts()) {
            Wiring wiring = Wiring.of(part);
            if (clear(part, wiring)) {
                Set<MethodDeclaration> reaching = reaching(part, wiring);
                List<MethodDeclaration> unused = wiring.order().stream()
                        .filter(method -> !reaching.contains(method))
                        .toList();
                unused.stream()
                        .filter(method -> unused.stream().noneMatch(other -> takes(other, method.name())))
                        .forEach(method -> problems.report(
                                Mistake.UNUSED,
                                method.at(),
                                method.name(),
                                part.role().result()));
            }
        }
    }

    /** Whether it can be told what is used: there is a result, and every name stands for a value or nearly so. */
    static boolean clear(PartDeclaration part, Wiring wiring) {
        return wiring.find(part.role().result()).isPresent()
                && part.methods().stream()
                        .noneMatch(method -> method.parameters().isEmpty())
                && part.methods().stream()
                        .flatMap(method -> method.parameters().stream())
                        .allMatch(parameter -> meant(wiring, parameter).isPresent());
    }

    /** The name that a parameter has, or should have. */
    static Optional<String> meant(Wiring wiring, ParameterDeclaration parameter) {
        return wiring.knows(parameter.name())
                ? Optional.of(parameter.name())
                : Spelling.nearest(parameter.name(), wiring.names());
    }

    private static Set<MethodDeclaration> reaching(PartDeclaration part, Wiring wiring) {
        Deque<MethodDeclaration> open = new ArrayDeque<>();
        wiring.find(part.role().result()).ifPresent(open::add);
        wiring.cycles().stream().flatMap(Collection::stream).forEach(open::add);
        return reaching(open, wiring);
    }

    /** These layers, and all that they are computed from. */
    static Set<MethodDeclaration> reaching(Deque<MethodDeclaration> open, Wiring wiring) {
        Set<MethodDeclaration> reaching = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            MethodDeclaration method = open.remove();
            if (reaching.add(method)) {
                method.parameters().stream()
                        .flatMap(parameter -> meant(wiring, parameter).stream())
                        .flatMap(name -> wiring.find(name).stream())
                        .forEach(open::add);
            }
        }
        return reaching;
    }

    private static boolean takes(MethodDeclaration method, String name) {
        return method.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name));
    }
}
