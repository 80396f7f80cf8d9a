package dev.ramify.core.calibration;

import java.util.List;
import java.util.Locale;

/** What is true of the data that a metric is tried on. */
public sealed interface Condition {

    /** The null itself: every unit is dealt its role at random. */
    Planted NOTHING_PLANTED = new Planted(0);

    /** The strengths of specialization of the usual sweep. */
    List<Planted> SWEEP =
            List.of(
                    NOTHING_PLANTED,
                    new Planted(.1),
                    new Planted(.2),
                    new Planted(.3),
                    new Planted(.5),
                    new Planted(.8));

    /** Return its name for people: {@code alpha .3}, {@code decoy} ... */
    String label();

    /**
     * Specialization of a known strength.
     *
     * @param alpha strength in [0, 1]: the probability that a unit adopts the role of its branch
     *     rather than any, or, where roles are matters of degree, how far it leans to it
     */
    record Planted(double alpha) implements Condition {

        public Planted {
            if (!(alpha >= 0 && alpha <= 1)) {
                throw new IllegalArgumentException("alpha is in [0, 1], found " + alpha);
            }
        }

        @Override
        public String label() {
            return alpha == 0
                    ? "alpha 0"
                    : String.format(Locale.ROOT, "alpha %.1f", alpha).replace("0.", ".");
        }
    }

    /** Data without specialization that could be taken for it. */
    enum Control implements Condition {
        /** What the units of a branch have in common says nothing of their roles. */
        DECOY("decoy"),
        /** Every branch has the same mix of roles, to the unit. */
        REDUNDANT("redundant"),
        /** Strong specialization, but labels and levels are drawn without looking at the data. */
        RANDOM_LABELS("random labels"),
        /** What a network computes before it was trained. */
        UNTRAINED("untrained");

        private final String label;

        Control(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
