package dev.ramify.core.training;

import dev.ramify.api.metric.Lesions.Replacement;
import java.util.BitSet;

/**
 * Units of one layer that give something else.
 *
 * @param silenced their numbers; not changed any more
 * @param replacement what they give instead
 */
record Lesion(BitSet silenced, Replacement replacement) {

    static Lesion of(boolean[] silenced, Replacement replacement) {
        BitSet set = new BitSet(silenced.length);
        for (int unit = 0; unit < silenced.length; unit++) {
            set.set(unit, silenced[unit]);
        }
        return new Lesion(set, replacement);
    }

    boolean isResampled() {
        return replacement == Replacement.RESAMPLE && !silenced.isEmpty();
    }
}
