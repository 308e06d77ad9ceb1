package dev.lanewise.processor.check;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Layer.Dense;
import dev.lanewise.processor.graph.Layer.Dropout;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Wiring;
import java.util.Optional;

/** Binary cross-entropy is taken of a sigmoid. */
final class CrossEntropyRule implements Rule {

    @Override
    public void check(Declaration model, Problems problems) {
        if (model.loss().filter(Loss.BINARY_CROSS_ENTROPY::equals).isPresent()) {
            model.part(Role.DECODER)
                    .flatMap(decoder -> Wiring.of(decoder).find(Role.DECODER.result()))
                    .ifPresent(output -> check(output, problems));
        }
    }

    private static void check(MethodDeclaration output, Problems problems) {
        output.layer()
                .flatMap(CrossEntropyRule::objection)
                .ifPresent(
                        objection -> problems.report(Mistake.CROSS_ENTROPY_OUTPUT, output.at("activation"), objection));
    }

    private static Optional<String> objection(Layer layer) {
        return switch (layer) {
            case Dense dense ->
                dense.activation() == Activation.SIGMOID
                        ? Optional.empty()
                        : Optional.of("this one is " + dense.activation());
            case Dropout unused -> Optional.of("dropout leaves it in training");
        };
    }
}
