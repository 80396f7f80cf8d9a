package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile.Tail;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tests the mean of a value over networks against the null in all of them at once.
 *
 * <p>Under the null a network's value and its draws are exchangeable, in each network
 * independently. So every way to take one of them from each network is as likely as the observed
 * one, and p is the share of ways whose mean is at least as extreme. With one network the ways are
 * counted; with more they are sampled, which with add-one keeps the level (Phipson and Smyth 2010)
 * and reaches far below one in the number of draws of a single network.
 */
final class StratifiedTest {

    /** How many ways are sampled; the smallest p is 1e-5. */
    static final int WAYS = 99_999;

    private final List<NullDraws> networks;
    private final Tail tail;
    private final double centre;
    private final double own;
    private final double tie;

    StratifiedTest(List<NullDraws> networks) {
        this.networks = networks;
        this.tail = networks.get(0).tail();
        double mean = 0;
        double centres = 0;
        double ties = 0;
        for (NullDraws network : networks) {
            mean += network.value() / networks.size();
            centres += network.comparison().centre() / networks.size();
            ties = Math.max(ties, network.comparison().tie());
        }
        this.centre = centres;
        this.tie = ties;
        this.own = extremity(mean);
    }

    double p(RandomGenerator random) {
        if (networks.size() == 1) {
            return networks.get(0).comparison().p();
        }
        double[][] draws = networks.stream().map(NullDraws::draws).toArray(double[][]::new);
        double[] values = networks.stream().mapToDouble(NullDraws::value).toArray();
        int asExtreme = 1;
        for (int way = 0; way < WAYS; way++) {
            double mean = 0;
            for (int s = 0; s < values.length; s++) {
                int pick = random.nextInt(draws[s].length + 1);
                mean += (pick == draws[s].length ? values[s] : draws[s][pick]) / values.length;
            }
            if (!(extremity(mean) < own - tie)) {
                asExtreme++;
            }
        }
        return asExtreme / (WAYS + 1.0);
    }

    /** {@code NaN} stays so, and counts as extreme. */
    private double extremity(double mean) {
        return switch (tail) {
            case GREATER -> mean;
            case LESS -> -mean;
            case TWO_SIDED -> Math.abs(mean - centre);
        };
    }
}
