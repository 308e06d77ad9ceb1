package dev.lanewise.processor.graph;

import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.ParameterDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Declaration.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Value input = new Value("", Role.ENCODER.source(), (int) shape.size());
        Part encoder = part(Role.ENCODER, declaration, input);
        Part decoder = part(Role.DECODER, declaration, encoder.result());
        return new Model(
                declaration.type(),
                declaration.surroundings(),
                shape,
                declaration.loss().orElseThrow(),
                encoder,
                decoder);
    }

    private static Part part(Role role, Declaration declaration, Value source) {
        PartDeclaration part = declaration.part(role).orElseThrow();
        Map<String, Value> visible = new HashMap<>();
        visible.put(role.source(), source);
        List<Node> nodes = new ArrayList<>();
        for (MethodDeclaration method : Wiring.of(part).order()) {
            Layer layer = method.layer().orElseThrow();
            List<Value> inputs = method.parameters().stream()
                    .map(ParameterDeclaration::name)
                    .map(visible::get)
                    .toList();
            int width = layer.width(inputs.getFirst().width());
            Value value = new Value(Part.nameOf(part.typeName()), method.name(), width);
            visible.put(method.name(), value);
            nodes.add(new Node(value, layer, inputs));
        }
        return new Part(role, part.typeName(), part.traits().has(Trait.PRIVATE), source, nodes);
    }
}
