package dev.lanewise.kernels.scalar;

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
        float t = Math.fma(z, Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(z, t));
        float s = scaledPowerOfTwo(t, z < 0 ? Exp.UP : 0.5f);
        return Math.fma(p, s, s) * (z < 0 ? Exp.DOWN : 2f);
    }

    /** {@return exp(−|x|)} */
    private static float expOfMinusAbs(float x) {
        float z = -Math.abs(x);
        z = z < Exp.MIN ? Exp.MIN : z;
        float t = Math.fma(z, Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(z, t));
        float s = scaledPowerOfTwo(t, Exp.UP);
        return Math.fma(p, s, s) * Exp.DOWN;
    }

    /** {@return exp(x) − 1 for x ≤ 0} */
    private static float expm1OfNegative(float x) {
        float z = x < Expm1.MIN ? Expm1.MIN : x;
        float t = Math.fma(z, Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(z, t));
        float s = scaledPowerOfTwo(t, 1f);
        return Math.fma(p, s, s - 1);
    }

    private static float remainder(float x, float t) {
        float n = t - Exp.SHIFT;
        float r = Math.fma(n, -Coefficients.LN2_HIGH, x);
        return Math.fma(n, -Coefficients.LN2_LOW, r);
    }

    private static float scaledPowerOfTwo(float t, float scale) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(t) << 23) + Float.floatToRawIntBits(scale));
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
        int bits = Float.floatToRawIntBits(z);
        float m = Float.intBitsToFloat(mantissaBits(bits));
        float e = exponent(bits);
        e = denormal ? e - Log.SCALE_EXPONENT : e;
        float y = logOfProduct(e, m - 1);
        y = x == Float.POSITIVE_INFINITY ? x : y;
        y = x == 0 ? Float.NEGATIVE_INFINITY : y;
        return x >= 0 ? y : Float.NaN;
    }

    /** {@return e of x = m·2ᵉ, x given by its bits, normal and positive, m in [√½, √2)} */
    static float exponent(int bits) {
        return bits - Log.SQRT_HALF >> 23;
    }

    /** {@return the bits of m} */
    static int mantissaBits(int bits) {
        return (bits - Log.SQRT_HALF & 0x7fffff) + Log.SQRT_HALF;
    }

    /** {@return log(1 + x): −∞ at −1, NaN below} */
    public static float log1p(float x) {
        float u = 1 + x;
        int i = Float.floatToRawIntBits(u) - Log.SQRT_HALF;
        int e = i >> 23;
        float m = Float.intBitsToFloat((i & 0x7fffff) + Log.SQRT_HALF);
        float s = Float.intBitsToFloat(Exp.ONE - (e << 23));
        float f = x < Log1p.LARGE ? Math.fma(x, s, s - 1) : m - 1;
        float y = logOfProduct((float) e, f);
        y = x == Float.POSITIVE_INFINITY ? x : y;
        y = x == -1 ? Float.NEGATIVE_INFINITY : y;
        y = x == 0 ? x : y;
        return x >= -1 ? y : Float.NaN;
    }

    /** {@return log(2ᵉ·(1 + f))} */
    static float logOfProduct(float e, float f) {
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
        float a = Math.abs(x);
        a = a > Tanh.MAX ? Tanh.MAX : a;
        float y = a < Tanh.SMALL ? tanhOfSmall(a) : 1 - 2 / expPlusOne(a + a);
        return Math.copySign(y, x);
    }

    private static float tanhOfSmall(float a) {
        float z = a * a;
        float p = Math.fma(Tanh.C4, z, Tanh.C3);
        p = Math.fma(p, z, Tanh.C2);
        p = Math.fma(p, z, Tanh.C1);
        p = Math.fma(p, z, Tanh.C0);
        return Math.fma(a * z, p, a);
    }

    private static float expPlusOne(float z) {
        float t = Math.fma(z, Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(z, t));
        float s = scaledPowerOfTwo(t, 1f);
        return Math.fma(p, s, s + 1);
    }

    /** {@return 1 / (1 + exp(−x))} */
    public static float sigmoid(float x) {
        float z = -x > Sigmoid.MAX ? Sigmoid.MAX : -x;
        return 1 / scaledExpPlusOne(z) * (z > 0 ? Exp.DOWN : 1f);
    }

    /** {@return 1 + exp(z), for z > 0 times 2⁻⁶⁴} */
    private static float scaledExpPlusOne(float z) {
        z = z < Sigmoid.MIN ? Sigmoid.MIN : z;
        float t = Math.fma(z, Exp.LOG2E, Exp.SHIFT);
        float p = expm1OfRemainder(remainder(z, t));
        float one = z > 0 ? Exp.DOWN : 1f;
        float s = scaledPowerOfTwo(t, one);
        if (z > Sigmoid.LARGE) {
            float inverse = Float.intBitsToFloat(Math.max(Exp.ONE - (Float.floatToRawIntBits(t) << 23), 0));
            return Math.fma(p + inverse, s, s);
        }
        return Math.fma(p, s, s + one);
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

    /** {@return sin(2πr), |r| ≤ ⅛, z = r²} */
    static float sinOfEighth(float r, float z) {
        float s = Math.fma(Turns.S2, z, Turns.S1);
        s = Math.fma(s, z, Turns.S0);
        s = Math.fma(s, z, Turns.TAU_LOW);
        return Math.fma(r, Turns.TAU_HIGH, r * s);
    }

    /** {@return cos(2πr), |r| ≤ ⅛, z = r²} */
    static float cosOfEighth(float z) {
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
        float z = -x > Sigmoid.SILU_MAX ? Sigmoid.SILU_MAX : -x;
        return -z / scaledExpPlusOne(z) * (z > 0 ? Exp.DOWN : 1f);
    }

    /** {@return dy·silu' from the input x: silu' = σ(x)·(1 + x·σ(−x))} */
    public static float siluGradient(float x, float dy) {
        float z = -Math.abs(x);
        z = z < Exp.MIN ? Exp.MIN : z;
        float e = expOfMinusAbs(z);
        float large = 1 / (1 + e);
        float small = e * large;
        float change = z * small;
        return dy * (x < 0 ? Math.fma(change, large, small) : Math.fma(-change, large, large));
    }

    /** {@return x·Φ(x)} */
    public static float gelu(float x) {
        float a = Math.abs(x);
        a = a > Gelu.MAX ? Gelu.MAX : a;
        float w = a / (a + Gelu.D);
        float half = a * 0.5f;
        float h = a * half;
        float l = Math.fma(a, half, -h);
        float t = Math.fma(h, -Exp.LOG2E, Exp.SHIFT);
        float e = expm1OfRemainder(t, -h, -l);
        float y = w * geluTail(w);
        float tail = Math.fma(e, y, y) * scaledPowerOfTwo(t, Exp.UP);
        return (x >= 0 ? x : -0f) - tail * Exp.DOWN;
    }

    /** {@return dy·gelu' from the input x: gelu' = Φ(x) + x·φ(x)} */
    public static float geluGradient(float x, float dy) {
        float a = Math.abs(x);
        a = a > Gelu.MAX ? Gelu.MAX : a;
        float v = 1 / (a + Gelu.D);
        float half = a * 0.5f;
        float h = a * half;
        float l = Math.fma(a, half, -h);
        float t = Math.fma(h, -Exp.LOG2E, Exp.SHIFT);
        float e = expm1OfRemainder(t, -h, -l);
        float y = Math.fma(a, -Gelu.DENSITY, v * geluTail(a * v));
        float d = Math.fma(e, y, y) * scaledPowerOfTwo(t, Exp.UP);
        return dy * (x < 0 ? d * Exp.DOWN : Math.fma(d, -Exp.DOWN, 1f));
    }

    private static float geluTail(float w) {
        float u = w - Gelu.SHIFT;
        float p = Math.fma(Gelu.C9, u, Gelu.C8);
        p = Math.fma(p, u, Gelu.C7);
        p = Math.fma(p, u, Gelu.C6);
        p = Math.fma(p, u, Gelu.C5);
        p = Math.fma(p, u, Gelu.C4);
        p = Math.fma(p, u, Gelu.C3);
        p = Math.fma(p, u, Gelu.C2);
        p = Math.fma(p, u, Gelu.C1);
        return Math.fma(p, u, Gelu.C0);
    }

    /** {@return erfc(x) = 1 − erf(x)} */
    public static float erfc(float x) {
        float a = Math.abs(x);
        a = a > Erfc.MAX ? Erfc.MAX : a;
        float ka = Erfc.K * a;
        float d = ka + 1;
        float lost = ka - (d - 1);
        float v = 1 / d;
        float w = ka * v;
        float wLost = Math.fma(-w, lost, Math.fma(-w, d, ka)) * v;
        float u = w - Erfc.SHIFT;
        float uLost = w - (u + Erfc.SHIFT) + wLost;
        float p = Math.fma(Erfc.C10, u, Erfc.C9);
        p = Math.fma(p, u, Erfc.C8);
        p = Math.fma(p, u, Erfc.C7);
        p = Math.fma(p, u, Erfc.C6);
        p = Math.fma(p, u, Erfc.C5);
        p = Math.fma(p, u, Erfc.C4);
        p = Math.fma(p, u, Erfc.C3);
        p = Math.fma(p, u, Erfc.C2);
        float b = Math.fma(p, u, Erfc.C1);
        float bLost = Math.fma(p, u, Erfc.C1 - b);
        float sum = Math.fma(b, u, Erfc.C0);
        float sumLost = Math.fma(bLost, u, Math.fma(b, uLost, Math.fma(b, u, Erfc.C0 - sum)));
        float q = sum * v;
        float qLost = (Math.fma(-q, lost, Math.fma(-q, d, sum)) + sumLost) * v;
        float h = a * a;
        float l = Math.fma(a, a, -h);
        float t = Math.fma(h, -Exp.LOG2E, Exp.SHIFT);
        float e = expm1OfRemainder(t, -h, -l);
        float tail = (q + Math.fma(e, q, Math.fma(e, qLost, qLost))) * scaledPowerOfTwo(t, Exp.UP);
        return x < 0 ? Math.fma(tail, -Exp.DOWN, 2f) : tail * Exp.DOWN;
    }

    /** {@return p of exp(x + l) = 2ⁿ·(1 + p), l small beside x, t = n + SHIFT} */
    private static float expm1OfRemainder(float t, float x, float l) {
        float n = t - Exp.SHIFT;
        float high = Math.fma(n, -Coefficients.LN2_HIGH, x);
        float low = Math.fma(n, -Coefficients.LN2_LOW, l);
        float r = high + low;
        float q = Math.fma(Exp.C4, r, Exp.C3);
        q = Math.fma(q, r, Exp.C2);
        q = Math.fma(q, r, Exp.C1);
        q = Math.fma(q, r, Exp.C0);
        return high + Math.fma(q, r * r, low);
    }

    /** {@return dy·relu' from the output y: 0 where y ≤ 0} */
    public static float reluGradient(float y, float dy) {
        // As bits, since C2 would branch for floats: mispredicted as often as not.
        return Float.intBitsToFloat(y <= 0 ? 0 : Float.floatToRawIntBits(dy));
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

    /** {@return (word >>> 8)·2⁻²⁴, in [0, 1)} */
    static float uniform(int word) {
        return (word >>> 8) * 0x1p-24f;
    }

    /** {@return (word >>> 1)·2⁻³¹ + 2⁻³², in (0, 1]} */
    static float positiveUniform(int word) {
        return Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
    }
}
