package dev.lanewise.kernels.scalar;

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

/**
 * Elementary functions and activations of one float, as {@link Coefficients} defines them. {@code VectorMath} is the same,
 * operation for operation, on vectors.
 */
public final class ScalarMath {

    private ScalarMath() {}

    /** {@return exp(x)} */
    public static float exp(float x) {
        float z = x > Exp.MAX ? Exp.MAX : x;
        z = z < Exp.MIN ? Exp.MIN : z;
        boolean negative = z < 0;
        float t = Math.fma(z, Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(z, t));
        float s = powerOfTwo(t, negative ? Exp.BIAS_UP : Exp.BIAS_DOWN);
        return Math.fma(p, s, s) * (negative ? Exp.UNSCALE : 2f);
    }

    /** {@return exp(x)·2⁶⁴ for x in [−160, 0]} */
    private static float scaledExp(float x) {
        float t = Math.fma(x, Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(x, t));
        float s = powerOfTwo(t, Exp.BIAS_UP);
        return Math.fma(p, s, s);
    }

    /** {@return exp(−|x|)} */
    static float expOfMinusAbs(float x) {
        float z = -Math.abs(x);
        z = z < Exp.MIN ? Exp.MIN : z;
        return scaledExp(z) * Exp.UNSCALE;
    }

    /** {@return exp(x) − 1 for x ≤ 0} */
    static float expm1OfNegative(float x) {
        float z = x < Expm1.MIN ? Expm1.MIN : x;
        return expm1InRange(z);
    }

    private static float expm1InRange(float z) {
        float t = Math.fma(z, Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(z, t));
        float s = powerOfTwo(t, Exp.BIAS);
        return Math.fma(p, s, s - 1);
    }

    private static float remainder(float x, float t) {
        float n = t - Exp.SHIFT;
        float r = Math.fma(n, -Coefficients.LN2_HIGH, x);
        return Math.fma(n, -Coefficients.LN2_LOW, r);
    }

