package dev.lanewise.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.graph.Role;
import dev.lanewise.processor.graph.Surroundings;
import dev.lanewise.processor.graph.TypeName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** What a generated class looks like from outside, whether there is a model in it or a mistake instead. */
final class PublicFace {

    private final TypeName name;
    private final Surroundings surroundings;
    private final boolean isConditional;
    private final ClassName generated;

    PublicFace(TypeName name, Surroundings surroundings, boolean isConditional) {
        this.isConditional = isConditional;
        this.name = name;
        this.surroundings = surroundings;
        this.generated = ClassName.get(name.packageName(), name.modelName());
    }

    ClassName generated() {
        return generated;
    }

    ClassName declared() {
        return ClassName.get(
                name.packageName(),
                name.simpleNames().getFirst(),
                name.simpleNames().stream().skip(1).toArray(String[]::new));
    }

    ClassName part(String typeName) {
        return generated.nestedClass(typeName);
    }

    /** A link to a part's declaration, or its name where a link would lead nowhere. */
    CodeBlock declaredPart(String typeName, boolean isPrivate) {
        ClassName part = declared().nestedClass(typeName);
        return isPrivate ? CodeBlock.of("{@code $L}", typeName) : CodeBlock.of("{@link $T}", part);
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(generated)
                .addModifiers(Modifier.FINAL)
                .superclass(isConditional ? Runtime.COMPILED_CONDITIONAL_MODEL : Runtime.COMPILED_MODEL);
        if (surroundings.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (surroundings.seesGenerated()) {
            type.addAnnotation(AnnotationSpec.builder(Runtime.GENERATED)
                    .addMember("value", "$S", Runtime.GENERATOR)
                    .build());
        }
        return type;
    }

    JavaFile.Builder file(TypeSpec type) {
        return JavaFile.builder(name.packageName(), type).indent("    ").skipJavaLangImports(true);
    }

    SourceFile source(JavaFile.Builder file) {
        return new SourceFile(
                name.qualifiedModelName(), Layout.tidy(file.build().toString()));
    }

    MethodSpec create(CodeBlock body) {
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("""
                        Creates a model with fresh weights.

                        @param seed from which the weights follow
                        @return the model
                        """)
                .returns(generated)
                .addParameter(long.class, "seed")
                .addCode(body)
                .build();
    }

    MethodSpec load(CodeBlock body) {
        return MethodSpec.methodBuilder("load")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("""
                        Reads a model from a file that {@link #save} wrote.

                        @param file the file
                        @return the model
                        @throws $T if the file cannot be read, is damaged, or is of another model
                        """, IOException.class)
                .returns(generated)
                .addParameter(Path.class, "file")
                .addException(IOException.class)
                .addCode(body)
                .build();
    }

    MethodSpec summary(CodeBlock body) {
        return MethodSpec.methodBuilder("summary")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addCode(body)
                .build();
    }

    MethodSpec sample(int width, CodeBlock body) {
        return MethodSpec.methodBuilder("sample")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Decodes codings drawn from N(0, I).

                        @param count how many
                        @param seed from which the codings follow
                        @return images, count rows from codings of $L values
                        @throws $T if the count is negative
                        """, width, IllegalArgumentException.class)
                .returns(Runtime.MATRIX)
                .addParameter(int.class, "count")
                .addParameter(long.class, "seed")
                .addCode(body)
                .build();
    }

    MethodSpec sampleOnCondition(int width, int conditions, CodeBlock body) {
        return MethodSpec.methodBuilder("sample")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Decodes codings drawn from N(0, I), on a condition.

                        @param count how many
                        @param seed from which the codings follow
                        @param condition count × $L, or one row that holds for all
                        @return images, count rows from codings of $L values
                        @throws $T if the count is negative, or the condition has another shape or a value that is not finite
                        """, conditions, width, IllegalArgumentException.class)
                .returns(Runtime.MATRIX)
                .addParameter(int.class, "count")
                .addParameter(long.class, "seed")
                .addParameter(Runtime.MATRIX, "condition")
                .addCode(body)
                .build();
    }

    /** The two methods that answer every value of a part: without noise, and as in training. */
    List<MethodSpec> values(
            Role role, ClassName type, String method, int width, Function<String, CodeBlock> bodyOfArguments) {
        String parameter = source(role);
        return List.of(
                values(type, method, parameter)
                        .addJavadoc("""
                                Computes every value of the $L.

                                @param $L B × $L
                                @return the values, without noise
                                @throws $T if the width is another, or a value is not finite
                                """, role.noun(), parameter, width, IllegalArgumentException.class)
                        .addCode(bodyOfArguments.apply(parameter))
                        .build(),
                values(type, method, parameter)
                        .addParameter(long.class, "seed")
                        .addJavadoc("""
                                Computes every value of the $L as in training.

                                @param $L B × $L
                                @param seed of the noise
                                @return the values, noise included
                                @throws $T if the width is another, or a value is not finite
                                """, role.noun(), parameter, width, IllegalArgumentException.class)
                        .addCode(bodyOfArguments.apply(parameter + ", seed"))
                        .build());
    }

    /** The same of a part that takes the condition. */
    List<MethodSpec> valuesOnCondition(
            Role role,
            ClassName type,
            String method,
            int width,
            int conditions,
            Function<String, CodeBlock> bodyOfArguments) {
        String parameter = source(role);
        return List.of(
                values(type, method, parameter)
                        .addParameter(Runtime.MATRIX, "condition")
                        .addJavadoc("""
                                Computes every value of the $L.

                                @param $L B × $L
                                @param condition B × $L, or one row that holds for all
                                @return the values, without noise
                                @throws $T if a shape is another, or a value is not finite
                                """, role.noun(), parameter, width, conditions, IllegalArgumentException.class)
                        .addCode(bodyOfArguments.apply(parameter + ", condition"))
                        .build(),
                values(type, method, parameter)
                        .addParameter(Runtime.MATRIX, "condition")
                        .addParameter(long.class, "seed")
                        .addJavadoc("""
                                Computes every value of the $L as in training.

                                @param $L B × $L
                                @param condition B × $L, or one row that holds for all
                                @param seed of the noise
                                @return the values, noise included
                                @throws $T if a shape is another, or a value is not finite
                                """, role.noun(), parameter, width, conditions, IllegalArgumentException.class)
                        .addCode(bodyOfArguments.apply(parameter + ", condition, seed"))
                        .build());
    }

    private static String source(Role role) {
        return switch (role) {
            case ENCODER -> "images";
            case DECODER -> "codings";
        };
    }

    private static MethodSpec.Builder values(ClassName type, String method, String parameter) {
        return MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addParameter(Runtime.MATRIX, parameter);
    }

    MethodSpec blank(CodeBlock body) {
        return override("blank", Runtime.COMPILED_MODEL).addCode(body).build();
    }

    MethodSpec trainingPass(CodeBlock body) {
        return override("trainingPass", Runtime.TRAINING_PASS)
                .addParameter(int.class, "batchSize")
                .addCode(body)
                .build();
    }

    MethodSpec inferencePass(CodeBlock body) {
        return override("inferencePass", Runtime.INFERENCE_PASS).addCode(body).build();
    }

    private static MethodSpec.Builder override(String name, ClassName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(returned);
    }
}
