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
 * Random words and the noise made of them, on the Vector API: a lane is a block.
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
        int end = groups * BLOCKS;
        for (int b = 0; b < end; b += 2 * LANES) {
            int other = Math.min(b + LANES, end - LANES);
            blocks(
                    first + b,
                    first + other,
                    row,
                    step,
                    epoch,
                    (int) seed,
                    (int) (seed >>> 32),
                    stream,
                    purpose,
                    words,
                    place(b),
                    place(other));
        }
    }

    /** Where a block's first word goes. */
    private static int place(int block) {
        return block / BLOCKS * GROUP + block % BLOCKS;
    }

    /**
     * Twice as many blocks as lanes: counters (b0 + lane, c1, c2, c3) and (b1 + lane, c1, c2, c3), key (k0, k1, k2, k3). Twenty
     * rounds, with the key added after every fourth. Two sets keep the pipes busy that a single chain of operations would
     * leave waiting. A loop, and no helper for the step that recurs: C2 stops inlining what is not the JDK's own when a method
     * has grown large (NodeCountInliningCutoff), and then boxes every vector.
     */
    private static void blocks(
            int b0,
            int b1,
            int c1,
            int c2,
            int c3,
            int k0,
            int k1,
            int k2,
            int k3,
            int[] words,
            int xPlace,
            int yPlace) {
        int k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
        IntVector x0 = IntVector.broadcast(VectorMath.INTS, b0 + k0).addIndex(1);
        IntVector y0 = IntVector.broadcast(VectorMath.INTS, b1 + k0).addIndex(1);
        IntVector x1 = IntVector.broadcast(VectorMath.INTS, c1 + k1);
        IntVector y1 = x1;
        IntVector x2 = IntVector.broadcast(VectorMath.INTS, c2 + k2);
        IntVector y2 = x2;
        IntVector x3 = IntVector.broadcast(VectorMath.INTS, c3 + k3);
        IntVector y3 = x3;
        for (int injection = 1; ; injection += 2) {
            x0 = x0.add(x1);
            x2 = x2.add(x3);
            y0 = y0.add(y1);
            y2 = y2.add(y3);
            x1 = x1.lanewise(ROL, 10).lanewise(XOR, x0);
            x3 = x3.lanewise(ROL, 26).lanewise(XOR, x2);
            y1 = y1.lanewise(ROL, 10).lanewise(XOR, y0);
            y3 = y3.lanewise(ROL, 26).lanewise(XOR, y2);
            x0 = x0.add(x3);
            x2 = x2.add(x1);
            y0 = y0.add(y3);
            y2 = y2.add(y1);
            x3 = x3.lanewise(ROL, 11).lanewise(XOR, x0);
            x1 = x1.lanewise(ROL, 21).lanewise(XOR, x2);
            y3 = y3.lanewise(ROL, 11).lanewise(XOR, y0);
            y1 = y1.lanewise(ROL, 21).lanewise(XOR, y2);
            x0 = x0.add(x1);
            x2 = x2.add(x3);
            y0 = y0.add(y1);
            y2 = y2.add(y3);
            x1 = x1.lanewise(ROL, 13).lanewise(XOR, x0);
            x3 = x3.lanewise(ROL, 27).lanewise(XOR, x2);
            y1 = y1.lanewise(ROL, 13).lanewise(XOR, y0);
            y3 = y3.lanewise(ROL, 27).lanewise(XOR, y2);
            x0 = x0.add(x3);
            x2 = x2.add(x1);
            y0 = y0.add(y3);
            y2 = y2.add(y1);
            x3 = x3.lanewise(ROL, 23).lanewise(XOR, x0);
            x1 = x1.lanewise(ROL, 5).lanewise(XOR, x2);
            y3 = y3.lanewise(ROL, 23).lanewise(XOR, y0);
            y1 = y1.lanewise(ROL, 5).lanewise(XOR, y2);
            x0 = x0.add(k1);
            y0 = y0.add(k1);
            x1 = x1.add(k2);
            y1 = y1.add(k2);
            x2 = x2.add(k3);
            y2 = y2.add(k3);
            x3 = x3.add(k4 + injection);
            y3 = y3.add(k4 + injection);
            if (injection == 5) {
                break;
            }
            x0 = x0.add(x1);
            x2 = x2.add(x3);
            y0 = y0.add(y1);
            y2 = y2.add(y3);
            x1 = x1.lanewise(ROL, 6).lanewise(XOR, x0);
            x3 = x3.lanewise(ROL, 20).lanewise(XOR, x2);
            y1 = y1.lanewise(ROL, 6).lanewise(XOR, y0);
            y3 = y3.lanewise(ROL, 20).lanewise(XOR, y2);
            x0 = x0.add(x3);
            x2 = x2.add(x1);
            y0 = y0.add(y3);
            y2 = y2.add(y1);
            x3 = x3.lanewise(ROL, 17).lanewise(XOR, x0);
            x1 = x1.lanewise(ROL, 11).lanewise(XOR, x2);
            y3 = y3.lanewise(ROL, 17).lanewise(XOR, y0);
            y1 = y1.lanewise(ROL, 11).lanewise(XOR, y2);
            x0 = x0.add(x1);
            x2 = x2.add(x3);
            y0 = y0.add(y1);
            y2 = y2.add(y3);
            x1 = x1.lanewise(ROL, 25).lanewise(XOR, x0);
            x3 = x3.lanewise(ROL, 10).lanewise(XOR, x2);
            y1 = y1.lanewise(ROL, 25).lanewise(XOR, y0);
            y3 = y3.lanewise(ROL, 10).lanewise(XOR, y2);
            x0 = x0.add(x3);
            x2 = x2.add(x1);
            y0 = y0.add(y3);
            y2 = y2.add(y1);
            x3 = x3.lanewise(ROL, 18).lanewise(XOR, x0);
            x1 = x1.lanewise(ROL, 20).lanewise(XOR, x2);
            y3 = y3.lanewise(ROL, 18).lanewise(XOR, y0);
            y1 = y1.lanewise(ROL, 20).lanewise(XOR, y2);
            x0 = x0.add(k2);
            y0 = y0.add(k2);
            x1 = x1.add(k3);
            y1 = y1.add(k3);
            x2 = x2.add(k4);
            y2 = y2.add(k4);
            x3 = x3.add(k0 + injection + 1);
            y3 = y3.add(k0 + injection + 1);
            int first = k0;
            k0 = k2;
            k2 = k4;
            k4 = k1;
            k1 = k3;
            k3 = first;
        }
        x0.intoArray(words, xPlace);
        x1.intoArray(words, xPlace + BLOCKS);
        x2.intoArray(words, xPlace + 2 * BLOCKS);
        x3.intoArray(words, xPlace + 3 * BLOCKS);
        y0.intoArray(words, yPlace);
        y1.intoArray(words, yPlace + BLOCKS);
        y2.intoArray(words, yPlace + 2 * BLOCKS);
        y3.intoArray(words, yPlace + 3 * BLOCKS);
    }

    @Override
    public void uniform(int n, int[] words, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.uniform(n, words, y, yOffset);
        } else {
            VectorMath.uniform(n, words, y, yOffset);
        }
    }

    @Override
    public void normals(int n, int[] words, float[] normals) {
        VectorMath.radii(n, words, normals);
        VectorMath.rotate(n, words, normals);
    }

    @Override
    public void dropout(
            int n, int[] words, int threshold, float scale, float[] x, int xOffset, float[] y, int yOffset) {
        int whole = n - n % LANES;
        for (int c = 0; c < whole; c += LANES) {
            VectorMask<Float> dropped = IntVector.fromArray(VectorMath.INTS, words, c)
                    .compare(VectorOperators.LT, threshold)
                    .cast(VectorMath.FLOATS);
            FloatVector.fromArray(VectorMath.FLOATS, x, xOffset + c)
                    .mul(scale)
                    .blend(0f, dropped)
                    .intoArray(y, yOffset + c);
        }
        if (whole < n) {
            VectorMask<Float> inside = VectorMath.FLOATS.indexInRange(whole, n);
            VectorMask<Float> dropped = IntVector.fromArray(VectorMath.INTS, words, whole)
                    .compare(VectorOperators.LT, threshold)
                    .cast(VectorMath.FLOATS);
            FloatVector.fromArray(VectorMath.FLOATS, x, xOffset + whole, inside)
                    .mul(scale)
                    .blend(0f, dropped)
                    .intoArray(y, yOffset + whole, inside);
        }
    }

    @Override
    public void gaussian(int n, float[] normals, float stddev, float[] x, int xOffset, float[] y, int yOffset) {
        if (n < LANES) {
            SHORT.gaussian(n, normals, stddev, x, xOffset, y, yOffset);
            return;
        }
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(VectorMath.FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            int at = Math.min(i, last);
            FloatVector v = i < last ? FloatVector.fromArray(VectorMath.FLOATS, x, xOffset + i) : lastX;
            FloatVector.fromArray(VectorMath.FLOATS, normals, at)
                    .fma(FloatVector.broadcast(VectorMath.FLOATS, stddev), v)
                    .intoArray(y, yOffset + at);
        }
    }
}
