package dev.lanewise.processor.read;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The trees of a compiler that a build tool stands in front of. Gradle and IntelliJ IDEA hand processors an environment of
 * their own, to see what they write, and {@link Trees} is content with javac's alone. Both have what they wrap; neither has a
 * way to ask for it but reflection, the only one in this compiler. IntelliJ's is the way that its own error message tells.
 */
final class Wrapped {

    private static final int DEPTH = 4;

    private Wrapped() {}

    /**
     * The trees.
     *
     * @throws IllegalArgumentException if the compiler is not javac, or is behind a wrapper of another kind
     */
    static Trees trees(ProcessingEnvironment environment) {
        ProcessingEnvironment next = environment;
        for (int i = 0; i < DEPTH; i++) {
            try {
                return Trees.instance(next);
            } catch (IllegalArgumentException e) {
                next = unwrapped(next).orElseThrow(() -> e);
            }
        }
        throw new IllegalArgumentException("a wrapper in a wrapper in a wrapper");
    }

    private static Optional<ProcessingEnvironment> unwrapped(ProcessingEnvironment wrapper) {
        return intellij(wrapper).or(() -> gradle(wrapper));
    }

    private static Optional<ProcessingEnvironment> intellij(ProcessingEnvironment wrapper) {
        try {
            Object inside = Class.forName(
                            "org.jetbrains.jps.javac.APIWrappers",
                            true,
                            wrapper.getClass().getClassLoader())
                    .getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, wrapper);
            return inside instanceof ProcessingEnvironment found && inside != wrapper
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException
                | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessingEnvironment> gradle(ProcessingEnvironment wrapper) {
        try {
            Field delegate = wrapper.getClass().getDeclaredField("delegate");
            delegate.setAccessible(true);
            return delegate.get(wrapper) instanceof ProcessingEnvironment inside
                    ? Optional.of(inside)
                    : Optional.empty();
        } catch (NoSuchFieldException | IllegalAccessException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
