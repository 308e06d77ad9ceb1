package dev.lanewise.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Arrays that a computation uses by number and that are there again the next time: once each has been asked for, nothing is allocated.
 * Their contents are undefined. Used by one thread at a time.
 */
public final class Scratch {

    private static final float[] NONE = {};

    private final List<float[]> arrays = new ArrayList<>();
    private final List<float[]> operands = new ArrayList<>();

    /** Starts without any. */
    public Scratch() {}

    /**
     * An array of at least a length.
     *
     * @param number which, from 0
     * @param length how many elements are needed, at least 0
     * @return the array, the same in every call until a longer one is asked for
     */
    public float[] array(int number, int length) {
        return array(arrays, number, length);
    }

    /** What plain loops are computed from, and what comes of it, where it begins at index 0; like {@link #array}, and none of those. */
    float[] operand(int number, int length) {
        return array(operands, number, length);
    }

    private static float[] array(List<float[]> arrays, int number, int length) {
        while (arrays.size() <= number) {
            arrays.add(NONE);
        }
        if (arrays.get(number).length < length) {
            arrays.set(number, new float[length]);
        }
        return arrays.get(number);
    }
}
