package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpertTransferTests {

    private static final TransferOptions HALF = new TransferOptions(.5, 0);
    private static final TransferOptions THIRD = new TransferOptions(1 / 3., 0);

    @Test
    void expertsThatEveryGroupOfADomainUsesTransfer() {
        MetricInput input =
                Routers.counted(
                        new long[][] {{9, 8, 1, 1}, {7, 9, 2, 0}, {1, 0, 9, 9}, {0, 2, 8, 7}},
                        List.of("a", "b"),
                        0,
                        0,
                        1,
                        1);
        assertThat(transfer(input, HALF)).isEqualTo(1);
    }

    @Test
    void aTasteOfOneGroupDoesNotTransfer() {
        // The two groups of a domain have nothing in common, and much with the other domain.
        MetricInput input =
                Routers.counted(
                        new long[][] {{9, 0}, {0, 9}, {9, 0}, {0, 8}},
                        List.of("a", "b"),
                        0,
                        0,
                        1,
                        1);
        assertThat(transfer(input, HALF)).isLessThanOrEqualTo(.5);
    }

    @Test
    void setsThatCoverEquallyMuchShareAHit() {
        MetricInput input =
                Routers.counted(
                        new long[][] {{1, 1}, {1, 1}, {1, 1}, {1, 1}},
                        List.of("a", "b"),
                        0,
                        0,
                        1,
                        1);
        assertThat(transfer(input, HALF)).isEqualTo(.5);
    }

    @Test
    void itIsWhatANaiveHoldOutFinds() {
        SplittableRandom random = new SplittableRandom(5);
        int[] domainOf = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 0};
        long[][] counts = new long[domainOf.length][9];
        for (int group = 0; group < counts.length; group++) {
            for (int expert = 0; expert < 9; expert++) {
                counts[group][expert] =
                        random.nextInt(40) + (expert / 3 == domainOf[group] ? 12 : 0);
            }
        }
        MetricInput input = Routers.counted(counts, List.of("a", "b", "c"), domainOf);
        assertThat(transfer(input, THIRD)).isCloseTo(naive(counts, domainOf), within(1e-12));
    }

    private static double naive(long[][] counts, int[] domainOf) {
        double sum = 0;
        for (int domain = 0; domain < 3; domain++) {
            int own = domain;
            int[] groups = IntStream.range(0, 11).filter(g -> domainOf[g] == own).toArray();
            double hits = 0;
            for (int held : groups) {
                List<Long> covered = new ArrayList<>();
                for (int each = 0; each < 3; each++) {
                    covered.add(covered(counts, domainOf, held, each));
                }
                long best = covered.stream().mapToLong(Long::longValue).max().orElseThrow();
                long equal = covered.stream().filter(each -> each == best).count();
                hits += covered.get(own) == best ? 1. / equal : 0;
            }
            sum += hits / groups.length;
        }
        return sum / 3;
    }

    private static long covered(long[][] counts, int[] domainOf, int held, int domain) {
        return IntStream.range(0, 9)
                .boxed()
                .sorted(
                        Comparator.comparingLong(
                                expert ->
                                        -IntStream.range(0, counts.length)
                                                .filter(g -> domainOf[g] == domain && g != held)
                                                .mapToLong(g -> counts[g][expert])
                                                .sum()))
                .limit(3)
                .mapToLong(expert -> counts[held][expert])
                .sum();
    }

    @Test
    void totalsAllowNoHoldOut() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () ->
                                transfer(
                                        Routers.counted(
                                                new long[][] {{1, 0}, {0, 1}},
                                                List.of("a", "b"),
                                                0,
                                                1),
                                        HALF))
                .withMessageStartingWith("no domain has 2 groups");
    }

    private static double transfer(MetricInput input, TransferOptions options) {
        return Routers.value(new ExpertTransfer().prepare(input, options), input);
    }
}
