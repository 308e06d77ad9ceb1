package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer.Sampling;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Widths;
import java.util.Optional;

/** The mean and the logarithm of the variance that a sampling layer takes are equally wide. */
final class SamplingWidthsRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Widths widths = Widths.of(model);
        for (PartDeclaration part : model.parts()) {
            for (MethodDeclaration method : part.methods()) {
                if (method.layer().filter(Sampling.class::isInstance).isPresent()
                        && method.parameters().size() == 2) {
                    check(widths, part.role(), method, problems);
                }
            }
        }
    }

    private static void check(Widths widths, Role role, MethodDeclaration method, Problems problems) {
        ParameterDeclaration mean = method.parameters().getFirst();
        ParameterDeclaration logVariance = method.parameters().getLast();
        Optional<Integer> ofMean = widths.of(role, mean.name());
        Optional<Integer> ofLogVariance = widths.of(role, logVariance.name());
        if (ofMean.isPresent() && ofLogVariance.isPresent() && !ofMean.equals(ofLogVariance)) {
            problems.report(
                    Mistake.SAMPLING_WIDTHS,
                    logVariance.at(),
                    mean.name(),
                    ofMean.get(),
                    logVariance.name(),
                    ofLogVariance.get());
        }
    }
}
