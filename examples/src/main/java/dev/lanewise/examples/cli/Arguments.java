package dev.lanewise.examples.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoublePredicate;
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
            return number(text, "a number above 0", number -> number > 0 && number < Double.POSITIVE_INFINITY);
        }
    }

    /** A number from 0 to 1. */
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text, "a number from 0 to 1", number -> number >= 0 && number <= 1);
        }
    }

    /** A whole number from 0. */
    static final class Index implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return index(text, "a whole number from 0", text);
        }
    }

    /** A whole number from 2: a way has two ends. */
    static final class Steps implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            String expected = "a whole number from 2";
            int steps = index(text, expected, text);
            if (steps < 2) {
                throw expected(expected, text);
            }
            return steps;
        }
    }

    /** Two rows of the data. */
    record Pair(int first, int second) {}

    /** Two whole numbers from 0, with a comma. */
    static final class TwoRows implements ITypeConverter<Pair> {
        @Override
        public Pair convert(String text) {
            String expected = "two whole numbers from 0 such as 3,8";
            String[] parts = text.split(",", -1);
            if (parts.length != 2) {
                throw expected(expected, text);
            }
            return new Pair(index(parts[0].strip(), expected, text), index(parts[1].strip(), expected, text));
        }
    }

    private static double number(String text, String expected, DoublePredicate fits) {
        try {
            double number = Double.parseDouble(text);
            if (fits.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw expected(expected, text);
    }

    private static int index(String text, String expected, String found) {
        try {
            int index = Integer.parseInt(text);
            if (index >= 0) {
                return index;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw expected(expected, found);
    }

    /** A finite number. */
    static final class Finite implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text, "a number", Double::isFinite);
        }
    }

    /** A part of the data by its name. */
    static final class PartName implements ITypeConverter<Part> {
        @Override
        public Part convert(String text) {
            return Part.named(text)
                    .orElseThrow(() -> new TypeConversionException(Suggestions.unknown("set", text, Part.labels())));
        }
    }

    /** A format by its name. */
    static final class FormatName implements ITypeConverter<ReconstructCommand.Format> {
        @Override
        public ReconstructCommand.Format convert(String text) {
            return switch (text) {
                case "csv" -> ReconstructCommand.Format.CSV;
                case "idx" -> ReconstructCommand.Format.IDX;
                default -> throw expected("csv or idx", text);
            };
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

    /** Some models. */
    record ModelList(List<ModelEntry<?>> entries) {}

    /** Models by their names, with commas. */
    static final class SeveralModels implements ITypeConverter<ModelList> {
        @Override
        public ModelList convert(String text) {
            List<ModelEntry<?>> entries = new ArrayList<>();
            for (String name : text.split(",", -1)) {
                entries.add(new Model().convert(name.strip()));
            }
            return new ModelList(entries);
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
