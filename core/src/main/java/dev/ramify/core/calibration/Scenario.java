package dev.ramify.core.calibration;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.random.Seed;
import dev.ramify.core.calibration.Condition.Control;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Made data whose division of labour is known, by what they have for a metric to measure. */
public enum Scenario {
    /** 64 units in 4 branches follow 4 binary factors over 512 samples. */
    UNITS(
            new PlantedUnits(),
            .5,
            EnumSet.of(Need.BRANCHES, Need.ACTIVATIONS, Need.FACTORS),
            "64 units in 4 branches follow 4 binary factors, 512 samples"),
    /** 32 rectified units in 4 branches speak for 4 classes over 120 samples. */
    READOUT(
            new PlantedReadout(),
            .8,
            EnumSet.of(Need.BRANCHES, Need.ACTIVATIONS, Need.LABELS, Need.LESIONS),
            "32 rectified units in 4 branches speak for 4 classes, 120 samples"),
    /** 3 gated branches and 3 classes over 100 samples. */
    GATES(
            new PlantedGates(),
            .5,
            EnumSet.of(Need.BRANCHES, Need.LABELS, Need.GATES),
            "gates of 3 branches lean towards 3 classes, 100 samples"),
    /** 48 unbranched units over 2 branches of 16. */
    MIXING(
            new PlantedMixing(),
            .5,
            EnumSet.of(Need.UNBRANCHED, Need.WEIGHTS),
            "48 unbranched units take from 2 branches of 16 units below"),
    /** 64 filters of 7 x 7 over colour images, in 4 branches. */
    FILTERS(
            new PlantedFilters(),
            .5,
            EnumSet.of(Need.BRANCHES, Need.WEIGHTS),
            "64 colour filters of 7 x 7 in 4 branches, of 2 colours and 2 frequencies");

    private final Generator generator;
    private final double statedAlpha;
    private final Set<Need> offers;
    private final String summary;

    Scenario(Generator generator, double statedAlpha, Set<Need> offers, String summary) {
        this.generator = generator;
        this.statedAlpha = statedAlpha;
        this.offers = offers;
        this.summary = summary;
    }

    /** Find the first scenario that has what a metric needs. */
    public static Optional<Scenario> fitting(MetricProfile profile) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.offers.containsAll(profile.needs()))
                .findFirst();
    }

    /** Return the strength of specialization that a metric must see. */
    public double statedAlpha() {
        return statedAlpha;
    }

    /** Say what is made, for people. */
    public String summary() {
        return summary;
    }

    /** Return its name for people. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** List the conditions it can make: the sweep, then its controls. */
    public List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>(Condition.SWEEP);
        Arrays.stream(Control.values())
                .filter(generator.controls()::contains)
                .forEach(conditions::add);
        return conditions;
    }

    /**
     * Make the data of one network. Equal arguments give equal data, and the input has the seed.
     *
     * @throws IllegalArgumentException if the scenario does not have the condition
     */
    public MetricInput input(Condition condition, Seed seed) {
        if (condition instanceof Control control && !generator.controls().contains(control)) {
            throw new IllegalArgumentException(
                    "the scenario '%s' has no condition '%s'".formatted(label(), control.label()));
        }
        return generator.make(condition, seed);
    }
}
