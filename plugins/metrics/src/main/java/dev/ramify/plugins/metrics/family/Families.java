package dev.ramify.plugins.metrics.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The family of every unit of a layer.
 *
 * @param names of the families, none of which is empty
 * @param familyOf for each unit the index of its family, or {@link #NONE}
 * @param strength for each unit how much of its variance its preference explains (the lesser omega
 *     squared of the two halves), {@code NaN} where families are given
 */
record Families(List<String> names, int[] familyOf, double[] strength) {

    /** The family of a unit that has none: dead, or without a confirmed preference. */
    static final int NONE = -1;

    /** Keep only families that have units, in their order. */
    static Families of(List<String> candidates, int[] familyOf, double[] strength) {
        List<String> used = new ArrayList<>();
        int[] renumbered = new int[familyOf.length];
        Arrays.fill(renumbered, NONE);
        for (int f = 0; f < candidates.size(); f++) {
            boolean found = false;
            for (int unit = 0; unit < familyOf.length; unit++) {
                if (familyOf[unit] == f) {
                    renumbered[unit] = used.size();
                    found = true;
                }
            }
            if (found) {
                used.add(candidates.get(f));
            }
        }
        return new Families(List.copyOf(used), renumbered, strength);
    }

    /** Take the families that units came with; an empty text is none. */
    static Families given(List<String> familyOfUnit) {
        List<String> names =
                familyOfUnit.stream().filter(name -> !name.isEmpty()).distinct().sorted().toList();
        double[] strength = new double[familyOfUnit.size()];
        Arrays.fill(strength, Double.NaN);
        return of(names, familyOfUnit.stream().mapToInt(names::indexOf).toArray(), strength);
    }

    /** Tell whether somebody gave the families, rather than that units prefer them. */
    boolean areGiven() {
        return strength.length > 0 && Double.isNaN(strength[0]);
    }

    boolean has(int unit) {
        return familyOf[unit] != NONE;
    }

    /** Return the name of a unit's family, {@code none} where it has none. */
    String nameOf(int unit) {
        return has(unit) ? names.get(familyOf[unit]) : "none";
    }
}
