package dev.lanewise.processor.check;

import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Layer.KlSparsity;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Wiring;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Sparsity as a divergence of coins is measured on activations in [0, 1]: on sigmoids, as they are. */
final class SparsityRangeRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        Untrained untrained = Untrained.of(model);
        for (PartDeclaration part : model.parts()) {
            for (MethodDeclaration method : part.methods()) {
                if (method.layer().filter(KlSparsity.class::isInstance).isEmpty()
                        || method.parameters().isEmpty()) {
                    continue;
                }
                ParameterDeclaration parameter = method.parameters().getFirst();
                if (!untrained.contains(part.role(), parameter.name())) {
                    objection(model, part.role(), parameter.name(), new HashSet<>())
                            .ifPresent(objection -> problems.report(Mistake.SPARSITY_RANGE, parameter.at(), objection));
                }
            }
        }
    }

    /** What there is to say against a value; penalties, and values side by side, are as good as what they are made of. */
    private static Optional<String> objection(Declaration model, Role role, String value, Set<MethodDeclaration> seen) {
        if (role == Role.DECODER && value.equals(role.source())) {
            return objection(model, Role.ENCODER, Role.ENCODER.result(), seen);
        }
        Optional<MethodDeclaration> found =
                model.part(role).flatMap(part -> Wiring.of(part).find(value));
        if (found.isEmpty()) {
            boolean given = value.equals(role.source()) || value.equals(Role.CONDITION) && model.hasCondition();
            return given ? Optional.of(value + " may be anything") : Optional.empty();
        }
        Optional<Layer> layer = found.get().layer();
        if (layer.isEmpty() || !seen.add(found.get())) {
            return Optional.empty();
        }
        return layer.get() instanceof Layer.Penalty || layer.get() instanceof Layer.Concat
                ? found.get().parameters().stream()
                        .flatMap(input -> objection(model, role, input.name(), seen).stream())
                        .findFirst()
                : objection(layer.get()).map(objection -> value + " " + objection);
    }

    private static Optional<String> objection(Layer layer) {
        return switch (layer) {
            case Layer.FullyConnected connected ->
                connected.activation() == Activation.SIGMOID
                        ? Optional.empty()
                        : Optional.of("is " + connected.activationBy().orElse(String.valueOf(connected.activation())));
            case Layer.Dropout unused -> Optional.of("is dropout, which scales them beyond 1");
            case Layer.GaussianNoise unused -> Optional.of("has noise added");
            case Layer.Sampling unused -> Optional.of("is sampled");
            case Layer.Add unused -> Optional.of("is a sum, which may be above 1");
            case Layer.Concat unused -> Optional.empty();
            case Layer.Penalty unused -> Optional.empty();
        };
    }
}
