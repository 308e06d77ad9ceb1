package dev.lanewise.processor.check;

import dev.lanewise.Loss;
import dev.lanewise.layer.Activation;
import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.FunctionDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Position;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a function is named there is one, of the right kind, and it is not named beside one that is built in. */
final class FunctionUseRule implements Rule {

    private enum Use {
        ACTIVATION(1, true, false, "an activation is an @Elementwise function of one value", Activation.values()),
        PENALTY(1, false, true, "a penalty is a @Rowwise function of one value"),
        LOSS(2, true, true, "a loss is a function of two values, prediction and target", Loss.values());

        private final int parameters;
        private final boolean elementwise;
        private final boolean rowwise;
        private final String words;
        private final List<String> builtIn;

        Use(int parameters, boolean elementwise, boolean rowwise, String words, Enum<?>... builtIn) {
            this.builtIn = Arrays.stream(builtIn).map(Enum::name).toList();
            this.parameters = parameters;
            this.elementwise = elementwise;
            this.rowwise = rowwise;
            this.words = words;
        }

        boolean takes(FunctionDeclaration function) {
            return function.parameters().size() == parameters && (function.isRowwise() ? rowwise : elementwise);
        }
    }

    @Override
    public void check(Declaration model, Problems problems) {
        model.lossBy().ifPresent(loss -> {
            if (loss.besides()) {
                problems.report(Mistake.LOSS_TWICE, loss.at(), model.type().simpleName());
            }
            check(model, loss.name(), loss.at(), Use.LOSS, problems);
        });
        for (PartDeclaration part : model.parts()) {
            part.methods().forEach(method -> check(model, method, problems));
        }
    }

    private static void check(Declaration model, MethodDeclaration method, Problems problems) {
        Optional<Layer> layer = method.layer();
        layer.filter(Layer.FullyConnected.class::isInstance)
                .flatMap(connected -> ((Layer.FullyConnected) connected).activationBy())
                .ifPresent(name -> {
                    if (method.layers().getFirst().values().containsKey("activation")) {
                        problems.report(Mistake.ACTIVATION_TWICE, method.at("activationBy"), method.name());
                    }
                    check(model, name, method.at("activationBy"), Use.ACTIVATION, problems);
                });
        layer.filter(Layer.OwnPenalty.class::isInstance)
                .map(penalty -> ((Layer.OwnPenalty) penalty).by())
                .ifPresent(name -> check(model, name, method.at("by"), Use.PENALTY, problems));
    }

    private static void check(Declaration model, String name, Position at, Use use, Problems problems) {
        List<FunctionDeclaration> found = model.functions(name);
        if (found.isEmpty()) {
            problems.report(Mistake.FUNCTION_UNKNOWN, at, name, model.type().simpleName(), wayOut(model, name, use));
            return;
        }
        if (found.size() > 1) {
            problems.report(Mistake.FUNCTION_TWICE, at, name, found.size());
            return;
        }
        FunctionDeclaration function = found.getFirst();
        if (!function.faults().isEmpty()) {
            return;
        }
        if (!use.takes(function)) {
            problems.report(
                    Mistake.FUNCTION_KIND, at, name, describe(function), use.words, "name a function of that kind");
        } else if (function.function().isPresent() && function.function().get().isFlat()) {
            problems.report(
                    Mistake.FUNCTION_FLAT, at, name, function.parameters().getFirst());
        }
    }

    private static String describe(FunctionDeclaration function) {
        int count = function.parameters().size();
        return (function.isRowwise() ? "@Rowwise" : "@Elementwise") + ", of "
                + (count == 1 ? "one value" : count + " values");
    }

    private static String wayOut(Declaration model, String name, Use use) {
        return near(model, name, use).or(() -> builtIn(name, use)).orElseGet(() -> others(model, simple(name), use));
    }

    /** What is said of a method that is there, but is no function of the model. */
    private static Optional<String> near(Declaration model, String name, Use use) {
        return model.nearFunctions().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .map(method -> method.isMarked()
                        ? "the one of " + method.typeName() + " is in another source file: declare it here"
                        : "the method of that name is not marked: add "
                                + (use == Use.PENALTY ? "@Rowwise" : "@Elementwise"));
    }

    private static Optional<String> builtIn(String name, Use use) {
        String attribute = use == Use.LOSS ? "loss = Loss." : "activation = ";
        return use.builtIn.stream()
                .filter(constant -> constant.equalsIgnoreCase(simple(name)))
                .findFirst()
                .map(constant -> "it is built in: write " + attribute + constant);
    }

    /** A name as it should be written, without the type before it, or parentheses behind. */
    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1)
                .replaceFirst("\\(.*", "");
    }

    private static String others(Declaration model, String name, Use use) {
        List<String> names = model.functions().stream()
                .filter(use::takes)
                .map(FunctionDeclaration::name)
                .distinct()
                .toList();
        return Spelling.nearest(name, names)
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElseGet(() -> names.isEmpty()
                        ? "declare it there, as a static method that is marked"
                        : (names.size() == 1 ? "there is " : "there are ") + String.join(", ", names));
    }
}
