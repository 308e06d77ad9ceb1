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
     * <p>Adding SHIFT rounds x / log 2 to the integer n and leaves n in the low bits of the sum t: t &lt;&lt; 23 plus the
     * bits of a power of two c is the float s = c·2ⁿ. To reach denormal results with one last rounding, negative x are scaled by 2ⁿ⁺⁶⁴ and then by
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

        /** The bits of the float 1: t &lt;&lt; 23 plus them is 2ⁿ. */
        public static final int ONE = 0x3f800000;

        /** 2⁶⁴. */
        public static final float UP = 0x1p64f;

        /** 2⁻⁶⁴. */
        public static final float DOWN = 0x1p-64f;

        /** Coefficients of q(r), relative error of exp(r) 2⁻²⁷, and 2⁻²⁹ below r = −0.26, where rounding weighs most. */
        public static final float C0 = 0x1.fffff4p-2f, //
                C1 = 0x1.55547ep-3f,
                C2 = 0x1.555eb2p-5f,
                C3 = 0x1.1247eap-7f,
                C4 = 0x1.66618p-10f;

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
     * sigmoid(x) = 1 / D, D = 1 + exp(z), z = −x, with the s = 2ⁿ and p of {@link Exp}: D = fma(p, s, s + 1) has one rounding
     * only, up to z = LARGE; from there on s + 1 would lose bits, and D = fma(p + 2⁻ⁿ, s, s). For z &gt; 0, D and s carry the
     * factor 2⁻⁶⁴, and so does the last multiplication. silu(x) = x / D in the same way.
     */
    public static final class Sigmoid {
        /** From −MIN on sigmoid rounds to 1. */
        public static final float MIN = -80f;

        /** Where the form of D changes. */
        public static final float LARGE = 8f;

        /** Up to −MAX sigmoid rounds to 0. */
        public static final float MAX = 104f;

        /** Up to −SILU_MAX silu rounds to −0. */
        public static final float SILU_MAX = 110f;

        private Sigmoid() {}
    }

    /**
     * tanh(x): a + a·a²·P(a²) for a = |x| &lt; SMALL, 1 − 2 / D with D = exp(2a) + 1 = fma(p, s, s + 1) from there on (see
     * {@link Exp}), times the sign of x.
     */
    public static final class Tanh {
        /** Where the polynomial ends. */
        public static final float SMALL = 0.55f;

        /** From here on tanh rounds to 1. */
        public static final float MAX = 10f;

        /** Coefficients of P(a²), relative error of tanh 2⁻²⁹. */
        public static final float C0 = -0x1.55554ap-2f, //
                C1 = 0x1.110ceep-3f,
                C2 = -0x1.b91e7ep-5f,
                C3 = 0x1.58e51cp-6f,
                C4 = -0x1.9921ecp-8f;

        private Tanh() {}
    }

    /**
     * gelu(x) = x·Φ(x) = max(x, 0) − a·Φ(−a), a = |x|, Φ the normal distribution function; a·Φ(−a) = w·P(w − SHIFT)·exp(−a²/2),
     * w = a / (a + D) in [0, 0.81).
     *
     * <p>exp(−a²/2) = s·(1 + p) as in {@link Exp}, but a²/2 is taken with its rounding error, which exp would magnify ninety
     * times at a = 13; fma(p, w·P, w·P) and then s join the rest, and the factor 2⁻⁶⁴ comes last. So the left tail keeps its
     * relative accuracy down to the denormals: 1 + erf would cancel there. The derivative is d = exp(−a²/2)·(v·P − a/√(2π)),
     * v = 1 / (a + D), for x &lt; 0 and 1 − d else.
     */
    public static final class Gelu {
        /** From here on a·Φ(−a) is 0. */
        public static final float MAX = 14.6f;

        /** The D of w = a / (a + D): 1 + a / D would round coarser. */
        public static final float D = 3.5f;

        /** The centre of the polynomial. */
        public static final float SHIFT = 0x1.fcp-3f;

        /** 1 / √(2π). */
        public static final float DENSITY = 0x1.988454p-2f;

        /** Coefficients of P, relative error 2⁻²⁶. */
        public static final float C0 = 0x1.200ep0f, //
                C1 = -0x1.f4cddcp0f,
                C2 = 0x1.035458p1f,
                C3 = -0x1.06ab92p0f,
                C4 = -0x1.e3a62ep-4f,
                C5 = 0x1.734a0cp-2f,
                C6 = 0x1.8ead72p-6f,
                C7 = -0x1.368dc6p-3f,
                C8 = -0x1.4b54f6p-6f,
                C9 = 0x1.ce9298p-5f;

        private Gelu() {}
    }

    /**
     * erfc(x) = T for x ≥ 0 and 2 − T below, T = exp(−a²)·Q, Q = P(w − SHIFT) / (1 + K·a), a = |x|, w = K·a / (1 + K·a) in
     * [0, 0.84); exp(−a²) as in {@link Gelu}. The rounding errors of 1 + K·a, of w and its
     * distance from the centre, of P's last sums and of Q are carried along.
     */
    public static final class Erfc {
        /** From here on T is 0. */
        public static final float MAX = 10.1f;

        /** The K of w = K·a / (1 + K·a). */
        public static final float K = 0.5f;

        /** The centre of the polynomial. */
        public static final float SHIFT = 0x1.09a8p-1f;

        /** Coefficients of P, relative error 2⁻²⁷. */
        public static final float C0 = 0x1.fdfb6cp-2f, //
                C1 = -0x1.551d18p-1f,
                C2 = 0x1.19c5a6p-1f,
                C3 = -0x1.4454bap-3f,
                C4 = -0x1.4b4b9ep-3f,
                C5 = 0x1.d4152cp-4f,
                C6 = 0x1.719032p-4f,
                C7 = -0x1.083f3cp-4f,
                C8 = -0x1.2bfc84p-4f,
                C9 = 0x1.32cdc2p-6f,
                C10 = 0x1.236c38p-5f;

        private Erfc() {}
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
