package dev.lanewise.processor.check;

import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Some layer has parameters. */
final class TrainableRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        boolean whole = Arrays.stream(Role.values())
                .allMatch(role -> model.part(role)
                        .filter(part -> part.methods().stream()
                                .anyMatch(method -> method.name().equals(role.result())))
                        .isPresent());
        List<Optional<Layer>> layers = model.parts().stream()
                .flatMap(part -> part.methods().stream())
                .map(method -> method.layer())
                .toList();
        boolean trainable = layers.stream()
                .anyMatch(layer -> layer.map(TrainableRule::hasParameters).orElse(true));
        if (whole && !trainable) {
            problems.report(Mistake.NOTHING_TO_TRAIN, model.at(), model.type().simpleName());
        }
    }

    private static boolean hasParameters(Layer layer) {
        return switch (layer) {
            case Layer.FullyConnected unused -> true;
            case Layer.Noise unused -> false;
            case Layer.Penalty unused -> false;
            case Layer.Sampling unused -> false;
            case Layer.Merge unused -> false;
        };
    }
}
