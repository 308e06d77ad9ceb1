package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.provider.Coefficients.Exp;
import dev.lanewise.kernels.provider.RandomKernels;
import java.util.Arrays;

/**
 * Random words and the noise made of them, in plain loops: the specification, the fallback and the test oracle.
 *
 * <p>C2 vectorises loops whose arrays are all read and written at the loop's own index, and whose bodies are small; not where
 * floats become bits or bits floats. So computations are cut into such loops over scratch arrays, one element of them for each
 * block of the generator.
 */
public final class ScalarRandom implements RandomKernels {

    private static final int LANES = GROUP / 4;
    private static final int PARITY = 0x1bd11bda;

    /** Blocks computed at a time. */
    private static final int BLOCKS = 256;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** One thread's scratch arrays. Nothing in them outlives a call. */
    private static final class Scratch {
        final int[] x0 = new int[BLOCKS];
        final int[] x1 = new int[BLOCKS];
        final int[] x2 = new int[BLOCKS];
        final int[] x3 = new int[BLOCKS];
        final float[] f0 = new float[BLOCKS];
        final float[] f1 = new float[BLOCKS];
        final float[] f2 = new float[BLOCKS];
    }

    /** Creates the kernels; they hold no state. */
    public ScalarRandom() {}

    @Override
    public void words(
            int firstGroup, int groups, int row, long seed, int epoch, int step, int stream, int purpose, int[] words) {
        Scratch s = SCRATCH.get();
        for (int g = 0; g < groups; g += BLOCKS / LANES) {
            int blocks = Math.min(groups - g, BLOCKS / LANES) * LANES;
            count(blocks, (firstGroup + g) * LANES, row, step, epoch, s);
            encrypt(blocks, (int) seed, (int) (seed >>> 32), stream, purpose, s);
            for (int b = 0; b < blocks; b += LANES) {
                int to = g * GROUP + 4 * b;
                System.arraycopy(s.x0, b, words, to, LANES);
                System.arraycopy(s.x1, b, words, to + LANES, LANES);
                System.arraycopy(s.x2, b, words, to + 2 * LANES, LANES);
                System.arraycopy(s.x3, b, words, to + 3 * LANES, LANES);
            }
        }
    }

    /** The counters (c + i, c1, c2, c3). */
    private static void count(int n, int c, int c1, int c2, int c3, Scratch s) {
        for (int i = 0; i < n; i++) {
            s.x0[i] = c + i;
        }
        Arrays.fill(s.x1, 0, n, c1);
        Arrays.fill(s.x2, 0, n, c2);
        Arrays.fill(s.x3, 0, n, c3);
    }

    /** Threefry-4x32 with the key (k0, k1, k2, k3): twenty rounds, with the key added before them and after every fourth. */
    private static void encrypt(int n, int k0, int k1, int k2, int k3, Scratch s) {
        int k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
        add(n, k0, k1, k2, k3, s.x0, s.x1, s.x2, s.x3);
        oddRounds(n, k1, k2, k3, k4 + 1, s.x0, s.x1, s.x2, s.x3);
        evenRounds(n, k2, k3, k4, k0 + 2, s.x0, s.x1, s.x2, s.x3);
        oddRounds(n, k3, k4, k0, k1 + 3, s.x0, s.x1, s.x2, s.x3);
        evenRounds(n, k4, k0, k1, k2 + 4, s.x0, s.x1, s.x2, s.x3);
        oddRounds(n, k0, k1, k2, k3 + 5, s.x0, s.x1, s.x2, s.x3);
    }

    private static void add(int n, int k0, int k1, int k2, int k3, int[] x0, int[] x1, int[] x2, int[] x3) {
        for (int i = 0; i < n; i++) {
            x0[i] += k0;
            x1[i] += k1;
            x2[i] += k2;
            x3[i] += k3;
        }
    }

    /** Four rounds and what is added then: the first four, the third, the fifth. */
    private static void oddRounds(int n, int k0, int k1, int k2, int k3, int[] x0, int[] x1, int[] x2, int[] x3) {
        for (int i = 0; i < n; i++) {
            int a = x0[i];
            int b = x1[i];
            int c = x2[i];
            int d = x3[i];
            a += b;
            b = Integer.rotateLeft(b, 10) ^ a;
            c += d;
            d = Integer.rotateLeft(d, 26) ^ c;
            a += d;
            d = Integer.rotateLeft(d, 11) ^ a;
            c += b;
            b = Integer.rotateLeft(b, 21) ^ c;
            a += b;
            b = Integer.rotateLeft(b, 13) ^ a;
            c += d;
            d = Integer.rotateLeft(d, 27) ^ c;
            a += d;
            d = Integer.rotateLeft(d, 23) ^ a;
            c += b;
            b = Integer.rotateLeft(b, 5) ^ c;
            x0[i] = a + k0;
            x1[i] = b + k1;
            x2[i] = c + k2;
            x3[i] = d + k3;
        }
    }

