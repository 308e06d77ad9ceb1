package dev.lanewise.kernels.vector;

import dev.lanewise.kernels.provider.Coefficients;
import dev.lanewise.kernels.provider.Coefficients.Exp;
import dev.lanewise.kernels.provider.Coefficients.Expm1;
import dev.lanewise.kernels.provider.Coefficients.Gelu;
import dev.lanewise.kernels.provider.Coefficients.LeakyRelu;
import dev.lanewise.kernels.provider.Coefficients.Log;
import dev.lanewise.kernels.provider.Coefficients.Log1p;
import dev.lanewise.kernels.provider.Coefficients.Selu;
import dev.lanewise.kernels.provider.Coefficients.Silu;
import dev.lanewise.kernels.provider.Coefficients.Tanh;
import dev.lanewise.kernels.provider.Coefficients.Turns;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Elementary functions and activations of a vector of floats, without branches, as {@link Coefficients} defines them.
 * {@code ScalarMath} is the same, operation for operation, on one float. The methods are small enough to be inlined into
 * a loop, where the vectors stay in registers.
 */
public final class VectorMath {

    /** The species of all float vectors of this library. */
    public static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

    /** The species of int vectors, of as many lanes. */
    public static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    private static final int SIGN = 0x80000000;

    private VectorMath() {}

    /** {@return exp(x)} */
    public static FloatVector exp(FloatVector x) {
        FloatVector z = x.blend(Exp.MAX, x.compare(VectorOperators.GT, Exp.MAX));
        z = z.blend(Exp.MIN, z.compare(VectorOperators.LT, Exp.MIN));
        VectorMask<Float> negative = z.compare(VectorOperators.LT, 0f);
        FloatVector t = shifted(z, Exp.LOG2E);
        FloatVector p = expm1OfRemainder(remainder(z, t));
        IntVector bias = floats(Float.intBitsToFloat(Exp.BIAS_DOWN))
                .blend(Float.intBitsToFloat(Exp.BIAS_UP), negative)
                .reinterpretAsInts();
        FloatVector s = t.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .add(bias)
                .reinterpretAsFloats();
        return p.fma(s, s).mul(floats(2f).blend(Exp.UNSCALE, negative));
    }

    /** {@return exp(x)·2⁶⁴ for x in [−160, 0]} */
    private static FloatVector scaledExp(FloatVector x) {
        FloatVector t = shifted(x, Exp.LOG2E);
        FloatVector p = expm1OfRemainder(remainder(x, t));
        FloatVector s = powerOfTwo(t, Exp.BIAS_UP);
        return p.fma(s, s);
    }

    /** {@return exp(−|x|)} */
    static FloatVector expOfMinusAbs(FloatVector x) {
        FloatVector z = minusAbs(x);
        z = z.blend(Exp.MIN, z.compare(VectorOperators.LT, Exp.MIN));
        return scaledExp(z).mul(Exp.UNSCALE);
    }

    /** {@return exp(x) − 1 for x ≤ 0} */
    static FloatVector expm1OfNegative(FloatVector x) {
        return expm1InRange(x.blend(Expm1.MIN, x.compare(VectorOperators.LT, Expm1.MIN)));
    }

    private static FloatVector expm1InRange(FloatVector z) {
        FloatVector t = shifted(z, Exp.LOG2E);
        FloatVector p = expm1OfRemainder(remainder(z, t));
        FloatVector s = powerOfTwo(t, Exp.BIAS);
        return p.fma(s, s.sub(1f));
    }

    private static FloatVector shifted(FloatVector x, float factor) {
        return x.fma(floats(factor), floats(Exp.SHIFT));
    }

    private static FloatVector remainder(FloatVector x, FloatVector t) {
        FloatVector n = t.sub(Exp.SHIFT);
        FloatVector r = n.fma(floats(-Coefficients.LN2_HIGH), x);
        return n.fma(floats(-Coefficients.LN2_LOW), r);
    }