    private static float powerOfTwo(float t, int bias) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(t) << 23) + bias);
    }

    private static float expm1OfRemainder(float r) {
        float q = Math.fma(Exp.C4, r, Exp.C3);
        q = Math.fma(q, r, Exp.C2);
        q = Math.fma(q, r, Exp.C1);
        q = Math.fma(q, r, Exp.C0);
        return Math.fma(q, r * r, r);
    }

    /** {@return log(x): −∞ at ±0, NaN below} */
    public static float log(float x) {
        boolean denormal = x < Float.MIN_NORMAL;
        float z = denormal ? x * Log.SCALE : x;
        int i = Float.floatToRawIntBits(z) - Log.SQRT_HALF;
        float m = Float.intBitsToFloat((i & 0x7fffff) + Log.SQRT_HALF);
        float e = (float) (i >> 23);
        e = denormal ? e - Log.SCALE_EXPONENT : e;
        float y = logOfProduct(e, m - 1);
        y = x == Float.POSITIVE_INFINITY ? x : y;
        y = x == 0 ? Float.NEGATIVE_INFINITY : y;
        return x >= 0 ? y : Float.NaN;
    }

    /** {@return log(x) for a normal x > 0, the same bits as {@link #log}} */
    static float logOfNormal(float x) {
        int i = Float.floatToRawIntBits(x) - Log.SQRT_HALF;
        float m = Float.intBitsToFloat((i & 0x7fffff) + Log.SQRT_HALF);
        return logOfProduct((float) (i >> 23), m - 1);
    }

    /** {@return log(1 + x): −∞ at −1, NaN below} */
    public static float log1p(float x) {
        float u = 1 + x;
        int i = Float.floatToRawIntBits(u) - Log.SQRT_HALF;
        int e = i >> 23;
        float m = Float.intBitsToFloat((i & 0x7fffff) + Log.SQRT_HALF);
        float s = Float.intBitsToFloat(Exp.BIAS - (e << 23));
        float f = x < Log1p.LARGE ? Math.fma(x, s, s - 1) : m - 1;
        float y = logOfProduct((float) e, f);
        y = x == Float.POSITIVE_INFINITY ? x : y;
        y = x == -1 ? Float.NEGATIVE_INFINITY : y;
        y = x == 0 ? x : y;
        return x >= -1 ? y : Float.NaN;
    }

    private static float logOfProduct(float e, float f) {
        float r = Math.fma(Log.C7, f, Log.C6);
        r = Math.fma(r, f, Log.C5);
        r = Math.fma(r, f, Log.C4);
        r = Math.fma(r, f, Log.C3);
        r = Math.fma(r, f, Log.C2);
        r = Math.fma(r, f, Log.C1);
        r = Math.fma(r, f, Log.C0);
        float q = Math.fma(r, f, -0.5f);
        float h = Math.fma(e, Coefficients.LN2_HIGH, f);
        float l = f - Math.fma(e, -Coefficients.LN2_HIGH, h);
        return h + Math.fma(f * f, q, Math.fma(e, Coefficients.LN2_LOW, l));
    }

    private static float log1pOfUnit(float t) {
        float q = Math.fma(Log1p.C9, t, Log1p.C8);
        q = Math.fma(q, t, Log1p.C7);
        q = Math.fma(q, t, Log1p.C6);
        q = Math.fma(q, t, Log1p.C5);
        q = Math.fma(q, t, Log1p.C4);
        q = Math.fma(q, t, Log1p.C3);
        q = Math.fma(q, t, Log1p.C2);
        q = Math.fma(q, t, Log1p.C1);
        q = Math.fma(q, t, Log1p.C0);
        return Math.fma(q, t * t, t);
    }

    /** {@return tanh(x)} */
    public static float tanh(float x) {
        float a = -Math.abs(x);
        a = a < Tanh.MIN ? Tanh.MIN : a;
        float e = expm1InRange(a + a);
        return Math.copySign(e / (e + 2), x);
    }

    /** {@return 1 / (1 + exp(−x))} */
    public static float sigmoid(float x) {
        float t = expOfMinusAbs(x);
        return (x < 0 ? t : 1) / (1 + t);
    }

    /** {@return log(1 + exp(x))} */
    public static float softplus(float x) {
        float t = expOfMinusAbs(x);
        return (x > 0 ? x : 0) + log1pOfUnit(t);
    }

    /** {@return sin(2πu) for |u| ≤ 2²⁰} */
    public static float sinTurns(float u) {
        float t = Math.fma(u, 4f, Exp.SHIFT);
        int k = Float.floatToRawIntBits(t);
        float r = Math.fma(t - Exp.SHIFT, -0.25f, u);
        float z = r * r;
        float y = (k & 1) == 0 ? sinOfEighth(r, z) : cosOfEighth(z);
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ (k & 2) << 30);
    }

    /** {@return cos(2πu) for |u| ≤ 2²⁰} */
    public static float cosTurns(float u) {
        float t = Math.fma(u, 4f, Exp.SHIFT);
        int k = Float.floatToRawIntBits(t);
        float r = Math.fma(t - Exp.SHIFT, -0.25f, u);
        float z = r * r;
        float y = (k & 1) == 0 ? cosOfEighth(z) : sinOfEighth(r, z);
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ (k + 1 & 2) << 30);
    }

    private static float sinOfEighth(float r, float z) {
        float s = Math.fma(Turns.S2, z, Turns.S1);
        s = Math.fma(s, z, Turns.S0);
        s = Math.fma(s, z, Turns.TAU_LOW);
        return Math.fma(r, Turns.TAU_HIGH, r * s);
    }

    private static float cosOfEighth(float z) {
        float c = Math.fma(Turns.C3, z, Turns.C2);
        c = Math.fma(c, z, Turns.C1);
        c = Math.fma(c, z, Turns.C0);
        return Math.fma(c, z, 1f);
    }

    /** {@return max(x, 0)} */
    public static float relu(float x) {
        return Math.max(x, 0f);
    }

    /** {@return x for x ≥ 0, 0.2·x below} */
    public static float leakyRelu(float x) {
        return Math.max(x, LeakyRelu.SLOPE * x);
    }

    /** {@return x for x > 0, exp(x) − 1 below} */
    public static float elu(float x) {
        return x < 0 ? expm1OfNegative(x) : x;
    }

    /** {@return λ·x for x > 0, λ·α·(exp(x) − 1) below} */
    public static float selu(float x) {
        return x < 0 ? Selu.SCALE_ALPHA * expm1OfNegative(x) : Selu.SCALE * x;
    }

    /** {@return x·sigmoid(x)} */
    public static float silu(float x) {
        float z = -Math.abs(x);
        z = z < -Silu.MAX ? -Silu.MAX : z;
        float e = scaledExp(z);
        float d = Math.fma(e, Exp.UNSCALE, 1f);
        return x < 0 ? z * e / d * Exp.UNSCALE : x / d;
    }

    /** {@return d silu / dx = σ(x)·(1 + x·σ(−x))} */
    private static float siluDerivative(float x) {
        float z = -Math.abs(x);
        z = z < -Silu.MAX ? -Silu.MAX : z;
        float t = scaledExp(z) * Exp.UNSCALE;
        float large = 1 / (1 + t);
        float small = t * large;
        float change = z * small;
        return x < 0 ? Math.fma(change, large, small) : Math.fma(-change, large, large);
    }

    /** {@return x·Φ(x)} */
    public static float gelu(float x) {
        float a = Math.abs(x);
        a = a > Gelu.MAX ? Gelu.MAX : a;
        float tail = scaledGaussian(a) * geluTail(a);
        return x < 0 ? -a * tail * Exp.UNSCALE : x * Math.fma(tail, -Exp.UNSCALE, 1f);
    }

    /** {@return d gelu / dx = Φ(x) + x·φ(x)} */
    private static float geluDerivative(float x) {
        float a = Math.abs(x);
        a = a > Gelu.MAX ? Gelu.MAX : a;
        float d = scaledGaussian(a) * Math.fma(a, -Gelu.DENSITY, geluTail(a));
        return x < 0 ? d * Exp.UNSCALE : Math.fma(d, -Exp.UNSCALE, 1f);
    }

    private static float scaledGaussian(float a) {
        float half = a * 0.5f;
        float h = a * half;
        float l = Math.fma(a, half, -h);
        float t = Math.fma(h, -Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(-h, t) - l);
        float s = powerOfTwo(t, Exp.BIAS_UP);
        return Math.fma(p, s, s);
    }

    private static float geluTail(float a) {
        float t = 1 / Math.fma(Gelu.K, a, 1f);
        float p = Math.fma(Gelu.C9, t, Gelu.C8);
        p = Math.fma(p, t, Gelu.C7);
        p = Math.fma(p, t, Gelu.C6);
        p = Math.fma(p, t, Gelu.C5);
        p = Math.fma(p, t, Gelu.C4);
        p = Math.fma(p, t, Gelu.C3);
        p = Math.fma(p, t, Gelu.C2);
        p = Math.fma(p, t, Gelu.C1);
        p = Math.fma(p, t, Gelu.C0);
        return p * t;
    }

    /** {@return dy·relu' from the output y: 0 where y ≤ 0} */
    public static float reluGradient(float y, float dy) {
        return y <= 0 ? 0 : dy;
    }

    /** {@return dy·leakyRelu' from the output y} */
    public static float leakyReluGradient(float y, float dy) {
        return y <= 0 ? LeakyRelu.SLOPE * dy : dy;
    }

    /** {@return dy·elu' from the output y} */
    public static float eluGradient(float y, float dy) {
        return dy * (Math.min(y, 0f) + 1);
    }

    /** {@return dy·selu' from the output y} */
    public static float seluGradient(float y, float dy) {
        return dy * (y <= 0 ? y + Selu.SCALE_ALPHA : Selu.SCALE);
    }

    /** {@return dy·sigmoid' from the output y} */
    public static float sigmoidGradient(float y, float dy) {
        return dy * (y * (1 - y));
    }

    /** {@return dy·tanh' from the output y} */
    public static float tanhGradient(float y, float dy) {
        return dy * Math.fma(-y, y, 1f);
    }

    /** {@return dy·softplus' from the input x} */
    public static float softplusGradient(float x, float dy) {
        return dy * sigmoid(x);
    }

    /** {@return dy·silu' from the input x} */
    public static float siluGradient(float x, float dy) {
        return dy * siluDerivative(x);
    }

    /** {@return dy·gelu' from the input x} */
    public static float geluGradient(float x, float dy) {
        return dy * geluDerivative(x);
    }

    /** {@return (word >>> 8)·2⁻²⁴, in [0, 1)} */
    static float uniform(int word) {
        return (word >>> 8) * 0x1p-24f;
    }

    /** {@return √(−2·log u), u = (word >>> 1)·2⁻³¹ + 2⁻³² in (0, 1]} */
    static float radius(int word) {
        float u = Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
        return (float) Math.sqrt(Math.abs(-2 * logOfNormal(u)));
    }
}
