package dev.ramify.plugins.visualizers.embedding;

import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.products.BlockSums;
import dev.ramify.plugins.visualizers.units.Dealt;
import dev.ramify.plugins.visualizers.units.Profiles;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.Arrays;

/**
 * How much less alike units of different branches respond than units of one branch: the mean of
 * {@code 1 - r^2} between branches less that within, over pairs of units, in the space of their
 * activations and never on the map.
 */
final class Apartness {

    private Apartness() {}

    static Dealt of(SeenLayer seen, Profiles profiles, int permutations) {
        double[][] distances = profiles.distances();
        return Dealt.of(
                live(seen, profiles),
                branches -> difference(distances, branches),
                permutations,
                new Seed(profiles.units().length).derive("apartness"));
    }

    /** Return the branches of the units that have a profile. */
    static Assignment live(SeenLayer seen, Profiles profiles) {
        return Assignment.of(
                seen.layer().assignment().branches(),
                Arrays.stream(profiles.units()).map(seen::branchOf).toArray());
    }

    static double difference(double[][] distances, Assignment branches) {
        double[][] sums = BlockSums.of(distances, branches);
        int[] sizes = branches.sizes();
        double within = 0;
        double between = 0;
        double insidePairs = 0;
        double outsidePairs = 0;
        for (int a = 0; a < sums.length; a++) {
            for (int b = 0; b < sums.length; b++) {
                if (a == b) {
                    within += sums[a][a];
                    insidePairs += sizes[a] * (sizes[a] - 1.0);
                } else {
                    between += sums[a][b];
                    outsidePairs += (double) sizes[a] * sizes[b];
                }
            }
        }
        return insidePairs == 0 || outsidePairs == 0
                ? 0
                : between / outsidePairs - within / insidePairs;
    }
}
