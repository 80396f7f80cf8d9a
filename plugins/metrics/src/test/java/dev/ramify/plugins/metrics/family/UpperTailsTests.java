package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class UpperTailsTests {

    @Test
    void nineOfNineInABranchOf32Of256() {
        assertThat(UpperTails.hypergeometric(256, 32, 9)[9])
                .isCloseTo(1131 / 455181883640.0, within(1e-20))
                .isCloseTo(2.4847e-9, within(5e-14));
    }

    @Test
    void thirtyOfThirtyInABranchOf96Of480() {
        assertThat(UpperTails.hypergeometric(480, 96, 30)[30]).isCloseTo(1.6794e-23, within(5e-28));
    }

    @Test
    void binomialTailsAreThoseBehindThePublishedBounds() {
        assertThat(UpperTails.binomial(256, 32, 9)[9])
                .isCloseTo(Math.pow(1 / 8.0, 9), Percentage.withPercentage(1e-9))
                .isCloseTo(7.4506e-9, within(5e-14));
        assertThat(UpperTails.binomial(480, 96, 30)[30])
                .isCloseTo(Math.pow(1 / 5.0, 30), Percentage.withPercentage(1e-9))
                .isCloseTo(1.0737e-21, within(5e-26));
    }

    @Test
    void binomialTailsAgreeWithExactArithmetic() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 60; i++) {
            int total = 2 + random.nextInt(60);
            int branch = random.nextInt(total + 1);
            int family = random.nextInt(total + 1);
            double[] tail = UpperTails.binomial(total, branch, family);
            assertThat(tail).hasSize(Math.min(branch, family) + 1);
            for (int k = 0; k < tail.length; k++) {
                BigInteger sum = BigInteger.ZERO;
                for (int j = k; j <= family; j++) {
                    BigInteger in = BigInteger.valueOf(branch).pow(j);
                    BigInteger out = BigInteger.valueOf(total - branch).pow(family - j);
                    sum = sum.add(choose(family, j).multiply(in).multiply(out));
                }
                double exact =
                        new BigDecimal(sum)
                                .divide(
                                        new BigDecimal(BigInteger.valueOf(total).pow(family)),
                                        MathContext.DECIMAL128)
                                .doubleValue();
                assertThat(tail[k])
                        .as("P(K >= %d), branch %d, family %d, total %d", k, branch, family, total)
                        .isCloseTo(exact, Percentage.withPercentage(1e-8));
            }
        }
    }

    @Test
    void agreesWithExactArithmetic() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 60; i++) {
            int total = 2 + random.nextInt(120);
            int branch = random.nextInt(total + 1);
            int family = random.nextInt(total + 1);
            double[] tail = UpperTails.hypergeometric(total, branch, family);
            for (int k = 0; k < tail.length; k++) {
                assertThat(tail[k])
                        .as("P(K >= %d), branch %d, family %d, total %d", k, branch, family, total)
                        .isCloseTo(
                                exact(total, branch, family, k), Percentage.withPercentage(1e-9));
            }
        }
    }

    private static double exact(int total, int branch, int family, int k) {
        BigInteger sum = BigInteger.ZERO;
        for (int j = k; j <= Math.min(branch, family); j++) {
            sum = sum.add(choose(branch, j).multiply(choose(total - branch, family - j)));
        }
        return new BigDecimal(sum)
                .divide(new BigDecimal(choose(total, family)), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigInteger choose(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
