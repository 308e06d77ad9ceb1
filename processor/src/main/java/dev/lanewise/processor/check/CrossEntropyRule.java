package dev.lanewise.processor.check;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Layer;
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
            case Layer.FullyConnected connected ->
                connected.activation() == Activation.SIGMOID
                        ? Optional.empty()
                        : Optional.of("this one is "
                                + connected.activationBy().orElse(String.valueOf(connected.activation())));
            case Layer.Dropout unused -> Optional.of("dropout leaves it in training");
            case Layer.GaussianNoise unused -> Optional.of("noise leaves it in training");
            case Layer.Penalty unused -> Optional.of("this one is a penalty, which belongs on a layer before");
            case Layer.Sampling unused -> Optional.of("a sample leaves it");
            case Layer.Add unused -> Optional.of("a sum leaves it");
            case Layer.Concat unused -> Optional.of("of values side by side it is not told whether they are in it");
        };
    }
}
