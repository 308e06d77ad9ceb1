package dev.lanewise.kernels.provider;

/**
 * The one definition of the elementary functions: how each is computed, and its constants. The scalar and the vector
 * code follow it operation for operation, so that both give the same bits.
 *
 * <p>Every step is an IEEE float32 operation (fused multiply-add, add, multiply, divide, compare, bit shift), so the
 * result depends on neither compiler nor vector width. Polynomials are minimax fits with float32 coefficients, made for
 * this library (Remez exchange at 40 digits, coefficients rounded one after the other, the rest refitted); cN is the
 * coefficient of the N-th power. Errors over all float32 inputs stand in {@code docs/elementary-functions.md}.
 *
 * <p>"fma(a, b, c)" is a·b + c with one rounding.
 */
public final class Coefficients {

    /** log 2 = HIGH + LOW; HIGH has 15 bits, so that n·HIGH is exact for |n| &lt; 512. */
    public static final float LN2_HIGH = 0x1.62e4p-1f;

    /** The rest of log 2. */
    public static final float LN2_LOW = 0x1.7f7d1cp-20f;

    private Coefficients() {}

    /**
     * exp(x) = 2ⁿ·(1 + p(r)), n = round(x / log 2), r = x − n·log 2, |r| ≤ 0.3466, p(r) = r + r²·q(r) ≈ exp(r) − 1.
     *
     * <p>Adding SHIFT rounds x / log 2 to the integer n and leaves n in the low bits of the sum t: t &lt;&lt; 23 plus a
     * bias is the float 2ⁿ. To reach denormal results with one last rounding, negative x are scaled by 2ⁿ⁺⁶⁴ and then by
     * 2⁻⁶⁴; the others by 2ⁿ⁻¹ and then by 2, so that n = 128 is no special case.
     *
     * <p>exp(x) − 1 = fma(p, 2ⁿ, 2ⁿ − 1), which keeps its relative accuracy at 0.
     */
    public static final class Exp {
        /** 1 / log 2. */
        public static final float LOG2E = 0x1.715476p0f;

        /** 1.5·2²³: from here to 2²⁴ floats are the integers. */
        public static final float SHIFT = 0x1.8p23f;

        /** Above it exp is ∞; clamping there keeps n ≤ 128. */
        public static final float MAX = 89f;

        /** Below it exp is 0, half the smallest denormal being exp(−103.97…). */
        public static final float MIN = -104f;

        /** Exponent bits of 2ⁿ⁺⁶⁴, where n stands for 0. */
        public static final int BIAS_UP = (127 + 64) << 23;

        /** Exponent bits of 2ⁿ⁻¹, where n stands for 0. */
        public static final int BIAS_DOWN = (127 - 1) << 23;

        /** Exponent bits of 2ⁿ, where n stands for 0. */
        public static final int BIAS = 127 << 23;

        /** 2⁻⁶⁴. */
        public static final float UNSCALE = 0x1p-64f;

        /** Coefficients of q(r), relative error of exp(r) 2⁻²⁸. */
        public static final float C0 = 0x1.fffffcp-2f, //
                C1 = 0x1.555488p-3f,
                C2 = 0x1.555842p-5f,
                C3 = 0x1.1240dep-7f,
                C4 = 0x1.6ae8a6p-10f;

        private Exp() {}
    }

    /** exp(x) − 1 for x ≤ 0, see {@link Exp}. */
    public static final class Expm1 {
        /** Below it exp(x) − 1 rounds to −1. */
        public static final float MIN = -18f;

        private Expm1() {}
    }

    /**
     * log(x) = e·log 2 + log(1 + f) with x = 2ᵉ·(1 + f), 1 + f in [√½, √2); log(1 + f) = f + f²·(f·R(f) − ½).
     *
     * <p>h = fma(e, LN2_HIGH, f) and its rounding error l = f − (h − e·LN2_HIGH) are added as
     * h + fma(f², Q, fma(e, LN2_LOW, l)), else e = ±1 would lose half a unit. Denormal x are scaled by 2²⁴ first.
     */
    public static final class Log {
        /** Bits of √½. */
        public static final int SQRT_HALF = 0x3f3504f3;

        /** 2²⁴, the scale of denormal arguments. */
        public static final float SCALE = 0x1p24f;

        /** log2 of SCALE. */
        public static final float SCALE_EXPONENT = 24f;

        /** Coefficients of R(f), relative error of log(1 + f) below 2⁻²⁷. */
        public static final float C0 = 0x1.55554ap-2f, //
                C1 = -0x1.00020ep-2f,
                C2 = 0x1.99a5c4p-3f,
                C3 = -0x1.547cc6p-3f,
                C4 = 0x1.226b28p-3f,
                C5 = -0x1.0cb84ap-3f,
                C6 = 0x1.07df7ap-3f,
                C7 = -0x1.42e4e2p-4f;

        private Log() {}
    }

