package dev.lanewise.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The nested type that holds every value of a part: a record, or, where that would have more components than Java's
 * constructors have room for, a class that looks like one.
 */
final class PartWriter {

    /**
     * A value of the part as a caller sees it.
     *
     * @param name the layer's name
     * @param description what it is, for Javadoc
     */
    record Component(String name, String description) {}

    private static final int RECORD_COMPONENTS = 254;

    private static final TypeName MATRICES = ParameterizedTypeName.get(ClassName.get(List.class), Runtime.MATRIX);

    private final ClassName type;
    private final CodeBlock description;
    private final List<Component> components;

    PartWriter(ClassName type, CodeBlock description, List<Component> components) {
        this.type = type;
        this.description = description;
        this.components = components;
    }

    TypeSpec type() {
        return isRecord() ? recordType() : classType();
    }

    /** An expression that makes one of a {@code List<Matrix> values}. */
    CodeBlock fromValues() {
        if (!isRecord()) {
            return CodeBlock.of("new $T(values)", type);
        }
        CodeBlock.Builder arguments = CodeBlock.builder();
        for (int i = 0; i < components.size(); i++) {
            arguments.add(i == 0 ? "" : ",$W").add("values.get($L)", i);
        }
        return CodeBlock.of("new $T($L)", type, arguments.build());
    }

    private boolean isRecord() {
        return components.size() <= RECORD_COMPONENTS;
    }

    private TypeSpec recordType() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        TypeSpec.Builder builder =
                TypeSpec.recordBuilder(type).addModifiers(Modifier.PUBLIC).addJavadoc("$L\n\n", description);
        for (Component component : components) {
            constructor.addParameter(Runtime.MATRIX, component.name());
            builder.addJavadoc("@param $L $L\n", component.name(), component.description());
        }
        return builder.recordConstructor(constructor.build()).build();
    }

    private TypeSpec classType() {
        TypeSpec.Builder builder = TypeSpec.classBuilder(type)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L\n", description)
                .addField(FieldSpec.builder(MATRICES, "values", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(MATRICES, "values")
                        .addStatement("this.values = values")
                        .build());
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            builder.addMethod(MethodSpec.methodBuilder(component.name())
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("{@return $L}\n", component.description())
                    .returns(Runtime.MATRIX)
                    .addStatement("return values.get($L)", i)
                    .build());
        }
        return builder.build();
    }
}
