package dev.lanewise.kernels.vector;

import static dev.lanewise.kernels.provider.Coefficients.LN2_HIGH;
import static dev.lanewise.kernels.provider.Coefficients.LN2_LOW;
import static jdk.incubator.vector.FloatVector.broadcast;

import dev.lanewise.kernels.provider.Coefficients;
import dev.lanewise.kernels.provider.Coefficients.Erfc;
import dev.lanewise.kernels.provider.Coefficients.Exp;
import dev.lanewise.kernels.provider.Coefficients.Expm1;
import dev.lanewise.kernels.provider.Coefficients.Gelu;
import dev.lanewise.kernels.provider.Coefficients.LeakyRelu;
import dev.lanewise.kernels.provider.Coefficients.Log;
import dev.lanewise.kernels.provider.Coefficients.Log1p;
import dev.lanewise.kernels.provider.Coefficients.Selu;
import dev.lanewise.kernels.provider.Coefficients.Sigmoid;
import dev.lanewise.kernels.provider.Coefficients.Tanh;
import dev.lanewise.kernels.provider.Coefficients.Turns;
import dev.lanewise.kernels.provider.RandomKernels;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementary functions and activations over runs of n ≥ LANES floats, without branches, as {@link Coefficients} defines them.
 * {@code ScalarMath} is the same, operation for operation, on one float.
 *
 * <p>No loop calls another method of ours, though all the exponentials begin alike: a compilation has room for some forty
 * vector operations before C2's NodeCountInliningCutoff, after which it goes on inlining the Vector API, but nothing else, and
 * a vector passed to a method that is not inlined is boxed: a hundred times slower. Loops that are complete in themselves are
 * safe wherever they are inlined.
 *
 * <p>The last vector ends with the run and so overlaps the one before; its argument is loaded before the loop, which keeps it
 * right where the result replaces the argument.
 */
final class VectorMath {

    /** The species of all float vectors of this library. */
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

    /** The species of int vectors, of as many lanes. */
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    /** How many floats a vector has. */
    static final int LANES = FLOATS.length();

    /** The species of byte vectors: as many lanes as floats have, but 64 bits is the least there is. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(8 * LANES, 64)));

    /** How many bytes a vector has that becomes one of floats, or two where those hold four, four where they hold two. */
    static final int BYTE_LANES = BYTES.length();

    private static final int PAIR = RandomKernels.PAIR;

    private static final int SIGN = 0x80000000;

    private VectorMath() {}

    /** y = x / 255, x unsigned. */
    static void intensities(int n, byte[] x, int xOffset, float[] y, int yOffset) {
        int last = n - BYTE_LANES;
        for (int i = 0; i < n; i += BYTE_LANES) {
            int at = Math.min(i, last);
            ByteVector bytes = ByteVector.fromArray(BYTES, x, xOffset + at);
            intensity(bytes, 0).intoArray(y, yOffset + at);
            if (BYTE_LANES > LANES) {
                intensity(bytes, 1).intoArray(y, yOffset + at + LANES);
            }
            if (BYTE_LANES > 2 * LANES) {
                intensity(bytes, 2).intoArray(y, yOffset + at + 2 * LANES);
                intensity(bytes, 3).intoArray(y, yOffset + at + 3 * LANES);
            }
        }
    }

