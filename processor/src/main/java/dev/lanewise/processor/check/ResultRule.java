package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Wiring;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An encoder computes {@code codings}, a decoder {@code output}. */
final class ResultRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        for (PartDeclaration part : model.clearParts()) {
            String result = part.role().result();
            if (Wiring.of(part).find(result).isEmpty()) {
                problems.report(
                        Mistake.RESULT_MISSING, part.at(), part.role().noun(), part.typeName(), result, wayOut(part));
            }
        }
    }

    private static String wayOut(PartDeclaration part) {
        String result = part.role().result();
        Set<String> used = part.methods().stream()
                .flatMap(method -> method.parameters().stream())
                .map(ParameterDeclaration::name)
                .collect(Collectors.toSet());
        List<String> last = part.methods().stream()
                .map(MethodDeclaration::name)
                .filter(name -> !used.contains(name))
                .toList();
        return Spelling.nearest(result, last)
                .map(name -> "did you mean it by \"" + name + "\"?")
                .orElseGet(() -> last.size() == 1
                        ? "call its last layer, \"" + last.getFirst() + "\", so"
                        : "declare a layer of that name");
    }
}
