package dev.ramify.core.rendering.report;

import dev.ramify.core.rendering.report.Report.Note;
import java.util.List;
import java.util.Locale;

/** Explains to readers of a report how chance was measured. */
public final class MethodsNote {

    private MethodsNote() {}

    /**
     * Write the note.
     *
     * @param permutations number of shuffles behind each sampled p value
     * @param seeds number of networks per variant
     */
    public static List<Note> of(int permutations, int seeds) {
        return List.of(
                new Note(
                        "What chance means",
                        "Unless a figure says otherwise, the null model deals the units of a layer"
                                + " to its branches anew, keeping the branch sizes, the activations and"
                                + " the weights. It asks: would any division of these very units look"
                                + " like this?"),
                new Note(
                        "What p is",
                        String.format(
                                Locale.ROOT,
                                "The probability that such a random deal gives a value at least as extreme"
                                        + " as the one observed: (1 + number of shuffles at least as extreme) /"
                                        + " (1 + number of shuffles). With %,d shuffles it cannot be smaller than"
                                        + " 1/%,d unless it is known exactly. It is corrected for the number of"
                                        + " branches, layers and metrics looked at. p is not the probability that"
                                        + " there is no specialization.",
                                permutations,
                                permutations + 1)),
                new Note(
                        "What the effect is",
                        "0 is what chance gives on average and 1 the greatest value possible for"
                                + " these branch sizes, so that effects can be compared between layers,"
                                + " branches and metrics. p says whether there is an effect, never how"
                                + " large it is."),
                new Note(
                        "What is repeated",
                        "The seed is the replicate: "
                                + (seeds == 1
                                        ? "each variant was trained once, so nothing can be said"
                                                + " about other seeds"
                                        : "each variant was trained from " + seeds + " seeds")
                                + ". Intervals cover 95 % over seeds. Units of one network are not"
                                + " independent of each other, so no claim about training rests on"
                                + " one network."),
                new Note(
                        "What is compared",
                        "Every network was also measured before training. A difference between"
                                + " branches that is there from the start is due to the architecture"
                                + " (kernel, width, gain), not to learning."));
    }
}
