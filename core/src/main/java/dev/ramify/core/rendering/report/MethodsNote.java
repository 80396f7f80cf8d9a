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
                                "Two questions are asked. Of these networks: how often does a random deal"
                                        + " give a value at least as extreme? One network alone is compared"
                                        + " with %,d shuffles, (1 + shuffles at least as extreme) / (1 +"
                                        + " shuffles); several together with 99,999 ways to take a shuffle of"
                                        + " each. Of training: each network is compared with itself before"
                                        + " training, and p is the share of all choices of signs over seeds"
                                        + " that give as much. p is corrected over the questions, which are"
                                        + " metrics in layers of variants that are no controls. It is not the"
                                        + " probability that there is no specialization.",
                                permutations)),
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
                                + ". The interval of a gain by training holds what the test of signs does not reject."
                                + " Units of one network are not"
                                + " independent of each other, so no claim about training rests on"
                                + " one network."),
                new Note(
                        "What is compared",
                        "Every network was also measured before training. A difference between"
                                + " branches that is there from the start is due to the architecture"
                                + " (kernel, width, gain), not to learning."));
    }
}
