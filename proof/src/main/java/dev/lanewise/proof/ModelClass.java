package dev.lanewise.proof;

import dev.lanewise.runtime.CompiledModel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;

/**
 * A generated class, and the two ways to get a model of it.
 *
 * @param type the class
 */
record ModelClass<M extends CompiledModel>(Class<M> type) {

    /** The model that a class names when it extends {@link ModelProof}. */
    static <M extends CompiledModel> ModelClass<M> argumentOf(Class<?> proof) {
        for (Class<?> type = proof; type != Object.class; type = type.getSuperclass()) {
            if (type.getGenericSuperclass() instanceof ParameterizedType parameterized
                    && parameterized.getRawType() == ModelProof.class
                    && parameterized.getActualTypeArguments()[0] instanceof Class<?> argument) {
                return new ModelClass<>(checked(argument));
            }
        }
        throw new IllegalStateException(proof.getName()
                + " does not say which model: class DenoiserProof extends ModelProof<DenoiserModel> {}");
    }

    /** The bound of ModelProof's parameter has been checked by javac. */
    @SuppressWarnings("unchecked")
    static <M extends CompiledModel> Class<M> checked(Class<?> type) {
        return (Class<M>) type.asSubclass(CompiledModel.class);
    }

    M create(long seed) {
        try {
            return type.cast(method("create", long.class).invoke(null, seed));
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible", e);
        }
    }

    M load(Path file) throws IOException {
        try {
            return type.cast(method("load", Path.class).invoke(null, file));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw unchecked(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible", e);
        }
    }

    private Method method(String name, Class<?> parameter) {
        try {
            Method method = type.getMethod(name, parameter);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " is no generated model: it has no method " + name, e);
        }
    }

    private static RuntimeException unchecked(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
}
