package dev.lanewise.processor.graph;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one input; data is flat rows of its product.
 *
 * @param dimensions such as 28, 28
 */
public record Shape(List<Integer> dimensions) {

    /**
     * Copies the list.
     *
     * @param dimensions such as 28, 28
     */
    public Shape {
        dimensions = List.copyOf(dimensions);
    }

    /** {@return the number of elements, or {@link Long#MAX_VALUE} where it does not fit a {@code long}} */
    public long size() {
        long size = 1;
        for (int dimension : dimensions) {
            if (dimension != 0 && size > Long.MAX_VALUE / Math.abs((long) dimension)) {
                return Long.MAX_VALUE;
            }
            size *= dimension;
        }
        return size;
    }

    /** {@return the dimensions as in {@code 28x28}} */
    @Override
    public String toString() {
        return joined("x");
    }

    /**
     * The dimensions with something between them.
     *
     * @param separator such as {@code " × "}
     * @return such as {@code 28 × 28}
     */
    public String joined(String separator) {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }
}
