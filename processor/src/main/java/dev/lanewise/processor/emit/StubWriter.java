package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.check.ReservedNames;
import dev.lanewise.processor.emit.PartWriter.Component;
import dev.lanewise.processor.graph.Declaration;
import dev.lanewise.processor.graph.Declaration.MethodDeclaration;
import dev.lanewise.processor.graph.Declaration.PartDeclaration;
import dev.lanewise.processor.graph.Layer;
import dev.lanewise.processor.graph.Part;
import dev.lanewise.processor.graph.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes a class with the public face of a model whose declaration has mistakes. It is there so that javac shows these
 * mistakes and not everything that would be missing otherwise; it never runs.
 */
public final class StubWriter {

    private StubWriter() {}

    /**
     * Writes a stub.
     *
     * @param declaration the declaration
     * @return the class
     */
    public static SourceFile write(Declaration declaration) {
        boolean isConditional =
                declaration.hasCondition() || declaration.parts().stream().anyMatch(PartDeclaration::takesCondition);
        PublicFace face = new PublicFace(declaration.type(), declaration.surroundings(), isConditional);
        CodeBlock failure = CodeBlock.builder()
                .addStatement(
                        "throw new $T($S)",
                        IllegalStateException.class,
                        declaration.type().nestedName() + " has mistakes, see the compiler's messages")
                .build();
        TypeSpec.Builder type = face.type()
                .addJavadoc("Stands in for the model of {@link $T} until its mistakes are mended.\n", face.declared())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement(
                                "super($S, $S, 1, 1$L)",
                                declaration.type().simpleName(),
                                "",
                                isConditional ? CodeBlock.of(", 1, $T.BOTH", Runtime.CONDITIONED) : "")
                        .build())
                .addMethod(face.create(failure))
                .addMethod(face.load(failure))
                .addMethod(face.summary(failure));
        if (mayDraw(declaration)) {
            type.addMethod(face.sample(1, failure));
            if (isConditional) {
                type.addMethod(face.sampleOnCondition(1, 1, failure));
            }
        }
        Set<String> methods = new HashSet<>();
        for (PartDeclaration part : declaration.parts()) {
            String method = Part.nameOf(part.typeName());
            boolean possible = ReservedNames.canBePart(method)
                    && !part.typeName().equals(declaration.type().modelName());
            if (possible && methods.add(method)) {
                type.addType(part(face, part));
                ClassName values = face.part(part.typeName());
                type.addMethods(face.values(part.role(), values, method, 1, arguments -> failure));
                if (isConditional) {
                    type.addMethods(face.valuesOnCondition(part.role(), values, method, 1, 1, arguments -> failure));
                }
            }
        }
        type.addMethod(face.blank(failure))
                .addMethod(face.trainingPass(failure))
                .addMethod(face.inferencePass(failure));
        return face.source(face.file(type.build()));
    }

    private static boolean mayDraw(Declaration declaration) {
        return declaration.part(Role.ENCODER).map(PartDeclaration::methods).stream()
                .flatMap(List::stream)
                .flatMap(method -> method.layer().stream())
                .anyMatch(Layer.Sampling.class::isInstance);
    }

    private static TypeSpec part(PublicFace face, PartDeclaration part) {
        List<Component> components = part.methods().stream()
                .map(MethodDeclaration::name)
                .filter(ReservedNames::canBeValue)
                .distinct()
                .map(name -> new Component(name, "a value"))
                .toList();
        CodeBlock description =
                CodeBlock.of("The values of the $L.", part.role().noun());
        return new PartWriter(face.part(part.typeName()), description, components).type();
    }
}
