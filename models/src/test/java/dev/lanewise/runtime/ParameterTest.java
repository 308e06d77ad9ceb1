package dev.lanewise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.layer.Initializer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    private static final int ALIGNMENT = 8;

    @Test
    void twoEqualHalvesOfAModelAreCutBetweenTwoWeights() {
        List<Parameter> weights = weights(784, 100, 100, 30, 30, 100, 100, 784);
        assertEquals("[784, 100, 0, 0]", starts(weights, 1, 2));
    }

    @Test
    void aWeightThatLiesInBothHalvesIsCutAtATile() {
        // 800 elements before the middle of 1,600: row 50 of the second weight, nearest 48.
        assertEquals("[30, 48]", starts(weights(30, 10, 130, 10), 1, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 64})
    void everyRowHasOneOwner(int shares) {
        for (Parameter weight : weights(784, 150, 150, 100, 100, 10, 100, 10, 10, 100, 100, 150, 150, 784, 3, 1)) {
            int row = weight.startOfShare(0, shares, ALIGNMENT);
            assertEquals(0, row, weight.name());
            for (int share = 0; share < shares; share++) {
                int end = weight.startOfShare(share + 1, shares, ALIGNMENT);
                assertTrue(end >= row, () -> weight.name() + " in " + shares + " shares");
                assertTrue(end % ALIGNMENT == 0 || end == weight.rows(), weight.name() + " is cut at " + end);
                row = end;
            }
            assertEquals(weight.rows(), row, weight.name());
        }
    }

    @Test
    void sharesHaveAsManyElementsButForHalfATileAtEitherEnd() {
        List<Parameter> weights = weights(784, 100, 100, 300, 300, 100, 100, 784);
        long all = 784 * 100 + 100 * 300 + 300 * 100 + 100 * 784;
        for (int shares : new int[] {2, 3, 4}) {
            for (int share = 0; share < shares; share++) {
                long elements = 0;
                for (Parameter weight : weights) {
                    int rows = weight.startOfShare(share + 1, shares, ALIGNMENT)
                            - weight.startOfShare(share, shares, ALIGNMENT);
                    elements += (long) rows * weight.columns();
                }
                long widest = 784;
                assertTrue(Math.abs(elements - all / shares) <= ALIGNMENT * widest + 1, share + ": " + elements);
            }
        }
    }

    private static String starts(List<Parameter> weights, int share, int shares) {
        return Arrays.toString(weights.stream()
                .mapToInt(weight -> weight.startOfShare(share, shares, ALIGNMENT))
                .toArray());
    }

    /** Weights of the given rows and columns, in training. */
    private static List<Parameter> weights(int... sizes) {
        Parameter[] weights = new Parameter[sizes.length / 2];
        long all = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Parameter.weight("w" + i, sizes[2 * i], sizes[2 * i + 1], Initializer.GLOROT_UNIFORM);
            all += (long) sizes[2 * i] * sizes[2 * i + 1];
        }
        long before = 0;
        for (Parameter weight : weights) {
            weight.beginTraining(0, before, all);
            before += (long) weight.rows() * weight.columns();
        }
        return List.of(weights);
    }
}
