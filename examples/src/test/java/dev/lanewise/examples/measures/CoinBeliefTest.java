package dev.lanewise.examples.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds beliefs to the closed form: with the prior Beta(a, b), h heads and t tails lead to Beta(a + h, b + t). */
class CoinBeliefTest {
    private static final int POINTS = 10_001;

    @ParameterizedTest
    @CsvSource({"1,1,0,0", "1,1,1,0", "1,1,2,1", "1,1,6,4", "1,1,61,39", "2,2,0,0", "2,2,0,3", "2,5,400,600"})
    void theDensityIsThatOfBeta(int a, int b, int heads, int tails) {
        CoinBelief belief = CoinBelief.prior(POINTS, p -> 7 * power(p, a - 1) * power(1 - p, b - 1))
                .after(heads, tails);
        double peak = 0;
        double worst = 0;
        for (int i = 0; i < POINTS; i++) {
            double closed = beta(belief.grid()[i], a + heads, b + tails);
            peak = Math.max(peak, closed);
            worst = Math.max(worst, Math.abs(belief.density()[i] - closed));
        }
        System.out.printf("Beta(%d, %d): largest difference %.2e of the peak%n", a + heads, b + tails, worst / peak);
        assertTrue(worst <= 1e-6 * peak, "largest difference " + worst + ", peak " + peak);
    }

    @Test
    void orderAndPortionsOfTossesDoNotMatter() {
        CoinBelief prior = CoinBelief.prior(11, p -> 1);
        CoinBelief together = prior.after(3, 2);
        CoinBelief apart = prior.after(0, 2).after(3, 0);
        assertEquals(5, apart.tosses());
        assertEquals(3, apart.heads());
        for (int i = 0; i < 11; i++) {
            assertEquals(together.density()[i], apart.density()[i]);
        }
    }

    /** x^(a−1)·(1−x)^(b−1)·(a + b − 1)! / ((a − 1)!·(b − 1)!). */
    private static double beta(double x, int a, int b) {
        BigInteger factor = factorial(a + b - 1).divide(factorial(a - 1)).divide(factorial(b - 1));
        double log = logOf(factor);
        if (x == 0 || x == 1) {
            return x == 0 && a == 1 || x == 1 && b == 1 ? StrictMath.exp(log) : 0;
        }
        return StrictMath.exp(log + (a - 1) * StrictMath.log(x) + (b - 1) * StrictMath.log(1 - x));
    }

    private static double logOf(BigInteger number) {
        int digits = number.toString().length();
        return StrictMath.log(new BigDecimal(number).movePointLeft(digits).doubleValue()) + digits * StrictMath.log(10);
    }

    private static BigInteger factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }

    private static double power(double base, int exponent) {
        return exponent == 0 ? 1 : StrictMath.pow(base, exponent);
    }
}