    /** The second and the fourth four. */
    private static void evenRounds(int n, int k0, int k1, int k2, int k3, int[] x0, int[] x1, int[] x2, int[] x3) {
        for (int i = 0; i < n; i++) {
            int a = x0[i];
            int b = x1[i];
            int c = x2[i];
            int d = x3[i];
            a += b;
            b = Integer.rotateLeft(b, 6) ^ a;
            c += d;
            d = Integer.rotateLeft(d, 20) ^ c;
            a += d;
            d = Integer.rotateLeft(d, 17) ^ a;
            c += b;
            b = Integer.rotateLeft(b, 11) ^ c;
            a += b;
            b = Integer.rotateLeft(b, 25) ^ a;
            c += d;
            d = Integer.rotateLeft(d, 10) ^ c;
            a += d;
            d = Integer.rotateLeft(d, 18) ^ a;
            c += b;
            b = Integer.rotateLeft(b, 20) ^ c;
            x0[i] = a + k0;
            x1[i] = b + k1;
            x2[i] = c + k2;
            x3[i] = d + k3;
        }
    }

    @Override
    public void uniform(int n, int[] words, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.uniform(words[i]);
        }
    }

    @Override
    public void normals(int n, int[] words, float[] normals) {
        Scratch s = SCRATCH.get();
        for (int j = 0; j < n; j += 2 * BLOCKS) {
            int pairs = Math.min(n - j, 2 * BLOCKS) / 2;
            for (int i = 0; i < pairs; i += LANES) {
                System.arraycopy(words, j + 2 * i, s.x0, i, LANES);
                System.arraycopy(words, j + 2 * i + LANES, s.x1, i, LANES);
            }
            radii(pairs, s.x0, s.x2, s.f1, s.f0);
            turn(pairs, s.f0, s.x1, s.f1, s.f2);
            for (int i = 0; i < pairs; i += LANES) {
                System.arraycopy(s.f1, i, normals, j + 2 * i, LANES);
                System.arraycopy(s.f2, i, normals, j + 2 * i + LANES, LANES);
            }
        }
    }

    /** radius = √(−2·log u) with u of the words, by way of bits and mantissas. */
    private static void radii(int n, int[] words, int[] bits, float[] mantissas, float[] radii) {
        for (int i = 0; i < n; i++) {
            radii[i] = ScalarMath.positiveUniform(words[i]);
        }
        for (int i = 0; i < n; i++) {
            bits[i] = Float.floatToRawIntBits(radii[i]);
        }
        for (int i = 0; i < n; i++) {
            mantissas[i] = Float.intBitsToFloat(ScalarMath.mantissaBits(bits[i]));
        }
        for (int i = 0; i < n; i++) {
            float log = ScalarMath.logOfProduct(ScalarMath.exponent(bits[i]), mantissas[i] - 1);
            radii[i] = (float) Math.sqrt(Math.abs(-2 * log));
        }
    }

    /** cosines = radius·cos(2πv), sines = radius·sin(2πv) with v of the words. */
    private static void turn(int n, float[] radii, int[] words, float[] cosines, float[] sines) {
        for (int i = 0; i < n; i++) {
            float v = ScalarMath.uniform(words[i]);
            float quarters = Math.fma(v, 4f, Exp.SHIFT) - Exp.SHIFT;
            int k = (int) quarters;
            float r = Math.fma(quarters, -0.25f, v);
            float z = r * r;
            float sine = ScalarMath.sinOfEighth(r, z);
            float cosine = ScalarMath.cosOfEighth(z);
            // One of the two times 1, the other times 0: C2 vectorises no choice. Neither of them is −0.
            float odd = k & 1;
            float even = 1 - odd;
            cosines[i] = radii[i] * ((cosine * even + sine * odd) * (1 - (k + 1 & 2)));
            sines[i] = radii[i] * ((sine * even + cosine * odd) * (1 - (k & 2)));
        }
    }

    @Override
    public void dropout(
            int n, int[] words, int threshold, float scale, float[] x, int xOffset, float[] y, int yOffset) {
        for (int c = 0; c < n; c++) {
            // As bits, since C2 would branch for floats: on a coin's toss, mispredicted every other time.
            int scaled = Float.floatToRawIntBits(x[xOffset + c] * scale);
            y[yOffset + c] = Float.intBitsToFloat(words[c] < threshold ? 0 : scaled);
        }
    }

    @Override
    public void gaussian(int n, float[] normals, float stddev, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = Math.fma(normals[i], stddev, x[xOffset + i]);
        }
    }
}
