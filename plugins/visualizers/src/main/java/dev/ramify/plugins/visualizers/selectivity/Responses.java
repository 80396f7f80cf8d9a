package dev.ramify.plugins.visualizers.selectivity;

import dev.ramify.api.recording.Recording;
import dev.ramify.plugins.visualizers.units.Profiles;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What units respond to, group of samples by group: the mean response to a group less that to all
 * samples, in standard deviations of the unit.
 *
 * @param groups names of the groups
 * @param values {@code [units][groups]}, in the order of the profiles' units
 */
record Responses(List<String> groups, double[][] values) {

    /**
     * A division of the samples.
     *
     * @param name of the factor, or {@code class}
     * @param names of its groups
     * @param groupOf the group of every sample
     */
    record Division(String name, List<String> names, int[] groupOf) {

        /** The first factor that is asked for, or the classes. */
        static java.util.Optional<Division> of(Recording recording, String wanted) {
            for (int f = 0; f < recording.factors().size(); f++) {
                if (recording.factors().get(f).name().equals(wanted)) {
                    return java.util.Optional.of(
                            new Division(
                                    wanted,
                                    recording.factors().get(f).levels(),
                                    recording.levels()[f]));
                }
            }
            return wanted.equals("class") && recording.lackOfClasses().isEmpty()
                    ? java.util.Optional.of(
                            new Division("class", recording.classes(), recording.labels()))
                    : java.util.Optional.empty();
        }

        /** Shuffle which sample is in which group. */
        Division shuffled(RandomGenerator random) {
            int[] shuffled = groupOf.clone();
            for (int i = shuffled.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swap = shuffled[i];
                shuffled[i] = shuffled[other];
                shuffled[other] = swap;
            }
            return new Division(name, names, shuffled);
        }
    }

    static Responses of(Profiles profiles, Division division) {
        int groups = division.names().size();
        int[] sizes = new int[groups];
        for (int sample : profiles.samples()) {
            sizes[division.groupOf()[sample]]++;
        }
        double scale = Math.sqrt(profiles.samples().length);
        double[][] values = new double[profiles.rows().length][groups];
        for (int unit = 0; unit < values.length; unit++) {
            double[] row = profiles.rows()[unit];
            for (int k = 0; k < row.length; k++) {
                values[unit][division.groupOf()[profiles.samples()[k]]] += row[k] * scale;
            }
            for (int g = 0; g < groups; g++) {
                values[unit][g] = sizes[g] == 0 ? 0 : values[unit][g] / sizes[g];
            }
        }
        return new Responses(division.names(), values);
    }

    /** Average over some units. */
    double[] mean(int[] units) {
        double[] mean = new double[groups.size()];
        for (int unit : units) {
            for (int g = 0; g < mean.length; g++) {
                mean[g] += values[unit][g] / units.length;
            }
        }
        return mean;
    }

    /** Return the group that a unit prefers. */
    int preferred(int unit) {
        int best = 0;
        for (int g = 1; g < groups.size(); g++) {
            best = values[unit][g] > values[unit][best] ? g : best;
        }
        return best;
    }

    /** Return the size that nearly all values stay below: where colours end. */
    double reach() {
        double[] sizes =
                Arrays.stream(values)
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .sorted()
                        .toArray();
        double reach = sizes.length == 0 ? 1 : sizes[(int) (0.98 * (sizes.length - 1))];
        return reach > 0 ? reach : 1;
    }
}
