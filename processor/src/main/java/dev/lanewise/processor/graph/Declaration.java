package dev.lanewise.processor.graph;

import dev.lanewise.Loss;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model as it is written, right or wrong: what the rules look at.
 *
 * @param type the declared type
 * @param at where
 * @param traits what kind of type it is
 * @param surroundings what the generated class must fit into
 * @param nameTaken whether a type of the generated class's name is there already
 * @param input the dimensions of the input; empty where javac itself finds fault with them
 * @param inputAt where the input's shape is written
 * @param condition the dimensions of the condition, none if no condition is declared; empty where javac itself finds fault with
 *     them
 * @param conditionAt where the condition's shape is written
 * @param loss the reconstruction loss; empty where javac itself finds fault with it
 * @param lossBy the user's own reconstruction loss, in place of that
 * @param functions the user's own functions
 * @param nearFunctions methods that could be meant as such
 * @param role what the type is marked as besides, by mistake
 * @param parts the nested types that are marked as encoder or decoder, in source order
 * @param deeper what types nested in those, or in others, are marked as
 * @param strays layers and parts where they mean nothing
 * @param isReadable false where javac itself finds fault with something: the declaration then has gaps
 */
public record Declaration(
        TypeName type,
        Position at,
        Traits traits,
        Surroundings surroundings,
        boolean nameTaken,
        Optional<List<Dimension>> input,
        Position inputAt,
        Optional<List<Dimension>> condition,
        Position conditionAt,
        Optional<Loss> loss,
        Optional<LossBy> lossBy,
        List<FunctionDeclaration> functions,
        List<NearFunction> nearFunctions,
        Optional<Role> role,
        List<PartDeclaration> parts,
        Set<Role> deeper,
        List<Stray> strays,
        boolean isReadable) {

    /**
     * One number of the input's shape.
     *
     * @param value the number
     * @param at where it is written
     */
    public record Dimension(int value, Position at) {}

    /**
     * A reconstruction loss of the user's own.
     *
     * @param name the name of the function
     * @param at where it is written
     * @param besides whether another loss is written too
     */
    public record LossBy(String name, Position at, boolean besides) {}

    /** What can be wrong with a type as such. */
    public enum Trait {
        /** Neither an interface nor an abstract class. */
        CONCRETE,
        /** With type parameters. */
        GENERIC,
        /** Private, or in something private. */
        PRIVATE,
        /** A class that needs an instance of the class around it. */
        INNER
    }

    /**
     * What is unusual about a type.
     *
     * @param traits none of them for a good one
     */
    public record Traits(Set<Trait> traits) {

        /**
         * Whether the type is unusual in some way.
         *
         * @param trait the way
         * @return whether
         */
        public boolean has(Trait trait) {
            return traits.contains(trait);
        }
    }

    /**
     * An encoder or decoder as it is written.
     *
     * @param roles what it is marked as; both is a mistake
     * @param role what it is meant as: what it is marked as, unless that would make two of one and none of the other, or each
     *     computes what the other should
     * @param typeName the simple name of its type
     * @param at where
     * @param traits what kind of type it is
     * @param hasCondition whether the model declares a condition, which is then visible here
     * @param methods its abstract methods and those with layer annotations, inherited ones first, in source order
     * @param others the names of its other methods
     */
    public record PartDeclaration(
            Set<Role> roles,
            Role role,
            String typeName,
            Position at,
            Traits traits,
            boolean hasCondition,
            List<MethodDeclaration> methods,
            Set<String> others) {

        /** {@return whether a layer takes what it calls the condition, whether there is one or not} */
        public boolean takesCondition() {
            return methods.stream()
                    .flatMap(method -> method.parameters().stream())
                    .anyMatch(parameter -> parameter.name().equals(Role.CONDITION));
        }

        /** {@return whether it is marked as one thing, so that it can be told what it should be} */
        public boolean isClear() {
            return roles.size() == 1;
        }

        /**
         * Whether a name is declared more than once.
         *
         * @param name the name of a method
         * @return whether there are several methods of it
         */
        public boolean isRepeated(String name) {
            return methods.stream().filter(method -> method.name().equals(name)).count() > 1;
        }
    }

    /** How a method's type stands to {@code Tensor}. */
    public enum Type {
        /** It is {@code Tensor}. */
        TENSOR,
        /** It is another type. */
        OTHER,
        /** javac does not know it, and says so itself. */
        UNRESOLVED
    }

    /** What can be wrong with a method as such. */
    public enum MethodTrait {
        /** Has a body of its own, in a class. */
        CONCRETE,
        /** A default method of an interface. */
        DEFAULT,
        /** Static. */
        STATIC,
        /** Private. */
        PRIVATE,
        /** With type parameters. */
        GENERIC,
        /** With a variable number of arguments. */
        VARARGS
    }

    /**
     * A method of a part.
     *
     * @param name its name, and the name of the value it computes
     * @param at where
     * @param typeName the simple name of the type that declares it
     * @param traits what is unusual about it
     * @param type what it returns
     * @param typeText the same as written
     * @param parameters its parameters
     * @param layers its layer annotations
     */
    public record MethodDeclaration(
            String name,
            Position at,
            String typeName,
            Set<MethodTrait> traits,
            Type type,
            String typeText,
            List<ParameterDeclaration> parameters,
            List<LayerDeclaration> layers) {

        /** {@return what it computes, where it has one layer annotation and that can be read} */
        public Optional<Layer> layer() {
            return layers.size() == 1 ? layers.getFirst().layer() : Optional.empty();
        }

        /**
         * Where a value of its layer annotation is written.
         *
         * @param value such as {@code units}
         * @return its place, or the annotation's or method's where it is not written
         */
        public Position at(String value) {
            return layers.isEmpty() ? at : layers.getFirst().at(value);
        }
    }

    /**
     * A parameter of a method.
     *
     * @param name its name, and the name of the value it stands for
     * @param at where
     * @param type its type
     * @param typeText the same as written
     * @param nameLost whether it comes from a class file without parameter names
     */
    public record ParameterDeclaration(String name, Position at, Type type, String typeText, boolean nameLost) {}

    /**
     * A layer annotation on a method.
     *
     * @param annotation as written, such as {@code @Dense}
     * @param at where
     * @param layer what it says; empty where something is missing, or javac itself finds fault with it
     * @param missing the attributes that should be written and are not
     * @param values where its values are written
     */
    public record LayerDeclaration(
            String annotation, Position at, Optional<Layer> layer, List<String> missing, Map<String, Position> values) {

        /**
         * Where a value is written.
         *
         * @param value such as {@code units}
         * @return its place, or the annotation's where it is not written
         */
        public Position at(String value) {
            return values.getOrDefault(value, at);
        }
    }

    /**
     * A method that could be meant as a function of the user's own, and is none.
     *
     * @param name its name
     * @param typeName the simple name of the type that declares it
     * @param isMarked whether it is marked as one, in another source file, or not marked
     */
    public record NearFunction(String name, String typeName, boolean isMarked) {}

    /**
     * A layer annotation where it means nothing.
     *
     * @param annotation as written, such as {@code @Dense}
     * @param typeName the simple name of the type around it
     * @param at where
     */
    public record Stray(String annotation, String typeName, Position at) {}

    /** {@return the parts of which it can be told what they should be} */
    public List<PartDeclaration> clearParts() {
        return parts.stream().filter(PartDeclaration::isClear).toList();
    }

    /**
     * The part of a role, where there is exactly one, and that nothing else.
     *
     * @param role which
     * @return the part
     */
    public Optional<PartDeclaration> part(Role role) {
        List<PartDeclaration> found =
                parts.stream().filter(part -> part.role() == role).toList();
        return found.size() == 1 && found.getFirst().isClear() ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** {@return whether a condition is declared} */
    public boolean hasCondition() {
        return condition.map(dimensions -> !dimensions.isEmpty()).orElse(true);
    }

    /**
     * The user's own functions of a name.
     *
     * @param name the name
     * @return those, several being a mistake
     */
    public List<FunctionDeclaration> functions(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .toList();
    }

    /** {@return the shape of the input, where it is one} */
    public Optional<Shape> shape() {
        return shape(input);
    }

    /** {@return the shape of the condition, where there is one} */
    public Optional<Shape> conditionShape() {
        return shape(condition);
    }

    private static Optional<Shape> shape(Optional<List<Dimension>> of) {
        return of.map(dimensions ->
                        new Shape(dimensions.stream().map(Dimension::value).toList()))
                .filter(shape -> !shape.dimensions().isEmpty()
                        && shape.dimensions().stream().allMatch(dimension -> dimension >= 1)
                        && shape.size() <= Limits.WIDTH);
    }
}
