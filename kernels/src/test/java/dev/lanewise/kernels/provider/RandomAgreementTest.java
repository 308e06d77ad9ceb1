package dev.lanewise.kernels.provider;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.lanewise.kernels.scalar.ScalarRandom;
import dev.lanewise.kernels.vector.VectorRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words are Threefry's, and both providers make the same bits of them. */
@EnabledIf(value = "dev.lanewise.kernels.testing.VectorApi#isThere", disabledReason = "skipped: no Vector API")
class RandomAgreementTest {

    private static final RandomKernels SCALAR = new ScalarRandom();
    private static final RandomKernels VECTOR = new VectorRandom();

    static List<RandomKernels> providers() {
        return List.of(SCALAR, VECTOR);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void wordsAreThePublishedAnswersOfThreefry4x32With20Rounds(RandomKernels kernels) {
        assertArrayEquals(
                new int[] {0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8},
                block(kernels, new int[] {0, 0, 0, 0}, new int[] {0, 0, 0, 0}));
        assertArrayEquals(
                new int[] {0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732},
                block(kernels, new int[] {-1, -1, -1, -1}, new int[] {-1, -1, -1, -1}));
        assertArrayEquals(
                new int[] {0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84},
                block(kernels, new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, new int[] {
                    0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89
                }));
    }

    private static int[] block(RandomKernels kernels, int[] counter, int[] key) {
        long seed = key[0] & 0xffffffffL | (long) key[1] << 32;
        int[] words = new int[RandomKernels.GROUP];
        kernels.words(counter[0] >>> 4, 1, counter[1], seed, counter[3], counter[2], key[2], key[3], words);
        int lane = counter[0] & 15;
        return new int[] {words[lane], words[16 + lane], words[32 + lane], words[48 + lane]};
    }

    @Test
    void sameWordsInBothProviders() {
        int[] expected = new int[8 * RandomKernels.GROUP];
        int[] actual = new int[8 * RandomKernels.GROUP];
        for (int row = 0; row < 100; row++) {
            SCALAR.words(row % 3, row % 9, row, 0x123456789abcdefL * row, row % 5, 3 * row, 2, row % 7, expected);
            VECTOR.words(row % 3, row % 9, row, 0x123456789abcdefL * row, row % 5, 3 * row, 2, row % 7, actual);
            assertArrayEquals(expected, actual);
        }
    }

    @Test
    void sameNormalsInBothProvidersForEveryKindOfWord() {
        int groups = 10_000;
        int[] words = new int[groups * RandomKernels.GROUP];
        SCALAR.words(0, groups, 1, 2, 3, 4, 5, 6, words);
        System.arraycopy(new int[] {0, 1, 2, 3, -1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE}, 0, words, 0, 8);
        System.arraycopy(new int[] {0, 255, 256, -1, -256, -257, 1 << 30, 3 << 30}, 0, words, 16, 8);
        float[] expected = new float[words.length];
        float[] actual = new float[words.length];
        SCALAR.normals(groups * RandomKernels.GROUP, words, expected);
        VECTOR.normals(groups * RandomKernels.GROUP, words, actual);
        Floats.assertSameBits(expected, actual, i -> "normal " + i);
    }

    @Test
    void sameUniformsDropoutAndGaussianOnRaggedRunsAndNotAWordBeyond() {
        int[] words = new int[2 * RandomKernels.GROUP];
        SCALAR.words(0, 2, 1, 2, 3, 4, 5, 6, words);
        float[] normals = new float[words.length];
        SCALAR.normals(2 * RandomKernels.GROUP, words, normals);
        float[] values = Floats.sample(20_000_003);
        for (int n = 0; n <= 67; n++) {
            int offset = n % 3;
            float[] x = Arrays.copyOf(values, n + 5);
            float[] expected = x.clone();
            float[] actual = x.clone();
            String run = "n = " + n;
            SCALAR.uniform(n, words, expected, offset);
            VECTOR.uniform(n, words, actual, offset);
            Floats.assertSameBits(expected, actual, i -> run + " uniform at " + i);
            SCALAR.dropout(n, words, 77 << 20, 1.3f, x, offset, expected, offset);
            actual = x.clone();
            VECTOR.dropout(n, words, 77 << 20, 1.3f, actual, offset, actual, offset);
            System.arraycopy(x, 0, expected, 0, offset);
            Floats.assertSameBits(expected, actual, i -> run + " dropout at " + i);
            SCALAR.gaussian(n, normals, 0.2f, x, offset, expected, offset);
            actual = x.clone();
            VECTOR.gaussian(n, normals, 0.2f, actual, offset, actual, offset);
            Floats.assertSameBits(expected, actual, i -> run + " gaussian at " + i);
        }
    }
}
