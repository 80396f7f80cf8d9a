package dev.ramify.api.branching;

import dev.ramify.api.architecture.WeightedLayer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains why units cannot be divided as asked, and what division would fit. */
final class UnevenShares {

    private final Shares shares;

    UnevenShares(Shares shares) {
        this.shares = shares;
    }

    String describe(List<? extends WeightedLayer> layers) {
        String fractional = quoted(layers, layer -> !isWholeWhenWidened(layer));
        if (!fractional.isEmpty()) {
            return "these layers would have no whole number of units: " + fractional;
        }
        String uneven = quoted(layers, layer -> !shares.divides(layer));
        long common =
                layers.stream()
                        .mapToLong(layer -> Math.round(layer.units() * shares.widening()))
                        .reduce(0L, UnevenShares::greatestCommonDivisor);
        return shares.areEqual()
                ? "%d branches cannot share the units of %s equally; %s"
                        .formatted(shares.branches(), uneven, nearestDivisors(common))
                : "shares %s do not give whole units of %s; %s"
                        .formatted(numbers(shares.weights()), uneven, nearestShares(common));
    }

    private boolean isWholeWhenWidened(WeightedLayer layer) {
        return Shares.isWhole(layer.units() * shares.widening());
    }

    private String quoted(List<? extends WeightedLayer> layers, Predicate<WeightedLayer> which) {
        return layers.stream()
                .filter(which)
                .map(this::quoted)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String quoted(WeightedLayer layer) {
        String units =
                shares.widening() == 1
                        ? "%d units".formatted(layer.units())
                        : "%d units x %s".formatted(layer.units(), number(shares.widening()));
        if (shares.areEqual() || !isWholeWhenWidened(layer)) {
            return "'%s' (%s)".formatted(layer.name(), units);
        }
        List<Double> exact =
                IntStream.range(0, shares.branches())
                        .mapToObj(b -> shares.exact(layer, b))
                        .toList();
        return "'%s' (%s, divided %s)".formatted(layer.name(), units, numbers(exact));
    }

    private String nearestDivisors(long common) {
        long below = shares.branches() - 1L;
        while (below > 1 && common % below != 0) {
            below--;
        }
        long above = shares.branches() + 1L;
        while (above <= common && common % above != 0) {
            above++;
        }
        List<String> fitting = new ArrayList<>();
        if (below >= 1) {
            fitting.add(Long.toString(below));
        }
        if (above <= common) {
            fitting.add(Long.toString(above));
        }
        return "the nearest that fit all layers: " + String.join(" or ", fitting);
    }

    /** Largest remainders: whole shares of the greatest width that divides all layers. */
    private String nearestShares(long common) {
        int branches = shares.branches();
        if (common < branches) {
            return "no shares fit: the greatest number that divides all widths is %d, fewer than the %d branches"
                    .formatted(common, branches);
        }
        double sum = shares.weights().stream().mapToDouble(Double::doubleValue).sum();
        double[] wished = new double[branches];
        long[] whole = new long[branches];
        long left = common;
        for (int b = 0; b < branches; b++) {
            wished[b] = common * shares.weights().get(b) / sum;
            whole[b] = Math.max(1, (long) wished[b]);
            left -= whole[b];
        }
        Comparator<Integer> byRemainder = Comparator.comparingDouble(b -> wished[b] - whole[b]);
        while (left != 0) {
            int step = left > 0 ? 1 : -1;
            int changed =
                    IntStream.range(0, branches)
                            .boxed()
                            .filter(b -> whole[b] + step >= 1)
                            .max(step > 0 ? byRemainder : byRemainder.reversed())
                            .orElseThrow();
            whole[changed] += step;
            left -= step;
        }
        return "the nearest shares that fit all layers: " + Arrays.toString(whole);
    }

    private static String numbers(List<Double> values) {
        return values.stream()
                .map(UnevenShares::number)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
