package dev.lanewise.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.AutoencoderModel;
import dev.lanewise.ConditionalAutoencoderModel;
import dev.lanewise.runtime.CompiledConditionalModel;
import dev.lanewise.runtime.CompiledModel;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

class ReservedNamesTest {

    @Test
    void noPartCanTakeTheNameOfAMethodThatEveryModelHas() {
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : Set.of(
                CompiledModel.class,
                CompiledConditionalModel.class,
                AutoencoderModel.class,
                ConditionalAutoencoderModel.class,
                Object.class)) {
            Stream.of(type.getDeclaredMethods())
                    .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                    .map(Method::getName)
                    .filter(ReservedNames::canBePart)
                    .forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void wordsOfJavaAreKnown() {
        ReservedNames.KEYWORDS.forEach(word -> assertTrue(SourceVersion.isKeyword(word), word));
        for (String word : Set.of("default", "new", "switch", "null", "true", "goto")) {
            assertFalse(ReservedNames.canBePart(word), word);
        }
    }
}
