package dev.ramify.core.statistics;

import dev.ramify.api.findings.Verdict.Reach;

/** What a claim about training takes, known before anything is trained. */
public final class TrainingReach {

    private TrainingReach() {}

    /**
     * Say how many seeds one claim needs: with {@code S} seeds p is at least {@code 1 / 2^S}, and
     * after correction over {@code q} questions at least {@code q / 2^S}.
     *
     * @param questions the number of confirmatory questions, at least 1
     * @param found the number of seeds that there are
     */
    public static Reach of(int questions, int found) {
        int seeds = 1;
        while (questions * Math.pow(2, -seeds) > ClaimRule.SIGNIFICANCE) {
            seeds++;
        }
        return new Reach(questions, seeds, found);
    }
}
