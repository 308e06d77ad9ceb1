package dev.lanewise.kernels.scalar;

import dev.lanewise.kernels.provider.RandomKernels;

/** Random words and the noise made of them, in plain loops: the specification, the fallback and the test oracle. */
public final class ScalarRandom implements RandomKernels {

    private static final int LANES = GROUP / 4;
    private static final int PARITY = 0x1bd11bda;

    /** Creates the kernels; they hold no state. */
    public ScalarRandom() {}

    @Override
    public void words(
            int firstGroup, int groups, int row, long seed, int epoch, int step, int stream, int purpose, int[] words) {
        for (int g = 0; g < groups; g++) {
            for (int l = 0; l < LANES; l++) {
                block(
                        (firstGroup + g) * LANES + l,
                        row,
                        step,
                        epoch,
                        (int) seed,
                        (int) (seed >>> 32),
                        stream,
                        purpose,
                        words,
                        g * GROUP + l);
            }
        }
    }

    /**
     * One block: counter (x0, x1, x2, x3), key (k0, k1, k2, k3); its four words go sixteen places apart. Twenty rounds, with
     * the key added after every fourth.
     */
    private static void block(int x0, int x1, int x2, int x3, int k0, int k1, int k2, int k3, int[] words, int offset) {
        int k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
        x0 += k0;
        x1 += k1;
        x2 += k2;
        x3 += k3;
        for (int injection = 1; ; injection += 2) {
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 10) ^ x0;
            x2 += x3;
            x3 = Integer.rotateLeft(x3, 26) ^ x2;
            x0 += x3;
            x3 = Integer.rotateLeft(x3, 11) ^ x0;
            x2 += x1;
            x1 = Integer.rotateLeft(x1, 21) ^ x2;
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 13) ^ x0;
            x2 += x3;
            x3 = Integer.rotateLeft(x3, 27) ^ x2;
            x0 += x3;
            x3 = Integer.rotateLeft(x3, 23) ^ x0;
            x2 += x1;
            x1 = Integer.rotateLeft(x1, 5) ^ x2;
            x0 += k1;
            x1 += k2;
            x2 += k3;
            x3 += k4 + injection;
            if (injection == 5) {
                break;
            }
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 6) ^ x0;
            x2 += x3;
            x3 = Integer.rotateLeft(x3, 20) ^ x2;
            x0 += x3;
            x3 = Integer.rotateLeft(x3, 17) ^ x0;
            x2 += x1;
            x1 = Integer.rotateLeft(x1, 11) ^ x2;
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 25) ^ x0;
            x2 += x3;
            x3 = Integer.rotateLeft(x3, 10) ^ x2;
            x0 += x3;
            x3 = Integer.rotateLeft(x3, 18) ^ x0;
            x2 += x1;
            x1 = Integer.rotateLeft(x1, 20) ^ x2;
            x0 += k2;
            x1 += k3;
            x2 += k4;
            x3 += k0 + injection + 1;
            int first = k0;
            k0 = k2;
            k2 = k4;
            k4 = k1;
            k1 = k3;
            k3 = first;
        }
        words[offset] = x0;
        words[offset + LANES] = x1;
        words[offset + 2 * LANES] = x2;
        words[offset + 3 * LANES] = x3;
    }

    @Override
    public void uniform(int n, int[] words, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = ScalarMath.uniform(words[i]);
        }
    }

    @Override
    public void normals(int n, int[] words, float[] normals) {
        for (int pair = 0; pair < n; pair += PAIR) {
            for (int l = pair; l < pair + LANES; l++) {
                float radius = ScalarMath.radius(words[l]);
                float turns = ScalarMath.uniform(words[l + LANES]);
                normals[l] = radius * ScalarMath.cosTurns(turns);
                normals[l + LANES] = radius * ScalarMath.sinTurns(turns);
            }
        }
    }

    @Override
    public void dropout(
            int n, int[] words, int threshold, float scale, float[] x, int xOffset, float[] y, int yOffset) {
        for (int c = 0; c < n; c++) {
            // A branch on a coin's toss would be mispredicted every other time.
            int kept = ~(int) ((long) words[c] - threshold >> 63);
            y[yOffset + c] = Float.intBitsToFloat(Float.floatToRawIntBits(x[xOffset + c] * scale) & kept);
        }
    }

    @Override
    public void gaussian(int n, float[] normals, float stddev, float[] x, int xOffset, float[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] = Math.fma(normals[i], stddev, x[xOffset + i]);
        }
    }
}
