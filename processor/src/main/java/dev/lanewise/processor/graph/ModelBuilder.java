package dev.lanewise.processor.graph;

import dev.lanewise.processor.function.Function;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a declaration that every rule has passed to the model that it means. */
public final class ModelBuilder {

    private ModelBuilder() {}

    /**
     * Resolves the names and shapes of a declaration.
     *
     * @param declaration one without mistakes
     * @return the model
     */
    public static Model build(Declaration declaration) {
        Shape shape = declaration.shape().orElseThrow();
        Widths widths = Widths.of(declaration);
        Value input = new Value("", Role.ENCODER.source(), (int) shape.size());
        Part encoder = part(Role.ENCODER, declaration, widths, input);
        Part decoder = part(Role.DECODER, declaration, widths, encoder.result());
        return new Model(
                declaration.type(),
                declaration.surroundings(),
                shape,
                declaration.conditionShape(),
                declaration.loss().orElseThrow(),
                declaration.lossBy().map(Declaration.LossBy::name),
                functions(declaration),
                encoder,
                decoder);
    }

    private static Map<String, Function> functions(Declaration declaration) {
        Map<String, Function> functions = new HashMap<>();
        for (FunctionDeclaration function : declaration.functions()) {
            functions.put(function.name(), function.function().orElseThrow());
        }
        return functions;
    }

    private static Part part(Role role, Declaration declaration, Widths widths, Value source) {
        PartDeclaration part = declaration.part(role).orElseThrow();
        List<Node> nodes = new ArrayList<>();
        for (MethodDeclaration method : Wiring.of(part).order()) {
            Layer layer = method.layer().orElseThrow();
            List<Value> inputs = method.parameters().stream()
                    .map(ParameterDeclaration::name)
                    .map(name -> name.equals(role.source()) ? source : value(role, declaration, widths, name))
                    .toList();
            Optional<Value> tied = layer.tiedTo()
                    .flatMap(name -> Tie.find(declaration, role, name))
                    .map(tie ->
                            value(tie.role(), declaration, widths, tie.method().name()));
            nodes.add(new Node(value(role, declaration, widths, method.name()), layer, inputs, tied));
        }
        return new Part(role, part.typeName(), part.traits().has(Trait.PRIVATE), source, nodes);
    }

    private static Value value(Role role, Declaration declaration, Widths widths, String name) {
        int width = widths.of(role, name).orElseThrow();
        if (declaration.hasCondition() && name.equals(Role.CONDITION)) {
            return new Value("", name, width);
        }
        String part = Part.nameOf(declaration.part(role).orElseThrow().typeName());
        return new Value(part, name, width);
    }
}
