package dev.ramify.core.recording;

import dev.ramify.api.recording.ExpertChoices;
import java.util.Optional;

/**
 * What is found of choices when all are looked at once.
 *
 * @param greatest the greatest expert chosen
 * @param fault what is wrong with the first that is; empty where nothing is
 * @param remedy what to do about it
 */
record ChoiceCheck(int greatest, String fault, String remedy) {

    /** Tables of pairs of experts would not fit in memory. */
    static final int MOST = 1 << 13;

    /**
     * Look at all choices: numbers from 0, or -1 for none, and none twice for a sample.
     *
     * @param known the number of experts, where it is known
     */
    static ChoiceCheck of(ExpertChoices choices, Optional<Integer> known) {
        int[] greatest = new int[1];
        String[] wrong = {"", ""};
        int width = choices.perSample();
        int most = known.orElse(MOST);
        choices.forEach(
                (sample, experts, at) -> {
                    for (int i = at; i < at + width && wrong[0].isEmpty(); i++) {
                        greatest[0] = Math.max(greatest[0], experts[i]);
                        if (experts[i] < ExpertChoices.NONE || experts[i] >= most) {
                            wrong[0] =
                                    "the expert at sample %d, place %d is %d; experts count from 0 and there are %s%d, and -1 stands for none"
                                            .formatted(
                                                    sample,
                                                    i - at,
                                                    experts[i],
                                                    known.isPresent() ? "" : "at most ",
                                                    most);
                            wrong[1] =
                                    "check which tensor was written, and how many experts there are";
                        } else if (isTwice(experts, at, i)) {
                            wrong[0] =
                                    "the expert %d comes twice at sample %d"
                                            .formatted(experts[i], sample);
                            wrong[1] =
                                    "give the set of experts of each sample, -1 where there are fewer";
                        }
                    }
                });
        return new ChoiceCheck(greatest[0], wrong[0], wrong[1]);
    }

    private static boolean isTwice(int[] experts, int from, int at) {
        for (int i = from; i < at; i++) {
            if (experts[i] == experts[at] && experts[at] != ExpertChoices.NONE) {
                return true;
            }
        }
        return false;
    }
}
