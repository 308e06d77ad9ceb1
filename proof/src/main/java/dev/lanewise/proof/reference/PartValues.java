package dev.lanewise.proof.reference;

import dev.lanewise.Matrix;
import dev.lanewise.runtime.CompiledModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the generated methods {@code recognition(images)} and {@code generation(codings)} answer, by the names of the values.
 * Those methods are of the model's own types, so they are called by reflection.
 *
 * @param model of a generated class
 * @param structure the model's
 */
record PartValues(CompiledModel model, Structure structure) {

    Map<String, Matrix> of(String part, Matrix from, Batch batch) {
        Class<?> type = model.getClass();
        return named(
                part,
                structure.isConditioned(part)
                        ? call(method(type, part, Matrix.class, Matrix.class), model, from, given(batch))
                        : call(method(type, part, Matrix.class), model, from));
    }

    Map<String, Matrix> of(String part, Matrix from, Batch batch, long seed) {
        Class<?> type = model.getClass();
        return named(
                part,
                structure.isConditioned(part)
                        ? call(
                                method(type, part, Matrix.class, Matrix.class, long.class),
                                model,
                                from,
                                given(batch),
                                seed)
                        : call(method(type, part, Matrix.class, long.class), model, from, seed));
    }

    private static Matrix given(Batch batch) {
        return batch.condition().orElseThrow();
    }

    private Map<String, Matrix> named(String part, Object record) {
        Map<String, Matrix> values = new LinkedHashMap<>();
        for (Layer layer : structure.layers()) {
            if (layer.part().equals(part)) {
                Method component = method(record.getClass(), layer.simpleName());
                values.put(layer.name(), (Matrix) call(component, record));
            }
        }
        return values;
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            Method method = type.getMethod(name, parameters);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new AssertionError("generated classes have it", e);
        }
    }

    private static Object call(Method method, Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible", e);
        }
    }
}
