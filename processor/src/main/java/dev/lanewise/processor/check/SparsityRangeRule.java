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
                    source(model, part.role(), parameter.name())
                            .ifPresent(source -> check(source, parameter, problems));
                }
            }
        }
    }

    /** The layer that a value comes from, penalties passed over. */
    private static Optional<MethodDeclaration> source(Declaration model, Role role, String value) {
        Role in = role;
        String name = value;
        Set<MethodDeclaration> seen = new HashSet<>();
        while (true) {
            if (in == Role.DECODER && name.equals(in.source())) {
                in = Role.ENCODER;
            }
            String wanted = name;
            Optional<MethodDeclaration> found =
                    model.part(in).flatMap(part -> Wiring.of(part).find(wanted));
            boolean penalty = found.flatMap(MethodDeclaration::layer)
                    .filter(Layer.Penalty.class::isInstance)
                    .isPresent();
            if (!penalty || found.get().parameters().isEmpty() || !seen.add(found.get())) {
                return found;
            }
            name = found.get().parameters().getFirst().name();
        }
    }

    private static void check(MethodDeclaration source, ParameterDeclaration parameter, Problems problems) {
        source.layer()
                .flatMap(SparsityRangeRule::objection)
                .ifPresent(
                        objection -> problems.report(Mistake.SPARSITY_RANGE, parameter.at(), source.name(), objection));
    }

    private static Optional<String> objection(Layer layer) {
        return switch (layer) {
            case Layer.FullyConnected connected ->
                connected.activation() == Activation.SIGMOID
                        ? Optional.empty()
                        : Optional.of("is " + connected.activation());
            case Layer.Dropout unused -> Optional.of("is dropout, which scales them beyond 1");
            case Layer.GaussianNoise unused -> Optional.of("has noise added");
            case Layer.Sampling unused -> Optional.of("is sampled");
            case Layer.Penalty unused -> Optional.empty();
        };
    }
}