    /**
     * log(1 + x): u = 1 + x = 2ᵉ·m as in {@link Log}, but f = fma(x, 2⁻ᵉ, 2⁻ᵉ − 1), which keeps the bits of x that u has
     * lost; from LARGE on f = m − 1.
     *
     * <p>For t in [0, 1], all that softplus needs, log(1 + t) = fma(t², Q(t), t) without any reduction.
     */
    public static final class Log1p {
        /** From here on 1 + x = x to within its own rounding. */
        public static final float LARGE = 0x1p24f;

        /** Coefficients of Q(t) on [0, 1], relative error of log(1 + t) 2⁻²⁹. */
        public static final float C0 = -0.5f, //
                C1 = 0x1.5554b4p-2f,
                C2 = -0x1.ffdcfp-3f,
                C3 = 0x1.981754p-3f,
                C4 = -0x1.4c5ac4p-3f,
                C5 = 0x1.03aaacp-3f,
                C6 = -0x1.5fe0a2p-4f,
                C7 = 0x1.6acb8p-5f,
                C8 = -0x1.e0e2a6p-7f,
                C9 = 0x1.2a29cep-9f;

        private Log1p() {}
    }

    /**
     * tanh(x) = −sign(x)·E / (E + 2), E = exp(−2|x|) − 1. With E = exp(2|x|) − 1 the sum would lose twice as much near 0.
     */
    public static final class Tanh {
        /** From −MIN on tanh rounds to 1. */
        public static final float MIN = -10f;

        private Tanh() {}
    }

    /**
     * gelu(x) = x·Φ(x), Φ the normal distribution function, Φ(−a) = exp(−a²/2)·G(a), a = |x|, G(a) = t·P(t), t = 1 / (1 + K·a).
     *
     * <p>a²/2 is taken with its rounding error, which exp would magnify ninety times at a = 13, and the factor 2⁻⁶⁴ of
     * {@link Exp} comes last, so that the left tail keeps its relative accuracy down to the denormals: 1 + erf would
     * cancel there. The derivative is D = exp(−a²/2)·(G(a) − a/√(2π)) for x &lt; 0 and 1 − D else.
     */
    public static final class Gelu {
        /** From here on gelu is 0 or x. */
        public static final float MAX = 14.6f;

        /** The K of t = 1 / (1 + K·a). */
        public static final float K = 0.3f;

        /** 1 / √(2π). */
        public static final float DENSITY = 0x1.988454p-2f;

        /** Coefficients of P(t) on [0.18, 1], relative error 2⁻²⁸. */
        public static final float C0 = 0x1.ea3c9ap-4f, //
                C1 = 0x1.e9c408p-4f,
                C2 = 0x1.c38708p-4f,
                C3 = 0x1.41122cp-4f,
                C4 = 0x1.89e41ep-4f,
                C5 = -0x1.455ec6p-4f,
                C6 = 0x1.88ccd6p-3f,
                C7 = -0x1.d36582p-3f,
                C8 = 0x1.cc8bc2p-4f,
                C9 = -0x1.51e662p-6f;

        private Gelu() {}
    }

    /** silu(x) = x / (1 + exp(−x)), for x &lt; 0 as x·exp(x) / (1 + exp(x)) with the factor 2⁻⁶⁴ of {@link Exp} last. */
    public static final class Silu {
        /** Below its negative silu rounds to −0. */
        public static final float MAX = 110f;

        private Silu() {}
    }

    /**
     * sin(2πu) and cos(2πu): k = round(4u), r = u − k/4 exactly, |r| ≤ 1/8, z = r²; the sine is
     * fma(r, TAU_HIGH, r·(TAU_LOW + z·S(z))), the cosine 1 + z·C(z); odd k swap the two, bit 1 of k (and of k + 1 for the
     * cosine) changes the sign.
     */
    public static final class Turns {
        /** 2π = TAU_HIGH + TAU_LOW. */
        public static final float TAU_HIGH = 0x1.921fb6p2f;

        /** The rest of 2π. */
        public static final float TAU_LOW = -0x1.777a5cp-23f;

        /** Coefficients of S(z), relative error of the sine 2⁻²⁸. */
        public static final float S0 = -0x1.4abbcp5f, S1 = 0x1.46607ep6f, S2 = -0x1.2ddcecp6f;

        /** Coefficients of C(z), relative error of the cosine 2⁻³¹. */
        public static final float C0 = -0x1.3bd3ccp4f, //
                C1 = 0x1.03c1bp6f,
                C2 = -0x1.55b2b6p6f,
                C3 = 0x1.d4f7eep5f;

        private Turns() {}
    }

    /** elu(x) = x for x &gt; 0 and α·(exp(x) − 1) below, times λ for selu. */
    public static final class Selu {
        /** λ, Klambauer et al. 2017. */
        public static final float SCALE = 1.05070098f;

        /** λ·α with α = 1.67326324. */
        public static final float SCALE_ALPHA = (float) (1.0507009873554805 * 1.6732632423543772);

        private Selu() {}
    }

    /** leaky relu(x) = max(x, SLOPE·x). */
    public static final class LeakyRelu {
        /** Keras' negative slope. */
        public static final float SLOPE = 0.2f;

        private LeakyRelu() {}
    }
}