    /**
     * A part of some bytes, over 255: the product with the rounded reciprocal, and what is left of x as a correction. For
     * all 256 numbers that is the rounded quotient, in a fraction of a division's time.
     */
    private static FloatVector intensity(ByteVector bytes, int part) {
        FloatVector v = (FloatVector)
                bytes.convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, part).convert(VectorOperators.I2F, 0);
        FloatVector q = v.mul(1 / 255f);
        FloatVector rest = q.fma(broadcast(FLOATS, -255f), v);
        return rest.fma(broadcast(FLOATS, 1 / 255f), q);
    }

    /** y = exp(x). */
    static void exp(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector z = v.blend(Exp.MAX, v.compare(VectorOperators.GT, Exp.MAX));
            z = z.blend(Exp.MIN, z.compare(VectorOperators.LT, Exp.MIN));
            FloatVector t = z.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), z);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            VectorMask<Float> negative = z.compare(VectorOperators.LT, 0f);
            FloatVector scale = broadcast(FLOATS, 0.5f).blend(Exp.UP, negative);
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(scale.reinterpretAsInts())
                    .reinterpretAsFloats();
            FloatVector result = p.fma(s, s).mul(broadcast(FLOATS, 2f).blend(Exp.DOWN, negative));
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = log(x): −∞ at ±0, NaN below. */
    static void log(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            VectorMask<Float> denormal = v.compare(VectorOperators.LT, Float.MIN_NORMAL);
            IntVector bits = v.mul(broadcast(FLOATS, 1f).blend(Log.SCALE, denormal))
                    .reinterpretAsInts()
                    .sub(Log.SQRT_HALF);
            FloatVector e =
                    (FloatVector) bits.lanewise(VectorOperators.ASHR, 23).convert(VectorOperators.I2F, 0);
            e = e.sub(broadcast(FLOATS, 0f).blend(Log.SCALE_EXPONENT, denormal));
            FloatVector f =
                    bits.and(0x7fffff).add(Log.SQRT_HALF).reinterpretAsFloats().sub(1f);
            FloatVector r = broadcast(FLOATS, Log.C7).fma(f, broadcast(FLOATS, Log.C6));
            r = r.fma(f, broadcast(FLOATS, Log.C5));
            r = r.fma(f, broadcast(FLOATS, Log.C4));
            r = r.fma(f, broadcast(FLOATS, Log.C3));
            r = r.fma(f, broadcast(FLOATS, Log.C2));
            r = r.fma(f, broadcast(FLOATS, Log.C1));
            r = r.fma(f, broadcast(FLOATS, Log.C0));
            FloatVector q = r.fma(f, broadcast(FLOATS, -0.5f));
            FloatVector h = e.fma(broadcast(FLOATS, LN2_HIGH), f);
            FloatVector l = f.sub(e.fma(broadcast(FLOATS, -LN2_HIGH), h));
            FloatVector sum = h.add(f.mul(f).fma(q, e.fma(broadcast(FLOATS, LN2_LOW), l)));
            sum = sum.blend(v, v.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
            sum = sum.blend(Float.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, 0f));
            FloatVector result = broadcast(FLOATS, Float.NaN).blend(sum, v.compare(VectorOperators.GE, 0f));
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = log(1 + x): −∞ at −1, NaN below. */
    static void log1p(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            IntVector bits = v.add(1f).reinterpretAsInts().sub(Log.SQRT_HALF);
            IntVector exponent = bits.lanewise(VectorOperators.ASHR, 23);
            FloatVector e = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
            IntVector sBits = exponent.lanewise(VectorOperators.LSHL, 23).neg().add(Exp.ONE);
            FloatVector s = sBits.reinterpretAsFloats();
            FloatVector f =
                    bits.and(0x7fffff).add(Log.SQRT_HALF).reinterpretAsFloats().sub(1f);
            f = f.blend(v.fma(s, s.sub(1f)), v.compare(VectorOperators.LT, Log1p.LARGE));
            FloatVector r = broadcast(FLOATS, Log.C7).fma(f, broadcast(FLOATS, Log.C6));
            r = r.fma(f, broadcast(FLOATS, Log.C5));
            r = r.fma(f, broadcast(FLOATS, Log.C4));
            r = r.fma(f, broadcast(FLOATS, Log.C3));
            r = r.fma(f, broadcast(FLOATS, Log.C2));
            r = r.fma(f, broadcast(FLOATS, Log.C1));
            r = r.fma(f, broadcast(FLOATS, Log.C0));
            FloatVector q = r.fma(f, broadcast(FLOATS, -0.5f));
            FloatVector h = e.fma(broadcast(FLOATS, LN2_HIGH), f);
            FloatVector l = f.sub(e.fma(broadcast(FLOATS, -LN2_HIGH), h));
            FloatVector sum = h.add(f.mul(f).fma(q, e.fma(broadcast(FLOATS, LN2_LOW), l)));
            sum = sum.blend(v, v.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
            sum = sum.blend(Float.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, -1f));
            sum = sum.blend(v, v.compare(VectorOperators.EQ, 0f));
            FloatVector result = broadcast(FLOATS, Float.NaN).blend(sum, v.compare(VectorOperators.GE, -1f));
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = tanh(x). */
    static void tanh(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector a = v.abs();
            a = a.blend(Tanh.MAX, a.compare(VectorOperators.GT, Tanh.MAX));
            FloatVector z = a.mul(a);
            FloatVector small = broadcast(FLOATS, Tanh.C4).fma(z, broadcast(FLOATS, Tanh.C3));
            small = small.fma(z, broadcast(FLOATS, Tanh.C2));
            small = small.fma(z, broadcast(FLOATS, Tanh.C1));
            small = small.fma(z, broadcast(FLOATS, Tanh.C0));
            small = a.mul(z).fma(small, a);
            FloatVector twice = a.add(a);
            FloatVector t = twice.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), twice);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(Exp.ONE)
                    .reinterpretAsFloats();
            FloatVector large = broadcast(FLOATS, 1f).sub(broadcast(FLOATS, 2f).div(p.fma(s, s.add(1f))));
            FloatVector f = large.blend(small, a.compare(VectorOperators.LT, Tanh.SMALL));
            IntVector sign = v.reinterpretAsInts().and(SIGN);
            FloatVector result = f.reinterpretAsInts().or(sign).reinterpretAsFloats();
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = 1 / (1 + exp(−x)). */
    static void sigmoid(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector z = v.neg();
            z = z.blend(Sigmoid.MAX, z.compare(VectorOperators.GT, Sigmoid.MAX));
            z = z.blend(Sigmoid.MIN, z.compare(VectorOperators.LT, Sigmoid.MIN));
            FloatVector t = z.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), z);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            FloatVector one = broadcast(FLOATS, 1f).blend(Exp.DOWN, z.compare(VectorOperators.GT, 0f));
            IntVector power = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector s = power.add(one.reinterpretAsInts()).reinterpretAsFloats();
            FloatVector inverse = power.neg().add(Exp.ONE).max(0).reinterpretAsFloats();
            VectorMask<Float> large = z.compare(VectorOperators.GT, Sigmoid.LARGE);
            p = p.blend(p.add(inverse), large);
            FloatVector d = p.fma(s, s.add(one).blend(s, large));
            FloatVector result = broadcast(FLOATS, 1f).div(d).mul(one);
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = log(1 + exp(x)). */
    static void softplus(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector z = v.reinterpretAsInts().or(SIGN).reinterpretAsFloats();
            z = z.blend(Exp.MIN, z.compare(VectorOperators.LT, Exp.MIN));
            FloatVector t = z.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), z);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(Float.floatToRawIntBits(Exp.UP))
                    .reinterpretAsFloats();
            FloatVector e = p.fma(s, s).mul(Exp.DOWN);
            FloatVector f = broadcast(FLOATS, Log1p.C9).fma(e, broadcast(FLOATS, Log1p.C8));
            f = f.fma(e, broadcast(FLOATS, Log1p.C7));
            f = f.fma(e, broadcast(FLOATS, Log1p.C6));
            f = f.fma(e, broadcast(FLOATS, Log1p.C5));
            f = f.fma(e, broadcast(FLOATS, Log1p.C4));
            f = f.fma(e, broadcast(FLOATS, Log1p.C3));
            f = f.fma(e, broadcast(FLOATS, Log1p.C2));
            f = f.fma(e, broadcast(FLOATS, Log1p.C1));
            f = f.fma(e, broadcast(FLOATS, Log1p.C0));
            f = f.fma(e.mul(e), e);
            FloatVector result = broadcast(FLOATS, 0f)
                    .blend(v, v.compare(VectorOperators.GT, 0f))
                    .add(f);
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = erfc(x) = 1 − erf(x). */
    static void erfc(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector value = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector a = value.abs();
            a = a.blend(Erfc.MAX, a.compare(VectorOperators.GT, Erfc.MAX));
            FloatVector ka = a.mul(Erfc.K);
            FloatVector d = ka.add(1f);
            FloatVector lost = ka.sub(d.sub(1f));
            FloatVector v = broadcast(FLOATS, 1f).div(d);
            FloatVector w = ka.mul(v);
            FloatVector minusW = w.neg();
            FloatVector wLost = minusW.fma(lost, minusW.fma(d, ka)).mul(v);
            FloatVector u = w.sub(Erfc.SHIFT);
            FloatVector uLost = w.sub(u.add(Erfc.SHIFT)).add(wLost);
            FloatVector p = broadcast(FLOATS, Erfc.C10).fma(u, broadcast(FLOATS, Erfc.C9));
            p = p.fma(u, broadcast(FLOATS, Erfc.C8));
            p = p.fma(u, broadcast(FLOATS, Erfc.C7));
            p = p.fma(u, broadcast(FLOATS, Erfc.C6));
            p = p.fma(u, broadcast(FLOATS, Erfc.C5));
            p = p.fma(u, broadcast(FLOATS, Erfc.C4));
            p = p.fma(u, broadcast(FLOATS, Erfc.C3));
            p = p.fma(u, broadcast(FLOATS, Erfc.C2));
            FloatVector b = p.fma(u, broadcast(FLOATS, Erfc.C1));
            FloatVector bLost = p.fma(u, broadcast(FLOATS, Erfc.C1).sub(b));
            FloatVector sum = b.fma(u, broadcast(FLOATS, Erfc.C0));
            FloatVector sumLost = b.fma(u, broadcast(FLOATS, Erfc.C0).sub(sum));
            sumLost = bLost.fma(u, b.fma(uLost, sumLost));
            FloatVector c = sum.mul(v);
            FloatVector minusC = c.neg();
            FloatVector cLost =
                    minusC.fma(lost, minusC.fma(d, sum)).add(sumLost).mul(v);
            FloatVector h = a.mul(a);
            FloatVector l = a.fma(a, h.neg());
            FloatVector t = h.fma(broadcast(FLOATS, -Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector high = k.fma(broadcast(FLOATS, -LN2_HIGH), h.neg());
            FloatVector low = k.fma(broadcast(FLOATS, -LN2_LOW), l.neg());
            FloatVector r = high.add(low);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector e = high.add(q.fma(r.mul(r), low));
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(Float.floatToRawIntBits(Exp.UP))
                    .reinterpretAsFloats();
            FloatVector tail = c.add(e.fma(c, e.fma(cLost, cLost))).mul(s);
            FloatVector below = tail.fma(broadcast(FLOATS, -Exp.DOWN), broadcast(FLOATS, 2f));
            FloatVector result = tail.mul(Exp.DOWN).blend(below, value.compare(VectorOperators.LT, 0f));
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = sin(2πu) for |u| ≤ 2²⁰. */
    static void sinTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector t = v.fma(broadcast(FLOATS, 4f), broadcast(FLOATS, Exp.SHIFT));
            IntVector k = t.reinterpretAsInts();
            FloatVector r = t.sub(Exp.SHIFT).fma(broadcast(FLOATS, -0.25f), v);
            FloatVector z = r.mul(r);
            FloatVector sine = broadcast(FLOATS, Turns.S2).fma(z, broadcast(FLOATS, Turns.S1));
            sine = sine.fma(z, broadcast(FLOATS, Turns.S0));
            sine = sine.fma(z, broadcast(FLOATS, Turns.TAU_LOW));
            sine = r.fma(broadcast(FLOATS, Turns.TAU_HIGH), r.mul(sine));
            FloatVector cosine = broadcast(FLOATS, Turns.C3).fma(z, broadcast(FLOATS, Turns.C2));
            cosine = cosine.fma(z, broadcast(FLOATS, Turns.C1));
            cosine = cosine.fma(z, broadcast(FLOATS, Turns.C0));
            cosine = cosine.fma(z, broadcast(FLOATS, 1f));
            VectorMask<Float> even = k.and(1).compare(VectorOperators.EQ, 0).cast(FLOATS);
            IntVector sign = k.and(2).lanewise(VectorOperators.LSHL, 30);
            FloatVector result = cosine.blend(sine, even)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, sign)
                    .reinterpretAsFloats();
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = cos(2πu) for |u| ≤ 2²⁰. */
    static void cosTurns(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector t = v.fma(broadcast(FLOATS, 4f), broadcast(FLOATS, Exp.SHIFT));
            IntVector k = t.reinterpretAsInts();
            FloatVector r = t.sub(Exp.SHIFT).fma(broadcast(FLOATS, -0.25f), v);
            FloatVector z = r.mul(r);
            FloatVector sine = broadcast(FLOATS, Turns.S2).fma(z, broadcast(FLOATS, Turns.S1));
            sine = sine.fma(z, broadcast(FLOATS, Turns.S0));
            sine = sine.fma(z, broadcast(FLOATS, Turns.TAU_LOW));
            sine = r.fma(broadcast(FLOATS, Turns.TAU_HIGH), r.mul(sine));
            FloatVector cosine = broadcast(FLOATS, Turns.C3).fma(z, broadcast(FLOATS, Turns.C2));
            cosine = cosine.fma(z, broadcast(FLOATS, Turns.C1));
            cosine = cosine.fma(z, broadcast(FLOATS, Turns.C0));
            cosine = cosine.fma(z, broadcast(FLOATS, 1f));
            VectorMask<Float> even = k.and(1).compare(VectorOperators.EQ, 0).cast(FLOATS);
            IntVector sign = k.add(1).and(2).lanewise(VectorOperators.LSHL, 30);
            FloatVector result = sine.blend(cosine, even)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, sign)
                    .reinterpretAsFloats();
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = max(x, 0). */
    static void relu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector result = v.max(0f);
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = x for x ≥ 0, 0.2·x below. */
    static void leakyRelu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector result = v.max(v.mul(LeakyRelu.SLOPE));
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = x for x > 0, exp(x) − 1 below. */
    static void elu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector z = v.blend(Expm1.MIN, v.compare(VectorOperators.LT, Expm1.MIN));
            FloatVector t = z.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), z);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(Exp.ONE)
                    .reinterpretAsFloats();
            FloatVector result = v.blend(p.fma(s, s.sub(1f)), v.compare(VectorOperators.LT, 0f));
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = λ·x for x > 0, λ·α·(exp(x) − 1) below. */
    static void selu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector z = v.blend(Expm1.MIN, v.compare(VectorOperators.LT, Expm1.MIN));
            FloatVector t = z.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), z);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(Exp.ONE)
                    .reinterpretAsFloats();
            FloatVector below = p.fma(s, s.sub(1f)).mul(Selu.SCALE_ALPHA);
            FloatVector result = v.mul(Selu.SCALE).blend(below, v.compare(VectorOperators.LT, 0f));
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = x·sigmoid(x). */
    static void silu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector f = v.blend(-Sigmoid.SILU_MAX, v.compare(VectorOperators.LT, -Sigmoid.SILU_MAX));
            FloatVector z = f.neg();
            z = z.blend(Sigmoid.MIN, z.compare(VectorOperators.LT, Sigmoid.MIN));
            FloatVector t = z.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), z);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            FloatVector one = broadcast(FLOATS, 1f).blend(Exp.DOWN, z.compare(VectorOperators.GT, 0f));
            IntVector power = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector s = power.add(one.reinterpretAsInts()).reinterpretAsFloats();
            FloatVector inverse = power.neg().add(Exp.ONE).max(0).reinterpretAsFloats();
            VectorMask<Float> large = z.compare(VectorOperators.GT, Sigmoid.LARGE);
            p = p.blend(p.add(inverse), large);
            FloatVector d = p.fma(s, s.add(one).blend(s, large));
            FloatVector result = f.div(d).mul(one);
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** y = x·Φ(x). */
    static void gelu(int n, float[] x, int xOffset, float[] y, int yOffset) {
        int last = n - LANES;
        FloatVector lastX = FloatVector.fromArray(FLOATS, x, xOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = i < last ? FloatVector.fromArray(FLOATS, x, xOffset + i) : lastX;
            FloatVector a = v.abs();
            a = a.blend(Gelu.MAX, a.compare(VectorOperators.GT, Gelu.MAX));
            FloatVector w = a.div(a.add(Gelu.D));
            FloatVector u = w.sub(Gelu.SHIFT);
            FloatVector b = broadcast(FLOATS, Gelu.C9).fma(u, broadcast(FLOATS, Gelu.C8));
            b = b.fma(u, broadcast(FLOATS, Gelu.C7));
            b = b.fma(u, broadcast(FLOATS, Gelu.C6));
            b = b.fma(u, broadcast(FLOATS, Gelu.C5));
            b = b.fma(u, broadcast(FLOATS, Gelu.C4));
            b = b.fma(u, broadcast(FLOATS, Gelu.C3));
            b = b.fma(u, broadcast(FLOATS, Gelu.C2));
            b = b.fma(u, broadcast(FLOATS, Gelu.C1));
            b = b.fma(u, broadcast(FLOATS, Gelu.C0));
            FloatVector half = a.mul(0.5f);
            FloatVector h = a.mul(half);
            FloatVector l = a.fma(half, h.neg());
            FloatVector t = h.fma(broadcast(FLOATS, -Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector high = k.fma(broadcast(FLOATS, -LN2_HIGH), h.neg());
            FloatVector low = k.fma(broadcast(FLOATS, -LN2_LOW), l.neg());
            FloatVector r = high.add(low);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector e = high.add(q.fma(r.mul(r), low));
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(Float.floatToRawIntBits(Exp.UP))
                    .reinterpretAsFloats();
            FloatVector f = w.mul(b);
            FloatVector tail = e.fma(f, f).mul(s);
            FloatVector result = broadcast(FLOATS, -0f)
                    .blend(v, v.compare(VectorOperators.GE, 0f))
                    .sub(tail.mul(Exp.DOWN));
            result.intoArray(y, yOffset + Math.min(i, last));
        }
    }

    /** dx = dy·relu' from the saved output y: 0 where y ≤ 0. */
    static void reluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector gradient = g.blend(0f, y.compare(VectorOperators.LE, 0f));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** dx = dy·leakyRelu' from the saved output y. */
    static void leakyReluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector gradient = g.blend(g.mul(LeakyRelu.SLOPE), y.compare(VectorOperators.LE, 0f));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** dx = dy·elu' from the saved output y. */
    static void eluGradient(int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector gradient = g.mul(y.min(0f).add(1f));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** dx = dy·selu' from the saved output y. */
    static void seluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector below = y.add(Selu.SCALE_ALPHA);
            FloatVector gradient = g.mul(broadcast(FLOATS, Selu.SCALE).blend(below, y.compare(VectorOperators.LE, 0f)));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** dx = dy·sigmoid' from the saved output y. */
    static void sigmoidGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector gradient = g.mul(y.mul(broadcast(FLOATS, 1f).sub(y)));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** dx = dy·tanh' from the saved output y. */
    static void tanhGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector gradient = g.mul(y.neg().fma(y, broadcast(FLOATS, 1f)));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** dx = dy·softplus' from the saved input x. */
    static void softplusGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector z = x.neg();
            z = z.blend(Sigmoid.MAX, z.compare(VectorOperators.GT, Sigmoid.MAX));
            z = z.blend(Sigmoid.MIN, z.compare(VectorOperators.LT, Sigmoid.MIN));
            FloatVector t = z.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), z);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            FloatVector one = broadcast(FLOATS, 1f).blend(Exp.DOWN, z.compare(VectorOperators.GT, 0f));
            IntVector power = t.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector s = power.add(one.reinterpretAsInts()).reinterpretAsFloats();
            FloatVector inverse = power.neg().add(Exp.ONE).max(0).reinterpretAsFloats();
            VectorMask<Float> large = z.compare(VectorOperators.GT, Sigmoid.LARGE);
            p = p.blend(p.add(inverse), large);
            FloatVector d = p.fma(s, s.add(one).blend(s, large));
            FloatVector gradient = g.mul(broadcast(FLOATS, 1f).div(d).mul(one));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** dx = dy·silu' from the saved input x: silu' = σ(x)·(1 + x·σ(−x)). */
    static void siluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector z = x.reinterpretAsInts().or(SIGN).reinterpretAsFloats();
            z = z.blend(Exp.MIN, z.compare(VectorOperators.LT, Exp.MIN));
            FloatVector t = z.fma(broadcast(FLOATS, Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector r = k.fma(broadcast(FLOATS, -LN2_HIGH), z);
            r = k.fma(broadcast(FLOATS, -LN2_LOW), r);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector p = q.fma(r.mul(r), r);
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(Float.floatToRawIntBits(Exp.UP))
                    .reinterpretAsFloats();
            FloatVector e = p.fma(s, s).mul(Exp.DOWN);
            FloatVector large = broadcast(FLOATS, 1f).div(e.add(1f));
            FloatVector small = e.mul(large);
            FloatVector change = z.mul(small);
            FloatVector above = change.neg().fma(large, large);
            FloatVector gradient = g.mul(above.blend(change.fma(large, small), x.compare(VectorOperators.LT, 0f)));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** dx = dy·gelu' from the saved input x: gelu' = Φ(x) + x·φ(x). */
    static void geluGradient(
            int n, float[] saved, int savedOffset, float[] dy, int dyOffset, float[] dx, int dxOffset) {
        int last = n - LANES;
        FloatVector lastSaved = FloatVector.fromArray(FLOATS, saved, savedOffset + last);
        FloatVector lastDy = FloatVector.fromArray(FLOATS, dy, dyOffset + last);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = i < last ? FloatVector.fromArray(FLOATS, saved, savedOffset + i) : lastSaved;
            FloatVector g = i < last ? FloatVector.fromArray(FLOATS, dy, dyOffset + i) : lastDy;
            FloatVector a = x.abs();
            a = a.blend(Gelu.MAX, a.compare(VectorOperators.GT, Gelu.MAX));
            FloatVector v = broadcast(FLOATS, 1f).div(a.add(Gelu.D));
            FloatVector u = a.mul(v).sub(Gelu.SHIFT);
            FloatVector b = broadcast(FLOATS, Gelu.C9).fma(u, broadcast(FLOATS, Gelu.C8));
            b = b.fma(u, broadcast(FLOATS, Gelu.C7));
            b = b.fma(u, broadcast(FLOATS, Gelu.C6));
            b = b.fma(u, broadcast(FLOATS, Gelu.C5));
            b = b.fma(u, broadcast(FLOATS, Gelu.C4));
            b = b.fma(u, broadcast(FLOATS, Gelu.C3));
            b = b.fma(u, broadcast(FLOATS, Gelu.C2));
            b = b.fma(u, broadcast(FLOATS, Gelu.C1));
            b = b.fma(u, broadcast(FLOATS, Gelu.C0));
            FloatVector half = a.mul(0.5f);
            FloatVector h = a.mul(half);
            FloatVector l = a.fma(half, h.neg());
            FloatVector t = h.fma(broadcast(FLOATS, -Exp.LOG2E), broadcast(FLOATS, Exp.SHIFT));
            FloatVector k = t.sub(Exp.SHIFT);
            FloatVector high = k.fma(broadcast(FLOATS, -LN2_HIGH), h.neg());
            FloatVector low = k.fma(broadcast(FLOATS, -LN2_LOW), l.neg());
            FloatVector r = high.add(low);
            FloatVector q = broadcast(FLOATS, Exp.C4).fma(r, broadcast(FLOATS, Exp.C3));
            q = q.fma(r, broadcast(FLOATS, Exp.C2));
            q = q.fma(r, broadcast(FLOATS, Exp.C1));
            q = q.fma(r, broadcast(FLOATS, Exp.C0));
            FloatVector e = high.add(q.fma(r.mul(r), low));
            FloatVector s = t.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(Float.floatToRawIntBits(Exp.UP))
                    .reinterpretAsFloats();
            FloatVector y = a.fma(broadcast(FLOATS, -Gelu.DENSITY), v.mul(b));
            FloatVector d = e.fma(y, y).mul(s);
            FloatVector above = d.fma(broadcast(FLOATS, -Exp.DOWN), broadcast(FLOATS, 1f));
            FloatVector gradient = g.mul(above.blend(d.mul(Exp.DOWN), x.compare(VectorOperators.LT, 0f)));
            gradient.intoArray(dx, dxOffset + Math.min(i, last));
        }
    }

    /** y = (word >>> 8)·2⁻²⁴. */
    static void uniform(int n, int[] words, float[] y, int yOffset) {
        int last = n - LANES;
        for (int i = 0; i < n; i += LANES) {
            int at = Math.min(i, last);
            IntVector bits = IntVector.fromArray(INTS, words, at).lanewise(VectorOperators.LSHR, 8);
            FloatVector result = ((FloatVector) bits.convert(VectorOperators.I2F, 0)).mul(0x1p-24f);
            result.intoArray(y, yOffset + at);
        }
    }

    /** √(−2·log u), u = (word >>> 1)·2⁻³¹ + 2⁻³² in (0, 1], of the first word of each pair, into the pair's first place. */
    static void radii(int n, int[] words, float[] normals) {
        for (int i = 0; i < n; i += PAIR) {
            for (int at = i; at < i + PAIR / 2; at += LANES) {
                IntVector word = IntVector.fromArray(INTS, words, at).lanewise(VectorOperators.LSHR, 1);
                FloatVector u = (FloatVector) word.convert(VectorOperators.I2F, 0);
                u = u.fma(broadcast(FLOATS, 0x1p-31f), broadcast(FLOATS, 0x1p-32f));
                IntVector bits = u.reinterpretAsInts().sub(Log.SQRT_HALF);
                FloatVector e =
                        (FloatVector) bits.lanewise(VectorOperators.ASHR, 23).convert(VectorOperators.I2F, 0);
                FloatVector f = bits.and(0x7fffff)
                        .add(Log.SQRT_HALF)
                        .reinterpretAsFloats()
                        .sub(1f);
                FloatVector r = broadcast(FLOATS, Log.C7).fma(f, broadcast(FLOATS, Log.C6));
                r = r.fma(f, broadcast(FLOATS, Log.C5));
                r = r.fma(f, broadcast(FLOATS, Log.C4));
                r = r.fma(f, broadcast(FLOATS, Log.C3));
                r = r.fma(f, broadcast(FLOATS, Log.C2));
                r = r.fma(f, broadcast(FLOATS, Log.C1));
                r = r.fma(f, broadcast(FLOATS, Log.C0));
                FloatVector q = r.fma(f, broadcast(FLOATS, -0.5f));
                FloatVector h = e.fma(broadcast(FLOATS, LN2_HIGH), f);
                FloatVector l = f.sub(e.fma(broadcast(FLOATS, -LN2_HIGH), h));
                FloatVector y = h.add(f.mul(f).fma(q, e.fma(broadcast(FLOATS, LN2_LOW), l)));
                y.mul(-2f).abs().sqrt().intoArray(normals, at);
            }
        }
    }

    /** Replaces each pair's radius by radius·cos(2πu) and radius·sin(2πu), u = (word >>> 8)·2⁻²⁴ of its second word. */
    static void rotate(int n, int[] words, float[] normals) {
        for (int i = 0; i < n; i += PAIR) {
            for (int at = i; at < i + PAIR / 2; at += LANES) {
                IntVector word = IntVector.fromArray(INTS, words, at + PAIR / 2).lanewise(VectorOperators.LSHR, 8);
                FloatVector u = ((FloatVector) word.convert(VectorOperators.I2F, 0)).mul(0x1p-24f);
                FloatVector t = u.fma(broadcast(FLOATS, 4f), broadcast(FLOATS, Exp.SHIFT));
                IntVector k = t.reinterpretAsInts();
                FloatVector r = t.sub(Exp.SHIFT).fma(broadcast(FLOATS, -0.25f), u);
                FloatVector z = r.mul(r);
                FloatVector sine = broadcast(FLOATS, Turns.S2).fma(z, broadcast(FLOATS, Turns.S1));
                sine = sine.fma(z, broadcast(FLOATS, Turns.S0));
                sine = sine.fma(z, broadcast(FLOATS, Turns.TAU_LOW));
                sine = r.fma(broadcast(FLOATS, Turns.TAU_HIGH), r.mul(sine));
                FloatVector cosine = broadcast(FLOATS, Turns.C3).fma(z, broadcast(FLOATS, Turns.C2));
                cosine = cosine.fma(z, broadcast(FLOATS, Turns.C1));
                cosine = cosine.fma(z, broadcast(FLOATS, Turns.C0));
                cosine = cosine.fma(z, broadcast(FLOATS, 1f));
                VectorMask<Float> even = k.and(1).compare(VectorOperators.EQ, 0).cast(FLOATS);
                IntVector cosineSign = k.add(1).and(2).lanewise(VectorOperators.LSHL, 30);
                IntVector sineSign = k.and(2).lanewise(VectorOperators.LSHL, 30);
                IntVector cosineBits = sine.blend(cosine, even).reinterpretAsInts();
                IntVector sineBits = cosine.blend(sine, even).reinterpretAsInts();
                cosine = cosineBits.lanewise(VectorOperators.XOR, cosineSign).reinterpretAsFloats();
                sine = sineBits.lanewise(VectorOperators.XOR, sineSign).reinterpretAsFloats();
                FloatVector radius = FloatVector.fromArray(FLOATS, normals, at);
                radius.mul(cosine).intoArray(normals, at);
                radius.mul(sine).intoArray(normals, at + PAIR / 2);
            }
        }
    }
}
