package dev.lanewise.kernels.vector;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.lanewise.kernels.provider.RandomKernels;
import dev.lanewise.kernels.scalar.ScalarRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Random words and the noise made of them, on the Vector API: a lane is a block. The loops over n end with an overlapping
 * vector, as in {@link VectorMath}.
 */
public final class VectorRandom implements RandomKernels {

    private static final int LANES = VectorMath.LANES;
    private static final int BLOCKS = GROUP / 4;
    private static final int PARITY = 0x1bd11bda;
    private static final RandomKernels SHORT = new ScalarRandom();

    /** Creates the kernels; they hold no state. */
    public VectorRandom() {
        if (BLOCKS % LANES != 0) {
            throw new IllegalStateException("vectors of " + LANES + " floats are wider than a group of noise");
        }
    }

    @Override
    public void words(
            int firstGroup, int groups, int row, long seed, int epoch, int step, int stream, int purpose, int[] words) {
        int first = firstGroup * BLOCKS;
        for (int b = 0; b < groups * BLOCKS; b += LANES) {
            int offset = b / BLOCKS * GROUP + b % BLOCKS;
            blocks(first + b, row, step, epoch, (int) seed, (int) (seed >>> 32), stream, purpose, words, offset);
        }
    }

    /**
     * As many blocks as lanes: counters (c0 + lane, c1, c2, c3), key (k0, k1, k2, k3). Twenty rounds, with the key added after
     * every fourth. A loop, and no helper for the step that recurs: C2 stops inlining what is not the JDK's own when a method has
     * grown large (NodeCountInliningCutoff), and then boxes every vector.
     */
    private static void blocks(
            int c0, int c1, int c2, int c3, int k0, int k1, int k2, int k3, int[] words, int offset) {
        int k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
        IntVector x0 = IntVector.broadcast(VectorMath.INTS, c0 + k0).addIndex(1);
        IntVector x1 = IntVector.broadcast(VectorMath.INTS, c1 + k1);
        IntVector x2 = IntVector.broadcast(VectorMath.INTS, c2 + k2);
        IntVector x3 = IntVector.broadcast(VectorMath.INTS, c3 + k3);
        for (int injection = 1; ; injection += 2) {
            x0 = x0.add(x1);
            x1 = x1.lanewise(ROL, 10).lanewise(XOR, x0);
            x2 = x2.add(x3);
            x3 = x3.lanewise(ROL, 26).lanewise(XOR, x2);
            x0 = x0.add(x3);
            x3 = x3.lanewise(ROL, 11).lanewise(XOR, x0);
            x2 = x2.add(x1);
            x1 = x1.lanewise(ROL, 21).lanewise(XOR, x2);
            x0 = x0.add(x1);
            x1 = x1.lanewise(ROL, 13).lanewise(XOR, x0);
            x2 = x2.add(x3);
            x3 = x3.lanewise(ROL, 27).lanewise(XOR, x2);
            x0 = x0.add(x3);
            x3 = x3.lanewise(ROL, 23).lanewise(XOR, x0);
            x2 = x2.add(x1);
            x1 = x1.lanewise(ROL, 5).lanewise(XOR, x2);
            x0 = x0.add(k1);
            x1 = x1.add(k2);
            x2 = x2.add(k3);
            x3 = x3.add(k4 + injection);
            if (injection == 5) {
                break;
            }
            x0 = x0.add(x1);
            x1 = x1.lanewise(ROL, 6).lanewise(XOR, x0);
            x2 = x2.add(x3);
            x3 = x3.lanewise(ROL, 20).lanewise(XOR, x2);
            x0 = x0.add(x3);
            x3 = x3.lanewise(ROL, 17).lanewise(XOR, x0);
            x2 = x2.add(x1);
            x1 = x1.lanewise(ROL, 11).lanewise(XOR, x2);
            x0 = x0.add(x1);
            x1 = x1.lanewise(ROL, 25).lanewise(XOR, x0);
            x2 = x2.add(x3);
            x3 = x3.lanewise(ROL, 10).lanewise(XOR, x2);
            x0 = x0.add(x3);
            x3 = x3.lanewise(ROL, 18).lanewise(XOR, x0);
            x2 = x2.add(x1);
            x1 = x1.lanewise(ROL, 20).lanewise(XOR, x2);
            x0 = x0.add(k2);
            x1 = x1.add(k3);
            x2 = x2.add(k4);
            x3 = x3.add(k0 + injection + 1);
            int first = k0;
            k0 = k2;
            k2 = k4;
            k4 = k1;
            k1 = k3;
            k3 = first;
        }
        x0.intoArray(words, offset);
        x1.intoArray(words, offset + BLOCKS);
        x2.intoArray(words, offset + 2 * BLOCKS);
        x3.intoArray(words, offset + 3 * BLOCKS);
    }

    @Override
    public void uniform(int n, int[] words, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.uniform(n, words, y, yOffset);
            return;
        }
        int last = n - LANES;
        for (int i = 0; i < n; i += LANES) {
            int at = Math.min(i, last);
            VectorMath.uniform(load(words, at)).intoArray(y, yOffset + at);
        }
    }

    @Override
    public void normals(int groups, int[] words, float[] normals) {
        for (int pair = 0; pair < groups * GROUP; pair += 2 * BLOCKS) {
            for (int i = pair; i < pair + BLOCKS; i += LANES) {
                VectorMath.radius(load(words, i)).intoArray(normals, i);
                VectorMath.uniform(load(words, i + BLOCKS)).intoArray(normals, i + BLOCKS);
            }
        }
        for (int pair = 0; pair < groups * GROUP; pair += 2 * BLOCKS) {
            for (int i = pair; i < pair + BLOCKS; i += LANES) {
                VectorMath.polar(normals, i, i + BLOCKS);
            }
        }
    }

    @Override
    public void dropout(
            int n, int[] words, int threshold, float scale, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.dropout(n, words, threshold, scale, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector tail = kept(load(words, last), threshold, scale, load(x, xOffset + last));
        for (int i = 0; i < last; i += LANES) {
            kept(load(words, i), threshold, scale, load(x, xOffset + i)).intoArray(y, yOffset + i);
        }
        tail.intoArray(y, yOffset + last);
    }

    private static FloatVector kept(IntVector words, int threshold, float scale, FloatVector x) {
        VectorMask<Float> dropped = words.compare(VectorOperators.LT, threshold).cast(VectorMath.FLOATS);
        return x.mul(scale).blend(0f, dropped);
    }

    @Override
    public void gaussian(int n, float[] normals, float stddev, float[] x, int xOffset, float[] y, int yOffset) {
        SHORT.gaussian(n, normals, stddev, x, xOffset, y, yOffset);
    }

    private static IntVector load(int[] words, int offset) {
        return IntVector.fromArray(VectorMath.INTS, words, offset);
    }

    private static FloatVector load(float[] x, int offset) {
        return FloatVector.fromArray(VectorMath.FLOATS, x, offset);
    }
}
