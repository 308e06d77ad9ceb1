package dev.lanewise.examples.cli;

import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments are read: each converter refuses what is wrong with what was expected and what was found. */
final class Arguments {
    private Arguments() {}

    /** A whole number from 1. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                int count = Integer.parseInt(text);
                if (count >= 1) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw expected("a whole number from 1", text);
        }
    }

    /** A whole number of 64 bits. */
    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw expected("a whole number", text);
            }
        }
    }

    /** A finite number above 0. */
    static final class Positive implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double number = Double.parseDouble(text);
                if (number > 0 && number < Double.POSITIVE_INFINITY) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw expected("a number above 0", text);
        }
    }

    /** A model by its name. */
    static final class Model implements ITypeConverter<ModelEntry<?>> {
        @Override
        public ModelEntry<?> convert(String text) {
            return Models.named(text)
                    .orElseThrow(() -> new TypeConversionException(Suggestions.unknown("model", text, Models.names())));
        }
    }

    /** The names of the models, for the help. */
    static final class ModelNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Models.names().iterator();
        }
    }

    /** An optimizer by its name. */
    static final class OptimizerName implements ITypeConverter<OptimizerChoice> {
        @Override
        public OptimizerChoice convert(String text) {
            return OptimizerChoice.named(text)
                    .orElseThrow(() -> new TypeConversionException(
                            Suggestions.unknown("optimizer", text, OptimizerChoice.labels())));
        }
    }

    private static TypeConversionException expected(String expected, String found) {
        return new TypeConversionException("expected " + expected + ", found \"" + found + "\"");
    }
}