    private static FloatVector powerOfTwo(FloatVector t, int bias) {
        return t.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, 23)
                .add(bias)
                .reinterpretAsFloats();
    }

    private static FloatVector expm1OfRemainder(FloatVector r) {
        FloatVector q = floats(Exp.C4).fma(r, floats(Exp.C3));
        q = q.fma(r, floats(Exp.C2));
        q = q.fma(r, floats(Exp.C1));
        q = q.fma(r, floats(Exp.C0));
        return q.fma(r.mul(r), r);
    }

    /** {@return log(x): −∞ at ±0, NaN below} */
    public static FloatVector log(FloatVector x) {
        VectorMask<Float> denormal = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        FloatVector z = x.mul(floats(1f).blend(Log.SCALE, denormal));
        IntVector i = z.reinterpretAsInts().sub(Log.SQRT_HALF);
        FloatVector e = exponent(i);
        e = e.sub(floats(0f).blend(Log.SCALE_EXPONENT, denormal));
        FloatVector y = logOfProduct(e, mantissa(i).sub(1f));
        y = y.blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
        y = y.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
        return floats(Float.NaN).blend(y, x.compare(VectorOperators.GE, 0f));
    }

    /** {@return log(x) for a normal x > 0, the same bits as {@link #log}} */
    static FloatVector logOfNormal(FloatVector x) {
        IntVector i = x.reinterpretAsInts().sub(Log.SQRT_HALF);
        return logOfProduct(exponent(i), mantissa(i).sub(1f));
    }

    /** {@return log(1 + x): −∞ at −1, NaN below} */
    public static FloatVector log1p(FloatVector x) {
        IntVector i = x.add(1f).reinterpretAsInts().sub(Log.SQRT_HALF);
        FloatVector s = i.lanewise(VectorOperators.ASHR, 23)
                .lanewise(VectorOperators.LSHL, 23)
                .neg()
                .add(Exp.BIAS)
                .reinterpretAsFloats();
        FloatVector f = mantissa(i).sub(1f);
        f = f.blend(x.fma(s, s.sub(1f)), x.compare(VectorOperators.LT, Log1p.LARGE));
        FloatVector y = logOfProduct(exponent(i), f);
        y = y.blend(x, x.compare(VectorOperators.EQ, Float.POSITIVE_INFINITY));
        y = y.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, -1f));
        y = y.blend(x, x.compare(VectorOperators.EQ, 0f));
        return floats(Float.NaN).blend(y, x.compare(VectorOperators.GE, -1f));
    }

    private static FloatVector exponent(IntVector i) {
        return toFloats(i.lanewise(VectorOperators.ASHR, 23));
    }

    private static FloatVector mantissa(IntVector i) {
        return i.and(0x7fffff).add(Log.SQRT_HALF).reinterpretAsFloats();
    }

    private static FloatVector logOfProduct(FloatVector e, FloatVector f) {
        FloatVector r = floats(Log.C7).fma(f, floats(Log.C6));
        r = r.fma(f, floats(Log.C5));
        r = r.fma(f, floats(Log.C4));
        r = r.fma(f, floats(Log.C3));
        r = r.fma(f, floats(Log.C2));
        r = r.fma(f, floats(Log.C1));
        r = r.fma(f, floats(Log.C0));
        FloatVector q = r.fma(f, floats(-0.5f));
        FloatVector h = e.fma(floats(Coefficients.LN2_HIGH), f);
        FloatVector l = f.sub(e.fma(floats(-Coefficients.LN2_HIGH), h));
        return h.add(f.mul(f).fma(q, e.fma(floats(Coefficients.LN2_LOW), l)));
    }

    private static FloatVector log1pOfUnit(FloatVector t) {
        FloatVector q = floats(Log1p.C9).fma(t, floats(Log1p.C8));
        q = q.fma(t, floats(Log1p.C7));
        q = q.fma(t, floats(Log1p.C6));
        q = q.fma(t, floats(Log1p.C5));
        q = q.fma(t, floats(Log1p.C4));
        q = q.fma(t, floats(Log1p.C3));
        q = q.fma(t, floats(Log1p.C2));
        q = q.fma(t, floats(Log1p.C1));
        q = q.fma(t, floats(Log1p.C0));
        return q.fma(t.mul(t), t);
    }

    /** {@return tanh(x)} */
    public static FloatVector tanh(FloatVector x) {
        FloatVector a = minusAbs(x);
        a = a.blend(Tanh.MIN, a.compare(VectorOperators.LT, Tanh.MIN));
        FloatVector e = expm1InRange(a.add(a));
        return withSign(e.div(e.add(2f)).abs(), x.reinterpretAsInts().and(SIGN));
    }

    /** {@return 1 / (1 + exp(−x))} */
    public static FloatVector sigmoid(FloatVector x) {
        FloatVector t = expOfMinusAbs(x);
        return floats(1f).blend(t, x.compare(VectorOperators.LT, 0f)).div(t.add(1f));
    }

    /** {@return log(1 + exp(x))} */
    public static FloatVector softplus(FloatVector x) {
        FloatVector t = expOfMinusAbs(x);
        return floats(0f).blend(x, x.compare(VectorOperators.GT, 0f)).add(log1pOfUnit(t));
    }

    /** {@return sin(2πu) for |u| ≤ 2²⁰} */
    public static FloatVector sinTurns(FloatVector u) {
        FloatVector t = shifted(u, 4f);
        IntVector k = t.reinterpretAsInts();
        FloatVector r = t.sub(Exp.SHIFT).fma(floats(-0.25f), u);
        FloatVector z = r.mul(r);
        FloatVector y = cosOfEighth(z).blend(sinOfEighth(r, z), isEven(k));
        return withSign(y, k.and(2).lanewise(VectorOperators.LSHL, 30));
    }

    /** {@return cos(2πu) for |u| ≤ 2²⁰} */
    public static FloatVector cosTurns(FloatVector u) {
        FloatVector t = shifted(u, 4f);
        IntVector k = t.reinterpretAsInts();
        FloatVector r = t.sub(Exp.SHIFT).fma(floats(-0.25f), u);
        FloatVector z = r.mul(r);
        FloatVector y = sinOfEighth(r, z).blend(cosOfEighth(z), isEven(k));
        return withSign(y, k.add(1).and(2).lanewise(VectorOperators.LSHL, 30));
    }

    private static VectorMask<Float> isEven(IntVector k) {
        return k.and(1).compare(VectorOperators.EQ, 0).cast(FLOATS);
    }

    private static FloatVector sinOfEighth(FloatVector r, FloatVector z) {
        FloatVector s = floats(Turns.S2).fma(z, floats(Turns.S1));
        s = s.fma(z, floats(Turns.S0));
        s = s.fma(z, floats(Turns.TAU_LOW));
        return r.fma(floats(Turns.TAU_HIGH), r.mul(s));
    }

    private static FloatVector cosOfEighth(FloatVector z) {
        FloatVector c = floats(Turns.C3).fma(z, floats(Turns.C2));
        c = c.fma(z, floats(Turns.C1));
        c = c.fma(z, floats(Turns.C0));
        return c.fma(z, floats(1f));
    }

    /** {@return max(x, 0)} */
    public static FloatVector relu(FloatVector x) {
        return x.max(0f);
    }

    /** {@return x for x ≥ 0, 0.2·x below} */
    public static FloatVector leakyRelu(FloatVector x) {
        return x.max(x.mul(LeakyRelu.SLOPE));
    }

    /** {@return x for x > 0, exp(x) − 1 below} */
    public static FloatVector elu(FloatVector x) {
        return x.blend(expm1OfNegative(x), x.compare(VectorOperators.LT, 0f));
    }

    /** {@return λ·x for x > 0, λ·α·(exp(x) − 1) below} */
    public static FloatVector selu(FloatVector x) {
        FloatVector below = expm1OfNegative(x).mul(Selu.SCALE_ALPHA);
        return x.mul(Selu.SCALE).blend(below, x.compare(VectorOperators.LT, 0f));
    }

    /** {@return x·sigmoid(x)} */
    public static FloatVector silu(FloatVector x) {
        FloatVector z = minusAbs(x);
        z = z.blend(-Silu.MAX, z.compare(VectorOperators.LT, -Silu.MAX));
        FloatVector e = scaledExp(z);
        FloatVector d = e.fma(floats(Exp.UNSCALE), floats(1f));
        VectorMask<Float> negative = x.compare(VectorOperators.LT, 0f);
        return x.blend(z.mul(e), negative).div(d).mul(floats(1f).blend(Exp.UNSCALE, negative));
    }

    /** {@return d silu / dx = σ(x)·(1 + x·σ(−x))} */
    private static FloatVector siluDerivative(FloatVector x) {
        FloatVector z = minusAbs(x);
        z = z.blend(-Silu.MAX, z.compare(VectorOperators.LT, -Silu.MAX));
        FloatVector t = scaledExp(z).mul(Exp.UNSCALE);
        FloatVector large = floats(1f).div(t.add(1f));
        FloatVector small = t.mul(large);
        FloatVector change = z.mul(small);
        FloatVector positive = change.neg().fma(large, large);
        return positive.blend(change.fma(large, small), x.compare(VectorOperators.LT, 0f));
    }

    /** {@return x·Φ(x)} */
    public static FloatVector gelu(FloatVector x) {
        FloatVector a = x.abs();
        a = a.blend(Gelu.MAX, a.compare(VectorOperators.GT, Gelu.MAX));
        FloatVector tail = scaledGaussian(a).mul(geluTail(a));
        FloatVector below = a.neg().mul(tail).mul(Exp.UNSCALE);
        FloatVector above = x.mul(tail.fma(floats(-Exp.UNSCALE), floats(1f)));
        return above.blend(below, x.compare(VectorOperators.LT, 0f));
    }

    /** {@return d gelu / dx = Φ(x) + x·φ(x)} */
    private static FloatVector geluDerivative(FloatVector x) {
        FloatVector a = x.abs();
        a = a.blend(Gelu.MAX, a.compare(VectorOperators.GT, Gelu.MAX));
        FloatVector d = scaledGaussian(a).mul(a.fma(floats(-Gelu.DENSITY), geluTail(a)));
        FloatVector above = d.fma(floats(-Exp.UNSCALE), floats(1f));
        return above.blend(d.mul(Exp.UNSCALE), x.compare(VectorOperators.LT, 0f));
    }

    private static FloatVector scaledGaussian(FloatVector a) {
        FloatVector half = a.mul(0.5f);
        FloatVector h = a.mul(half);
        FloatVector minusH = h.neg();
        FloatVector l = a.fma(half, minusH);
        FloatVector t = shifted(h, -Exp.LOG2E);
        FloatVector p = expm1OfRemainder(remainder(minusH, t).sub(l));
        FloatVector s = powerOfTwo(t, Exp.BIAS_UP);
        return p.fma(s, s);
    }

    private static FloatVector geluTail(FloatVector a) {
        FloatVector t = floats(1f).div(a.fma(floats(Gelu.K), floats(1f)));
        FloatVector p = floats(Gelu.C9).fma(t, floats(Gelu.C8));
        p = p.fma(t, floats(Gelu.C7));
        p = p.fma(t, floats(Gelu.C6));
        p = p.fma(t, floats(Gelu.C5));
        p = p.fma(t, floats(Gelu.C4));
        p = p.fma(t, floats(Gelu.C3));
        p = p.fma(t, floats(Gelu.C2));
        p = p.fma(t, floats(Gelu.C1));
        p = p.fma(t, floats(Gelu.C0));
        return p.mul(t);
    }

    /** {@return dy·relu' from the output y: 0 where y ≤ 0} */
    public static FloatVector reluGradient(FloatVector y, FloatVector dy) {
        return dy.blend(0f, y.compare(VectorOperators.LE, 0f));
    }

    /** {@return dy·leakyRelu' from the output y} */
    public static FloatVector leakyReluGradient(FloatVector y, FloatVector dy) {
        return dy.blend(dy.mul(LeakyRelu.SLOPE), y.compare(VectorOperators.LE, 0f));
    }

    /** {@return dy·elu' from the output y} */
    public static FloatVector eluGradient(FloatVector y, FloatVector dy) {
        return dy.mul(y.min(0f).add(1f));
    }

    /** {@return dy·selu' from the output y} */
    public static FloatVector seluGradient(FloatVector y, FloatVector dy) {
        FloatVector below = y.add(Selu.SCALE_ALPHA);
        return dy.mul(floats(Selu.SCALE).blend(below, y.compare(VectorOperators.LE, 0f)));
    }

    /** {@return dy·sigmoid' from the output y} */
    public static FloatVector sigmoidGradient(FloatVector y, FloatVector dy) {
        return dy.mul(y.mul(floats(1f).sub(y)));
    }

    /** {@return dy·tanh' from the output y} */
    public static FloatVector tanhGradient(FloatVector y, FloatVector dy) {
        return dy.mul(y.neg().fma(y, floats(1f)));
    }

    /** {@return dy·softplus' from the input x} */
    public static FloatVector softplusGradient(FloatVector x, FloatVector dy) {
        return dy.mul(sigmoid(x));
    }

    /** {@return dy·silu' from the input x} */
    public static FloatVector siluGradient(FloatVector x, FloatVector dy) {
        return dy.mul(siluDerivative(x));
    }

    /** {@return dy·gelu' from the input x} */
    public static FloatVector geluGradient(FloatVector x, FloatVector dy) {
        return dy.mul(geluDerivative(x));
    }

    /** {@return (word >>> 8)·2⁻²⁴, in [0, 1)} */
    static FloatVector uniform(IntVector words) {
        return toFloats(words.lanewise(VectorOperators.LSHR, 8)).mul(0x1p-24f);
    }

    /** {@return √(−2·log u), u = (word >>> 1)·2⁻³¹ + 2⁻³² in (0, 1]} */
    static FloatVector radius(IntVector words) {
        FloatVector u = toFloats(words.lanewise(VectorOperators.LSHR, 1)).fma(floats(0x1p-31f), floats(0x1p-32f));
        return logOfNormal(u).mul(-2f).abs().sqrt();
    }

    private static FloatVector toFloats(IntVector i) {
        return (FloatVector) i.convert(VectorOperators.I2F, 0);
    }

    private static FloatVector floats(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    private static FloatVector minusAbs(FloatVector x) {
        return x.reinterpretAsInts().or(SIGN).reinterpretAsFloats();
    }

    private static FloatVector withSign(FloatVector y, IntVector sign) {
        return y.reinterpretAsInts().lanewise(VectorOperators.XOR, sign).reinterpretAsFloats();
    }
}
